#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstdio>
#include <string_view>

#include "render/context/offscreen.h"
#include "render/error.h"
#include "render/gl/device.h"

namespace render {
namespace {

[[noreturn]] void fail(const char* step) {
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "%s failed, EGL error 0x%04x", step,
                static_cast<unsigned>(eglGetError()));
  throw GraphicsError(text.data());
}

EGLDisplay open_display(EglDisplayKind kind) {
  if (kind == EglDisplayKind::standard) return eglGetDisplay(EGL_DEFAULT_DISPLAY);
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  if (extensions == nullptr ||
      std::string_view(extensions).find("EGL_MESA_platform_surfaceless") == std::string_view::npos)
    throw GraphicsError("EGL_MESA_platform_surfaceless is not offered");
  const auto get_display =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_display == nullptr) throw GraphicsError("eglGetPlatformDisplayEXT is missing");
  return get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

class EglContext final : public Context {
 public:
  explicit EglContext(EglDisplayKind kind) : kind_(kind), display_(open_display(kind)) {
    if (display_ == EGL_NO_DISPLAY) fail("opening the display");
    if (eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) fail("eglInitialize");
    try {
      create();
    } catch (...) {
      release();
      throw;
    }
  }
  ~EglContext() override { release(); }

  void make_current() override {
    if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
      fail("eglMakeCurrent");
  }
  std::string description() const override {
    return std::string(kind_ == EglDisplayKind::surfaceless ? "EGL surfaceless, " : "EGL default display, ") +
           info_.renderer + ", OpenGL " + info_.version;
  }
  bool software() const override { return info_.software; }

 private:
  void create() {
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) fail("eglBindAPI");
    const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                       EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display_, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0)
      fail("eglChooseConfig");
    const std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION,
                                        3,
                                        EGL_CONTEXT_MINOR_VERSION,
                                        3,
                                        EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                        EGL_NONE};
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version.data());
    if (context_ == EGL_NO_CONTEXT) fail("eglCreateContext for OpenGL 3.3 core");
    make_current();
    gl::load([](const char* name) { return reinterpret_cast<gl::ProcAddress>(eglGetProcAddress(name)); });
    info_ = gl::device_info();
  }

  // The display stays initialised: it is shared by the whole process and others may use it.
  void release() {
    if (context_ == EGL_NO_CONTEXT) return;
    if (eglGetCurrentContext() == context_)
      eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    context_ = EGL_NO_CONTEXT;
  }

  EglDisplayKind kind_;
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  gl::DeviceInfo info_;
};

}  // namespace

std::unique_ptr<Context> make_egl_context(EglDisplayKind kind) {
  return std::make_unique<EglContext>(kind);
}

}  // namespace render
