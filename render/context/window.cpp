#include "render/context/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

#include "render/context/glfw_library.h"
#include "render/context/offscreen.h"
#include "render/context/window_events.h"
#include "render/error.h"
#include "render/gl/device.h"

namespace render {

struct Window::State {
  std::shared_ptr<void> library;
  std::unique_ptr<GLFWwindow, void (*)(GLFWwindow*)> window{nullptr, glfwDestroyWindow};
  WindowEvents events;
  gl::DeviceInfo info;
  glm::ivec2 windowed_position{0};
  glm::ivec2 windowed_size{0};
};

namespace {

// The monitor that shows the largest piece of the window.
GLFWmonitor* monitor_of(GLFWwindow* window) {
  int x = 0, y = 0, width = 0, height = 0, count = 0;
  glfwGetWindowPos(window, &x, &y);
  glfwGetWindowSize(window, &width, &height);
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  GLFWmonitor* best = glfwGetPrimaryMonitor();
  long most = 0;
  for (int i = 0; i < count; ++i) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    if (mode == nullptr) continue;
    int left = 0, top = 0;
    glfwGetMonitorPos(monitors[i], &left, &top);
    const long wide = std::min(x + width, left + mode->width) - std::max(x, left);
    const long high = std::min(y + height, top + mode->height) - std::max(y, top);
    if (wide > 0 && high > 0 && wide * high > most) {
      most = wide * high;
      best = monitors[i];
    }
  }
  return best;
}

/// No larger than what the main monitor leaves free.
glm::ivec2 inside_monitor(glm::ivec2 wanted) {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (!monitor) return wanted;
  int left = 0, top = 0, width = 0, height = 0;
  glfwGetMonitorWorkarea(monitor, &left, &top, &width, &height);
  if (width <= 0 || height <= 0) return wanted;
  return {std::min(wanted.x, width), std::min(wanted.y, height)};
}

}  // namespace

Window::Window(const WindowOptions& options) : state_(std::make_unique<State>()) {
  state_->library = glfw_library();
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
  const glm::ivec2 size = inside_monitor(options.size);
  state_->window.reset(glfwCreateWindow(size.x, size.y, options.title.c_str(), nullptr, nullptr));
  if (!state_->window) throw GraphicsError(glfw_problem("a window with OpenGL 3.3 core cannot be opened"));
  glfwSetWindowSizeLimits(native(), options.minimum_size.x, options.minimum_size.y, GLFW_DONT_CARE,
                          GLFW_DONT_CARE);
  make_current();
  gl::load([](const char* name) { return reinterpret_cast<gl::ProcAddress>(glfwGetProcAddress(name)); });
  state_->info = gl::device_info();
  glfwSwapInterval(options.vertical_sync ? 1 : 0);
  state_->events.install(native());
  if (options.fullscreen) set_fullscreen(true);
}

Window::~Window() = default;

void Window::make_current() {
  glfwMakeContextCurrent(native());
}

std::string Window::description() const {
  return "GLFW window, " + state_->info.renderer + ", OpenGL " + state_->info.version;
}

bool Window::software() const {
  return state_->info.software;
}

glm::ivec2 Window::size() const {
  glm::ivec2 size{0};
  glfwGetWindowSize(native(), &size.x, &size.y);
  return size;
}

glm::ivec2 Window::framebuffer_size() const {
  glm::ivec2 size{0};
  glfwGetFramebufferSize(native(), &size.x, &size.y);
  return size;
}

float Window::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(native(), &x, &y);
  return x > 0 ? x : 1.0f;
}

std::vector<WindowEvent> Window::poll(double wait_seconds) {
  if (wait_seconds > 0)
    glfwWaitEventsTimeout(wait_seconds);
  else
    glfwPollEvents();
  return state_->events.take();
}

void Window::wake() {
  glfwPostEmptyEvent();
}
void Window::swap() {
  glfwSwapBuffers(native());
}
bool Window::should_close() const {
  return glfwWindowShouldClose(native()) != GLFW_FALSE;
}
void Window::set_should_close(bool close) {
  glfwSetWindowShouldClose(native(), close ? GLFW_TRUE : GLFW_FALSE);
}
void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(native(), title.c_str());
}
bool Window::fullscreen() const {
  return glfwGetWindowMonitor(native()) != nullptr;
}

void Window::set_fullscreen(bool wanted) {
  if (wanted == fullscreen()) return;
  if (!wanted) {
    glfwSetWindowMonitor(native(), nullptr, state_->windowed_position.x, state_->windowed_position.y,
                         state_->windowed_size.x, state_->windowed_size.y, GLFW_DONT_CARE);
    return;
  }
  glfwGetWindowPos(native(), &state_->windowed_position.x, &state_->windowed_position.y);
  state_->windowed_size = size();
  GLFWmonitor* monitor = monitor_of(native());
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode == nullptr) return;
  glfwSetWindowMonitor(native(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

std::string Window::clipboard() const {
  const char* text = glfwGetClipboardString(native());
  return text == nullptr ? std::string() : std::string(text);
}

void Window::set_clipboard(const std::string& utf8) {
  glfwSetClipboardString(native(), utf8.c_str());
}

GLFWwindow* Window::native() const {
  return state_->window.get();
}

std::unique_ptr<Context> make_hidden_window_context() {
  WindowOptions options;
  options.size = {64, 64};
  options.minimum_size = {16, 16};
  options.visible = false;
  options.vertical_sync = false;
  return std::make_unique<Window>(options);
}

}  // namespace render
