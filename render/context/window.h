#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "render/context/context.h"

struct GLFWwindow;

namespace render {

enum class WindowEventKind {
  pointer_move,   // position_px
  pointer_leave,  // the pointer left the window
  button_down,    // button, position_px, modifiers
  button_up,      // button, position_px, modifiers
  scroll,         // scroll, position_px, modifiers
  key_down,       // key, modifiers
  key_repeat,     // key, modifiers
  key_up,         // key, modifiers
  text,           // code_point
  resize,         // framebuffer_px
  content_scale,  // scale
  focus,          // focused
  drop,           // paths
  close,          // the user asked to close
  refresh,        // the content must be drawn again
};

/// Bits of WindowEvent::modifiers.
enum WindowModifier : unsigned { kShift = 1, kControl = 2, kAlt = 4, kSuper = 8 };

/// What happened, in the order it happened. Fields that a kind does not name are zero.
struct WindowEvent {
  WindowEventKind kind = WindowEventKind::refresh;
  glm::dvec2 position_px{0};  // framebuffer pixels, origin top left
  glm::dvec2 scroll{0};       // notches; y away from the user is positive
  glm::ivec2 framebuffer_px{0};
  int button = 0;          // 0 left, 1 right, 2 middle
  int key = 0;             // GLFW key code, layout independent
  unsigned modifiers = 0;  // WindowModifier bits
  std::uint32_t code_point = 0;
  float scale = 1;  // content scale
  bool focused = false;
  std::vector<std::string> paths;
};

struct WindowOptions {
  std::string title = "Foreshow";
  glm::ivec2 size{1280, 800};  // screen coordinates
  glm::ivec2 minimum_size{640, 400};
  bool fullscreen = false;
  bool visible = true;
  bool vertical_sync = true;
};

/// A GLFW window with an OpenGL 3.3 core context. One thread; the first window starts GLFW, the last one ends
/// it. The renderer draws into its own framebuffer and is shown with Renderer::present before swap().
class Window : public Context {
 public:
  /// Opens the window and makes its context current. Throws GraphicsError.
  explicit Window(const WindowOptions& options = {});
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void make_current() override;
  std::string description() const override;
  bool software() const override;

  glm::ivec2 size() const;              // screen coordinates
  glm::ivec2 framebuffer_size() const;  // pixels
  float content_scale() const;          // 1 at 96 dpi; multiply interface sizes by it

  /// Handles what has arrived and returns it in order. With wait_seconds > 0 sleeps until something arrives
  /// or the time has passed, so that an idle window costs nothing.
  std::vector<WindowEvent> poll(double wait_seconds = 0);

  /// Wakes a poll() that waits. The one function that may be called from another thread.
  static void wake();

  void swap();
  bool should_close() const;
  void set_should_close(bool close);
  void set_title(const std::string& title);
  /// Fills the monitor that shows most of the window, or goes back to the former place and size.
  void set_fullscreen(bool fullscreen);
  bool fullscreen() const;

  std::string clipboard() const;
  void set_clipboard(const std::string& utf8);

  /// For the ImGui backend alone.
  GLFWwindow* native() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace render
