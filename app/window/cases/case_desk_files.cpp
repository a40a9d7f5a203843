// Cases from and to files, and what a run leaves behind.
#include <algorithm>
#include <utility>

#include "app/base/names.h"
#include "app/files/file.h"
#include "app/window/cases/case_desk.h"
#include "app/window/cases/file_facts.h"

namespace app {
namespace fs = std::filesystem;
using simulation::Region;

std::vector<Action> CaseDesk::open(const fs::path& path, const Session& session) {
  std::error_code error;
  const fs::path file = fs::absolute(path, error);
  try {
    waiting_hash_ = hash_of(file);
    waiting_ = read_opened(file);
    waiting_file_ = file;
  } catch (...) {
    tell(texts_.fill("case.not_opened", {{"why", short_message(file)}}), true);
    if (!fs::exists(file, error)) {
      RecentFiles recent = read_recent(setup_.state);
      recent.forget(file);
      std::erase(status_.recent, file.string());
      background_.add([folder = setup_.state, recent] {
        try {
          write_recent(folder, recent);
        } catch (const std::exception&) {
        }
      });
    }
    return {};
  }
  then_ = Then::open;
  given_up_.clear();
  return go_on(session);
}

std::vector<Action> CaseDesk::put_on_desk() {
  if (!waiting_) return {};
  const OpenedFile opened = *std::exchange(waiting_, std::nullopt);
  Document& own = document(opened.value.plan.region);
  // Given back first: it may be the same file again.
  own = Document{};
  own.saved = opened.value;
  const std::string name = waiting_file_.filename().string();
  if (opened.kind == FileKind::case_file) {
    own.file = waiting_file_;
    own.as_read = waiting_hash_;
    own.lock = lock_of(setup_.state, own.file);
    add_recent(own.file);
  }
  background_.add([this, region = opened.value.plan.region] { recovery_.forget(region); });
  if (waiting_file_.empty())
    tell({}, false);
  else if (opened.kind == FileKind::case_file && !own.lock)
    tell(texts_.fill("case.also_open", {{"file", name}}), true);
  else
    tell(texts_.fill("case.opened", {{"file", name}}), false);
  return {action::OpenCase{opened.value}};
}

std::vector<Action> CaseDesk::save(const Session& session, Region region) {
  status_.region = region;
  const fs::path file = document(region).file;
  if (!file.empty()) {
    close_dialog();
    status_.region = region;
    return save_to(file, session, false);
  }
  choose(true, region);
  return {};
}

std::vector<Action> CaseDesk::save_to(const fs::path& file, const Session& session, bool replace) {
  const Region region = status_.region;
  Document& own = document(region);
  const std::string name = file.filename().string();
  target_ = file;
  std::optional<FileLock> lock;
  std::error_code error;
  const bool holds = file == own.file && own.lock;
  if (!holds) lock = lock_of(setup_.state, file);
  if (!replace && !holds && !lock && !setup_.state.empty()) {
    ask_for(CaseDialog::file_in_use, region, name);
    return {};
  }
  // One that cannot be read is not what was read here either.
  if (!replace && fs::exists(file, error) && (own.as_read.empty() || hash_of(file) != own.as_read)) {
    ask_for(file == own.file ? CaseDialog::changed_file : CaseDialog::file_there, region, name);
    return {};
  }
  const Case now = case_of(session, region);
  try {
    write_case(file, now);
  } catch (...) {
    tell(texts_.fill("case.not_saved", {{"why", short_message(file)}}), true);
    then_ = Then::nothing;
    return {};
  }
  own.as_read = hash_of(file);
  if (file != own.file || !own.lock) own.lock = std::move(lock);
  own.file = file;
  own.saved = now;
  own.is_kept = false;
  background_.add([this, region] { recovery_.forget(region); });
  add_recent(file);
  tell(texts_.fill("case.saved", {{"file", name}}), false);
  return go_on(session);
}

std::vector<Action> CaseDesk::recover() {
  std::vector<Action> actions;
  const std::vector<LeftBehind> left = std::exchange(left_, {});
  close_dialog();
  for (const LeftBehind& one : left) {
    const Region region = one.unsaved.value.plan.region;
    Document& own = document(region);
    own = Document{};
    own.file = one.unsaved.file;
    own.as_read = one.unsaved.as_read;
    if (!own.file.empty()) own.lock = lock_of(setup_.state, own.file);
    // Nothing that is on the disk: it is not saved yet, whatever it holds.
    own.kept = one.unsaved.value;
    own.is_kept = true;
    background_.add([this, one] {
      if (recovery_.keep(one.unsaved)) recovery_.forget(one);
    });
    actions.emplace_back(action::OpenCase{one.unsaved.value});
  }
  return actions;
}

void CaseDesk::forget_left() {
  background_.add([this, left = std::exchange(left_, {})] {
    for (const LeftBehind& one : left) recovery_.forget(one);
  });
  close_dialog();
}

void CaseDesk::keep(const Session& session, Region region) {
  Document& own = document(region);
  const Case now = case_of(session, region);
  if (same_work(now, own.saved)) {
    if (std::exchange(own.is_kept, false)) background_.add([this, region] { recovery_.forget(region); });
    return;
  }
  if (own.is_kept && now == own.kept) return;
  own.kept = now;
  own.is_kept = true;
  background_.add([this, unsaved = Unsaved{now, own.file, own.as_read}] { recovery_.keep(unsaved); });
}

}  // namespace app
