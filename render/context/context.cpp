#include "render/context/context.h"

#include "render/context/offscreen.h"
#include "render/error.h"

namespace render {

std::unique_ptr<Context> make_offscreen_context() {
  struct Way {
    const char* name;
    std::unique_ptr<Context> (*make)();
  };
  const Way ways[] = {
      {"EGL surfaceless", [] { return make_egl_context(EglDisplayKind::surfaceless); }},
      {"EGL default display", [] { return make_egl_context(EglDisplayKind::standard); }},
      {"hidden window", make_hidden_window_context},
  };
  std::string tried;
  for (const Way& way : ways) {
    try {
      return way.make();
    } catch (const GraphicsError& error) {
      tried += std::string(tried.empty() ? "" : "; ") + way.name + ": " + error.what();
    }
  }
  throw GraphicsError("no OpenGL 3.3 context to draw with. Tried " + tried);
}

}  // namespace render
