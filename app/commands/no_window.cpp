#include "app/window/run_window.h"
#include "render/error.h"

namespace app {

ExitCode run_consultant(const WindowArguments&, const Paths&) {
  throw render::GraphicsError("this build has no window; use capture, predict, check or export");
}

ExitCode run_kiosk(const KioskArguments&, const Paths&) {
  throw render::GraphicsError("this build has no kiosk; use capture, predict, check or export");
}

}  // namespace app
