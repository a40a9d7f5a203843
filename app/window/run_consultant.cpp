#include <algorithm>
#include <filesystem>

#include "app/files/plan_file.h"
#include "app/session/frame_of_session.h"
#include "app/session/history.h"
#include "app/window/dropped.h"
#include "app/window/gui.h"
#include "app/window/model_view.h"
#include "app/window/pace.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/shortcuts.h"
#include "app/window/results.h"
#include "app/window/run_window.h"
#include "app/window/save_picture.h"
#include "app/window/save_sheet.h"

namespace app {
namespace {

struct Desk {
  const Paths& paths;
  render::Window window;
  Gui gui;
  ModelView model;
  Results results;
  History history;
  Pace pace;
  bool dragging = false;   // something that may move the model
  bool sheet_due = false;  // asked for, and the window says so already

  Desk(const Paths& where, Session session)
      : paths(where),
        window({.title = "Foreshow", .size = {1440, 900}, .minimum_size = {800, 560}}),
        gui(window, where, false),
        model(where, window.software()),
        results(where, gui.texts(), &render::Window::wake),
        history(std::move(session)) {
    results.set_sheet_folders(
        {sheet_folder(SheetPlace::documents).string(), sheet_folder(SheetPlace::here).string()});
  }

  void apply_all(const std::vector<Action>& actions) {
    for (const Action& action : actions) history = apply(std::move(history), action);
  }
  std::shared_ptr<const Outcome> beside() const {
    return results.outcome(history.now.region, PlanSlot::beside);
  }
  bool frame();
  void improve();
  void save_if_asked(unsigned before);
  void make_sheet_if_asked(unsigned before);
  void take_drop(std::span<const render::WindowEvent> events, std::vector<Action>& actions);
};

void Desk::save_if_asked(unsigned before) {
  const auto outcome = results.outcome(history.now.region);
  if (history.now.capture_requests == before || !outcome) return;
  try {
    const auto path = save_picture(history.now, outcome, beside(), paths, window.description(),
                                   std::filesystem::current_path());
    results.set_saved(path.string());
  } catch (...) {
    results.set_saved(describe(std::current_exception()).message);
  }
}

/// A sheet takes a second or two: the frame before says that it is being made.
void Desk::make_sheet_if_asked(unsigned before) {
  const bool asked = history.now.sheet_request.number != before;
  if (!sheet_due && !asked) return;
  if (sheet_due)
    results.set_sheet_news(sheet_news(history.now, results.outcome(history.now.region), paths, gui.texts()));
  if (asked) results.set_sheet_news(gui.texts().at("sheet.menu.busy"));
  sheet_due = asked;
  pace.keep_awake(3);  // Dear ImGui knows the menu's new length one frame later
}

/// A message about a drop stays until the person goes on.
void Desk::take_drop(std::span<const render::WindowEvent> events, std::vector<Action>& actions) {
  if (goes_on(events)) results.set_drop_problem({});
  const auto drop = dropped(events, gui.texts());
  if (!drop) return;
  if (drop->action) actions.push_back(*drop->action);
  results.set_drop_problem(drop->problem);
}

/// A step toward the best picture of a model that rests; the interface stays as it was laid out last.
void Desk::improve() {
  if (!model.refine()) return;
  model.present();
  gui.draw();
  window.swap();
}

/// One pass: events, actions, model, interface. Returns false when the window is to close.
bool Desk::frame() {
  const bool playing = history.now.playback.playing;
  const auto events = window.poll(std::min(pace.wait_s(playing), model.rest_in_s(dragging)));
  const bool happened = !events.empty();
  const auto framings = results.follow(history.now);
  const double elapsed = pace.elapsed_s();
  if (window.should_close()) return false;
  const bool news = results.changed();
  if (!pace.frame_due(happened || news || !framings.empty(), playing)) {
    if (model.rest_in_s(dragging) <= 0.0) improve();
    return true;
  }

  std::vector<Action> actions(framings.begin(), framings.end());
  take_drop(events, actions);
  if (history.now.playback.playing) actions.push_back(action::Tick{elapsed});
  apply_all(actions);
  actions.clear();

  const unsigned captures = history.now.capture_requests, sheets = history.now.sheet_request.number;
  const auto tapped = history.now.tapped;
  const Ui ui = gui.begin(history.now, actions);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  handle_shortcuts(ui, history.now, results.view(history.now));
  consultant_panels(ui, history, results.view(history.now), size);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Right))
    ui.act(action::EndGesture{});
  dragging = (ImGui::IsAnyItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1.0f)) ||
             ImGui::IsMouseDragging(ImGuiMouseButton_Right, 1.0f);
  const Layout layout = consultant_layout(size, ui.scale);
  if (gui.input_waits()) pace.keep_awake(1);
  gui.end();
  apply_all(actions);
  save_if_asked(captures);
  make_sheet_if_asked(sheets);
  // Dear ImGui knows the length of a new card one frame later.
  if (history.now.tapped != tapped) pace.keep_awake(2);

  const auto shown = frame_of(history.now, results.outcome(history.now.region), beside(), history.now.aspect);
  if (shown)
    model.draw(*shown, layout.stage, window.framebuffer_size());
  else
    model.hide();
  // One step of a key is no movement: a note would only flicker.
  const QualityStep seen = dragging || history.now.playback.playing ? model.quality() : QualityStep::full;
  if (results.view(history.now).quality != seen) pace.keep_awake(1);
  results.set_quality(seen);
  gui.draw();
  window.swap();
  return !history.now.quit;
}

}  // namespace

ExitCode run_consultant(const std::filesystem::path& plan, const std::filesystem::path& beside,
                        const Paths& paths) {
  simulation::Plan calf = read_plan(paths.shared_file("plans/calf-standard.json"));
  simulation::Plan face = read_plan(paths.shared_file("plans/face-glabella.json"));
  simulation::Region region = simulation::Region::calf;
  if (!plan.empty()) {
    const simulation::Plan given = read_plan(plan);
    region = given.region;
    (region == simulation::Region::calf ? calf : face) = given;
  }
  Session session = start_session(Mode::consultant, calf, face);
  session.region = region;
  if (!beside.empty()) {
    // Read before the session is handed over: a compiler may do that first.
    const simulation::Plan second = read_plan_beside(beside, session.plan());
    session = apply(std::move(session), action::SetBeside{second});
  }
  Desk desk(paths, std::move(session));
  while (desk.frame()) {
  }
  return ExitCode::ok;
}

}  // namespace app
