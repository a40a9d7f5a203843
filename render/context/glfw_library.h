#pragma once

#include <memory>
#include <string>

namespace render {

/// GLFW is process-wide: alive while anybody holds the result. Throws GraphicsError when it cannot start.
std::shared_ptr<void> glfw_library();

/// What GLFW said went wrong last, or `fallback`.
std::string glfw_problem(const char* fallback);

}  // namespace render
