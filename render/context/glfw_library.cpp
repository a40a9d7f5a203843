#include "render/context/glfw_library.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "render/error.h"

namespace render {

std::string glfw_problem(const char* fallback) {
  const char* text = nullptr;
  return glfwGetError(&text) != GLFW_NO_ERROR && text != nullptr ? std::string(fallback) + ": " + text
                                                                 : fallback;
}

std::shared_ptr<void> glfw_library() {
  static std::weak_ptr<void> shared;
  if (auto alive = shared.lock()) return alive;
  if (glfwInit() == GLFW_FALSE) throw GraphicsError(glfw_problem("GLFW cannot start"));
  std::shared_ptr<void> library(static_cast<void*>(&shared), [](void*) { glfwTerminate(); });
  shared = library;
  return library;
}

}  // namespace render
