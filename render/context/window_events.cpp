#include "render/context/window_events.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <utility>

namespace render {
namespace {

WindowEvents& of(GLFWwindow* window) {
  return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window));
}

unsigned modifiers_of(int bits) {
  return ((bits & GLFW_MOD_SHIFT) != 0 ? kShift : 0u) | ((bits & GLFW_MOD_CONTROL) != 0 ? kControl : 0u) |
         ((bits & GLFW_MOD_ALT) != 0 ? kAlt : 0u) | ((bits & GLFW_MOD_SUPER) != 0 ? kSuper : 0u);
}

// GLFW reports the pointer in screen coordinates, everything else here is in pixels.
glm::dvec2 in_pixels(GLFWwindow* window, double x, double y) {
  int width = 1, height = 1, wide = 1, high = 1;
  glfwGetWindowSize(window, &width, &height);
  glfwGetFramebufferSize(window, &wide, &high);
  return {width > 0 ? x * wide / width : x, height > 0 ? y * high / height : y};
}

WindowEvent at_pointer(GLFWwindow* window, WindowEventKind kind) {
  double x = 0, y = 0;
  glfwGetCursorPos(window, &x, &y);
  WindowEvent event;
  event.kind = kind;
  event.position_px = in_pixels(window, x, y);
  return event;
}

void on_move(GLFWwindow* window, double x, double y) {
  WindowEvent event;
  event.kind = WindowEventKind::pointer_move;
  event.position_px = in_pixels(window, x, y);
  of(window).add(std::move(event));
}

void on_enter(GLFWwindow* window, int entered) {
  if (entered == GLFW_FALSE) of(window).add(at_pointer(window, WindowEventKind::pointer_leave));
}

void on_button(GLFWwindow* window, int button, int action, int bits) {
  WindowEvent event =
      at_pointer(window, action == GLFW_PRESS ? WindowEventKind::button_down : WindowEventKind::button_up);
  event.button = button;
  event.modifiers = modifiers_of(bits);
  of(window).add(std::move(event));
}

void on_scroll(GLFWwindow* window, double x, double y) {
  WindowEvent event = at_pointer(window, WindowEventKind::scroll);
  event.scroll = {x, y};
  for (const auto& [key, bit] : {std::pair{GLFW_KEY_LEFT_CONTROL, kControl},
                                 {GLFW_KEY_RIGHT_CONTROL, kControl},
                                 {GLFW_KEY_LEFT_SHIFT, kShift},
                                 {GLFW_KEY_RIGHT_SHIFT, kShift}})
    if (glfwGetKey(window, key) == GLFW_PRESS) event.modifiers |= bit;
  of(window).add(std::move(event));
}

void on_key(GLFWwindow* window, int key, int, int action, int bits) {
  WindowEvent event;
  event.kind = action == GLFW_PRESS    ? WindowEventKind::key_down
               : action == GLFW_REPEAT ? WindowEventKind::key_repeat
                                       : WindowEventKind::key_up;
  event.key = key;
  event.modifiers = modifiers_of(bits);
  of(window).add(std::move(event));
}

void on_text(GLFWwindow* window, unsigned code_point) {
  WindowEvent event;
  event.kind = WindowEventKind::text;
  event.code_point = code_point;
  of(window).add(std::move(event));
}

void on_resize(GLFWwindow* window, int width, int height) {
  WindowEvent event;
  event.kind = WindowEventKind::resize;
  event.framebuffer_px = {width, height};
  of(window).add(std::move(event));
}

void on_scale(GLFWwindow* window, float x, float) {
  WindowEvent event;
  event.kind = WindowEventKind::content_scale;
  event.scale = x;
  of(window).add(std::move(event));
}

void on_focus(GLFWwindow* window, int focused) {
  WindowEvent event;
  event.kind = WindowEventKind::focus;
  event.focused = focused == GLFW_TRUE;
  of(window).add(std::move(event));
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
  WindowEvent event = at_pointer(window, WindowEventKind::drop);
  event.paths.assign(paths, paths + count);
  of(window).add(std::move(event));
}

void on_plain(GLFWwindow* window, WindowEventKind kind) {
  WindowEvent event;
  event.kind = kind;
  of(window).add(std::move(event));
}

}  // namespace

void WindowEvents::install(GLFWwindow* window) {
  glfwSetWindowUserPointer(window, this);
  glfwSetCursorPosCallback(window, on_move);
  glfwSetCursorEnterCallback(window, on_enter);
  glfwSetMouseButtonCallback(window, on_button);
  glfwSetScrollCallback(window, on_scroll);
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, on_text);
  glfwSetFramebufferSizeCallback(window, on_resize);
  glfwSetWindowContentScaleCallback(window, on_scale);
  glfwSetWindowFocusCallback(window, on_focus);
  glfwSetDropCallback(window, on_drop);
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { on_plain(w, WindowEventKind::close); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { on_plain(w, WindowEventKind::refresh); });
}

std::vector<WindowEvent> WindowEvents::take() {
  return std::exchange(waiting_, {});
}

}  // namespace render
