#pragma once

#include <vector>

#include "render/context/window.h"

namespace render {

/// Turns GLFW's callbacks into a list of WindowEvent. Uses the window's user pointer, so it must stay where
/// it is while the window lives.
class WindowEvents {
 public:
  void install(GLFWwindow* window);
  std::vector<WindowEvent> take();
  void add(WindowEvent event) { waiting_.push_back(std::move(event)); }

 private:
  std::vector<WindowEvent> waiting_;
};

}  // namespace render
