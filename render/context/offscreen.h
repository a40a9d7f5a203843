#pragma once

#include <memory>
#include <string>

#include "render/context/context.h"

namespace render {

enum class EglDisplayKind { surfaceless, standard };

/// A context of EGL without any surface. Throws GraphicsError naming the step that failed.
std::unique_ptr<Context> make_egl_context(EglDisplayKind kind);

/// A context of a hidden GLFW window. Throws GraphicsError.
std::unique_ptr<Context> make_hidden_window_context();

}  // namespace render
