#include <algorithm>
#include <chrono>
#include <filesystem>

#include "app/files/opened_file.h"
#include "app/files/plan_file.h"
#include "app/files/user_folders.h"
#include "app/session/frame_of_session.h"
#include "app/session/history.h"
#include "app/window/cases/case_desk.h"
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
  CaseDesk cases;
  std::string title;  // of the window
  Pace pace;
  bool dragging = false;   // something that may move the model
  bool sheet_due = false;  // asked for, and the window says so already

  Desk(const Paths& where, Session session, CaseDeskSetup setup)
      : paths(where),
        window({.title = "Foreshow", .size = {1440, 900}, .minimum_size = {800, 560}}),
        gui(window, where, false),
        model(where, window.software()),
        results(where, gui.texts(), &render::Window::wake),
        history(std::move(session)),
        cases(std::move(setup), gui.texts(), history.now) {
    results.set_sheet_folders(
        {sheet_folder(SheetPlace::documents).string(), sheet_folder(SheetPlace::here).string()});
  }

  /// What is meant for the files goes to the cases, and what they answer to the session.
  void apply_all(const std::vector<Action>& actions) {
    for (const Action& action : actions) {
      if (const auto* asked = std::get_if<action::AskCase>(&action))
        apply_plain(cases.ask(*asked, history.now));
      else if (std::holds_alternative<action::Quit>(action))
        apply_plain(cases.leave(history.now));
      else
        history = apply(std::move(history), action);
    }
  }
  void apply_plain(const std::vector<Action>& actions) {
    for (const Action& action : actions) history = apply(std::move(history), action);
  }
  std::shared_ptr<const Outcome> beside() const {
    return results.outcome(history.now.region, PlanSlot::beside);
  }
  bool frame();
  void improve();
  void follow_cases();
  void save_if_asked(unsigned before);
  void make_sheet_if_asked(unsigned before);
  void take_drop(std::span<const render::WindowEvent> events, std::vector<Action>& actions);
};

void Desk::save_if_asked(unsigned before) {
  const auto outcome = results.outcome(history.now.region);
  if (history.now.capture_requests == before || !outcome) return;
  try {
    const auto path =
        save_picture(history.now, outcome, beside(), paths, window.description(), pictures_folder());
    cases.tell(gui.texts().fill("label.saved", {{"path", path.string()}}), false);
  } catch (...) {
    const std::string why = describe(std::current_exception()).message;
    cases.tell(gui.texts().fill("label.not_saved", {{"why", why}}), true);
  }
}

/// Takes what choosers and disks have answered; the name of the file stands over the window.
void Desk::follow_cases() {
  using Clock = std::chrono::steady_clock;
  const double now_s = std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
  apply_plain(cases.follow(history.now, now_s));
  const CaseStatus& status = cases.status(history.now);
  results.set_cases(status);
  const std::string wanted =
      status.file.empty()
          ? gui.texts().at("product_name")
          : gui.texts().fill(status.changed ? "case.window_changed" : "case.window", {{"file", status.file}});
  if (wanted == title) return;
  title = wanted;
  window.set_title(title);
}

/// A sheet takes a second or two: the frame before says that it is being made.
void Desk::make_sheet_if_asked(unsigned before) {
  const bool asked = history.now.sheet_request.number != before;
  if (!sheet_due && !asked) return;
  const auto tell = [&](const SheetNews& news) {
    results.set_sheet_news(news.words);
    cases.tell(news.words, news.failed);
  };
  if (sheet_due) tell(sheet_news(history.now, results.outcome(history.now.region), paths, gui.texts()));
  if (asked) tell({gui.texts().at("sheet.menu.busy"), false});
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
  gui.show(model, false);
}

/// One pass: events, actions, model, interface. Returns false when the window is to close.
bool Desk::frame() {
  const bool playing = history.now.playback.playing;
  const auto events = window.poll(std::min(pace.wait_s(playing), model.rest_in_s(dragging)));
  const bool happened = !events.empty();
  gui.heed(events);
  const auto framings = results.follow(history.now);
  const double elapsed = pace.elapsed_s();
  if (window.should_close()) {
    window.set_should_close(false);
    apply_all({action::Quit{}});
  }
  follow_cases();
  const bool asked = cases.changed();
  const bool news = results.changed() || asked;
  if (history.now.quit) return false;
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
  // A dialog shows in the frame after the press that opened it.
  if (cases.changed()) pace.keep_awake(2);
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
  // What moves spares what stands still; a picture that may stay is drawn whole.
  gui.show(model, !(dragging || history.now.playback.playing));
  return !history.now.quit;
}

}  // namespace

ExitCode run_consultant(const std::filesystem::path& file, const std::filesystem::path& beside,
                        const Paths& paths) {
  const simulation::Plan calf = read_plan(paths.shared_file("plans/calf-standard.json"));
  const simulation::Plan face = read_plan(paths.shared_file("plans/face-glabella.json"));
  Session session = start_session(Mode::consultant, calf, face);
  FileKind kind = FileKind::other;
  if (!file.empty()) {
    const OpenedFile opened = read_opened(file);
    kind = opened.kind;
    session = apply(std::move(session), action::OpenCase{opened.value});
  }
  if (!beside.empty()) {
    // Read before the session is handed over: a compiler may do that first.
    const simulation::Plan second = read_plan_beside(beside, session.plan());
    session = apply(std::move(session), action::SetBeside{second});
  }
  Desk desk(paths, std::move(session),
            {state_folder(), documents_folder(), calf, face, &render::Window::wake});
  desk.cases.begin(desk.history.now, file, kind);
  while (desk.frame()) {
  }
  return ExitCode::ok;
}

}  // namespace app
