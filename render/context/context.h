#pragma once

#include <memory>
#include <string>

namespace render {

/// An OpenGL 3.3 core context. Everything in render/gl and render/scene needs one to be current on the
/// calling thread, and must be destroyed before it.
class Context {
 public:
  virtual ~Context() = default;

  /// Makes this context current on the calling thread. Throws GraphicsError.
  virtual void make_current() = 0;

  /// One line for bug reports: how the context was made, driver, version.
  virtual std::string description() const = 0;

  /// True when the driver draws on the processor (Mesa llvmpipe, softpipe, SwiftShader): no multisampling,
  /// fewer shadow samples.
  virtual bool software() const = 0;
};

/// A context without a window, made current. Tries in this order: EGL surfaceless, the default EGL display, a
/// hidden GLFW window. Throws GraphicsError that lists what was tried and why each failed.
std::unique_ptr<Context> make_offscreen_context();

}  // namespace render
