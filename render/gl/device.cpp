#include "render/gl/device.h"

#include <glad/gl.h>

#include <string>
#include <string_view>

#include "render/error.h"

namespace render::gl {
namespace {

// One context per thread: what the driver said about it since the last check.
thread_local std::string driver_message;

#ifndef NDEBUG
void GLAD_API_PTR remember(GLenum source, GLenum type, GLuint, GLenum, GLsizei, const GLchar* message,
                           const void*) {
  // A shader that does not compile is reported by Program with its log.
  if (source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;
  if (type == GL_DEBUG_TYPE_ERROR && driver_message.empty()) driver_message = message;
}
#endif

std::string text_of(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text == nullptr ? std::string() : std::string(text);
}

bool is_software(std::string_view renderer) {
  for (const char* name : {"llvmpipe", "softpipe", "SwiftShader", "Software Rasterizer"})
    if (renderer.find(name) != std::string_view::npos) return true;
  return false;
}

}  // namespace

void load(ProcAddress (*address_of)(const char* name)) {
  const int version = gladLoadGL(reinterpret_cast<GLADloadfunc>(address_of));
  if (version == 0) throw GraphicsError("the driver gives no OpenGL functions");
  if (GLAD_VERSION_MAJOR(version) * 10 + GLAD_VERSION_MINOR(version) < 33)
    throw GraphicsError("OpenGL 3.3 is needed, the driver offers " +
                        std::to_string(GLAD_VERSION_MAJOR(version)) + "." +
                        std::to_string(GLAD_VERSION_MINOR(version)));
#ifndef NDEBUG
  if (GLAD_GL_KHR_debug && glDebugMessageCallback != nullptr) {
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(remember, nullptr);
  }
#endif
}

DeviceInfo device_info() {
  DeviceInfo info;
  info.vendor = text_of(GL_VENDOR);
  info.renderer = text_of(GL_RENDERER);
  info.version = text_of(GL_VERSION);
  info.software = is_software(info.renderer);
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &info.max_texture_size);
  GLint viewport[2] = {0, 0};
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
  info.max_viewport_size = viewport[0] < viewport[1] ? viewport[0] : viewport[1];
  glGetIntegerv(GL_MAX_SAMPLES, &info.max_samples);
  if (GLAD_GL_EXT_texture_filter_anisotropic)
    glGetFloatv(GL_MAX_TEXTURE_MAX_ANISOTROPY_EXT, &info.max_anisotropy);
  return info;
}

void check_errors(const char* where) {
  std::string found = driver_message;
  driver_message.clear();
  // A lost context reports errors forever, hence the limit.
  for (int i = 0; i < 16; ++i) {
    const GLenum error = glGetError();
    if (error == GL_NO_ERROR) break;
    found += (found.empty() ? "OpenGL error " : ", OpenGL error ") + std::to_string(error);
  }
  if (!found.empty()) throw GraphicsError(std::string(where) + ": " + found);
}

void finish() {
  glFinish();
}

bool draws_in_software() {
  return is_software(text_of(GL_RENDERER));
}

bool finish_in_software() {
  const bool software = draws_in_software();
  if (software) glFinish();
  return software;
}

}  // namespace render::gl
