#pragma once

#include <string>

#include "app/files/texts.h"
#include "app/session/history.h"
#include "app/window/cases/case_desk.h"

/// The cases of a window without the window: what is asked goes to them, what they answer to the session.
namespace app {

struct DeskInMemory {
  explicit DeskInMemory(const std::filesystem::path& folder, const std::filesystem::path& file = {})
      : texts(read_texts(FORESHOW_ASSETS_SOURCE "/texts/en.json")),
        history(first_session(file)),
        cases({folder / "state", folder, history.start.calf.plan, history.start.face.plan, [] {}}, texts,
              history.now) {
    cases.begin(history.now, file, file.empty() ? FileKind::other : kind_of(file));
  }

  static Session first_session(const std::filesystem::path& file) {
    simulation::Plan calf, face;
    face.region = simulation::Region::face;
    Session session = start_session(Mode::consultant, calf, face);
    if (!file.empty()) session = apply(std::move(session), action::OpenCase{read_opened(file).value});
    return session;
  }

  void take(const std::vector<Action>& actions) {
    for (const Action& one : actions) history = apply(std::move(history), one);
  }
  void ask(action::CaseStep step, const std::string& text = {}) {
    take(cases.ask({step, text}, history.now));
  }
  void act(const Action& one) { history = apply(std::move(history), one); }
  void leave() { take(cases.leave(history.now)); }
  /// `seconds` later, with the disk having caught up.
  void wait(double seconds) {
    now_s += seconds;
    take(cases.follow(history.now, now_s));
    cases.finish();
    take(cases.follow(history.now, now_s));
  }
  /// Types a name into our own chooser and takes it.
  void choose(const std::string& name) {
    ask(action::CaseStep::name, name);
    ask(action::CaseStep::take);
  }
  const CaseStatus& status() { return cases.status(history.now); }

  Texts texts;
  History history;
  CaseDesk cases;
  double now_s = 0.0;
};

}  // namespace app
