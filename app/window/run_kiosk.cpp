#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/base/error.h"
#include "app/body/workbench.h"
#include "app/files/kiosk_file.h"
#include "app/files/plan_file.h"
#include "app/session/frame_of_session.h"
#include "app/session/history.h"
#include "app/window/gui.h"
#include "app/window/kiosk/kiosk_screens.h"
#include "app/window/model_view.h"
#include "app/window/pace.h"
#include "app/window/results.h"
#include "app/window/run_window.h"

namespace app {
namespace {

/// The screens change on their own clock (countdown), so the kiosk looks at least this often.
constexpr double kLongestSleepS = 0.25;

struct Booth {
  render::Window window;
  Gui gui;
  ModelView model;
  Results results;
  History history;
  Pace pace;
  bool dragging = false;

  Booth(const Paths& paths, Session session)
      : window({.title = "Foreshow", .size = {1280, 800}, .fullscreen = true}),
        gui(window, paths, true),
        model(paths, window.software()),
        results(paths, gui.texts(), &render::Window::wake),
        history(std::move(session)) {}

  void act(const Action& action);
  bool moving() const;
  void improve();
  bool frame();
};

void Booth::act(const Action& action) {
  const KioskScreen before = history.now.kiosk.screen;
  history = apply(std::move(history), action);
  if (history.now.kiosk.screen == KioskScreen::attract && before != KioskScreen::attract) gui.forget();
}

bool Booth::moving() const {
  const bool turning = history.now.kiosk.screen == KioskScreen::attract && !history.now.look.reduced_motion;
  return history.now.playback.playing || turning;
}

/// A step toward the best picture of a model that rests; the screen stays as it was laid out last.
void Booth::improve() {
  if (!model.refine()) return;
  gui.show(model, false);
}

bool is_touch(const render::WindowEvent& event) {
  using Kind = render::WindowEventKind;
  return event.kind == Kind::button_down || event.kind == Kind::key_down || event.kind == Kind::scroll;
}

/// One pass. Closing, Esc and Alt+F4 do nothing; only the PIN ends it.
bool Booth::frame() {
  const double rest_s = model.rest_in_s(dragging);
  const auto events = window.poll(std::min({pace.wait_s(moving()), kLongestSleepS, rest_s}));
  window.set_should_close(false);
  gui.heed(events);
  const auto framings = results.follow(history.now);
  const double elapsed = pace.elapsed_s();
  for (const auto& framing : framings) act(framing);
  const Session before = history.now;
  act(action::Tick{elapsed});
  // In the attract loop the press itself, once released, begins; anywhere else any input means somebody is
  // here.
  if (before.kiosk.screen != KioskScreen::attract && !before.kiosk.still_there &&
      std::any_of(events.begin(), events.end(), is_touch))
    act(action::Touch{});
  const bool counting = before.kiosk.still_there || history.now.kiosk.still_there;
  const bool changed = before.kiosk.screen != history.now.kiosk.screen || counting;
  if (!pace.frame_due(!events.empty() || !framings.empty() || results.changed() || changed, moving())) {
    if (model.rest_in_s(dragging) <= 0.0) improve();
    return true;
  }

  std::vector<Action> actions;
  const Ui ui = gui.begin(history.now, actions);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  kiosk_screens(ui, history.now, results.view(history.now), size);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) ui.act(action::EndGesture{});
  dragging = ImGui::IsAnyItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1.0f);
  const KioskLayout layout = kiosk_layout(size, ui.scale);
  // The hidden corner counts seconds while it is held.
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) pace.keep_awake(1);
  if (gui.input_waits()) pace.keep_awake(1);
  gui.end();
  for (const Action& action : actions) act(action);
  const auto shown = frame_of(history.now, results.outcome(history.now.region), nullptr, history.now.aspect);
  if (shown)
    model.draw(*shown, layout.stage, window.framebuffer_size());
  else
    model.hide();
  const QualityStep seen = dragging || moving() ? model.quality() : QualityStep::full;
  if (results.view(history.now).quality != seen) pace.keep_awake(1);
  results.set_quality(seen);
  // What moves spares what stands still; a picture that may stay is drawn whole.
  gui.show(model, !(dragging || moving()));
  return !history.now.quit;
}

/// Visitors change doses, never the person: these are all bodies that a kiosk shows.
std::array<simulation::Plan, 2> kiosk_plans(const Paths& paths) {
  return {read_plan(paths.shared_file("plans/calf-standard.json")),
          read_plan(paths.shared_file("plans/face-glabella.json"))};
}

}  // namespace

ExitCode prepare_kiosk(const Paths& paths) {
  Workbench workbench(paths);
  for (const simulation::Plan& plan : kiosk_plans(paths)) {
    workbench.outcome(plan)->work_out();
    if (!workbench.keeps(plan))
      throw InputError((paths.cache.empty() ? "the cache" : paths.cache.string()) +
                       ": the kiosk's bodies cannot be kept there");
  }
  return ExitCode::ok;
}

ExitCode run_kiosk(const std::filesystem::path& config, const Paths& found) {
  Paths paths = found;
  paths.cache_use = CacheUse::read_only;
  // The driver would keep each program that a visitor's choice first needs. Unless whoever set the kiosk up
  // says otherwise, it translates them at every start: about two seconds of processor time for a face in
  // software.
  ::setenv("MESA_SHADER_CACHE_DISABLE", "true", 0);
  KioskSettings settings;
  if (!config.empty()) settings = read_kiosk_settings(config);
  const auto [calf, face] = kiosk_plans(paths);
  Booth booth(paths, start_session(Mode::kiosk, calf, face, settings));
  while (booth.frame()) {
  }
  return ExitCode::ok;
}

}  // namespace app
