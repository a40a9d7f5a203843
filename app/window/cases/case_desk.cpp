#include "app/window/cases/case_desk.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <utility>

#include "app/base/names.h"
#include "app/window/cases/file_facts.h"

namespace app {
namespace fs = std::filesystem;
namespace {

using action::CaseStep;
using simulation::Region;

constexpr std::array<Region, 2> kBothRegions = {Region::calf, Region::face};

std::string clock_time(fs::file_time_type when) {
  const auto since = when - fs::file_time_type::clock::now();
  const auto system = std::chrono::system_clock::now() +
                      std::chrono::duration_cast<std::chrono::system_clock::duration>(since);
  const std::time_t seconds = std::chrono::system_clock::to_time_t(system);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local);
  return text.data();
}

}  // namespace

CaseDesk::CaseDesk(CaseDeskSetup setup, const Texts& texts, const Session& session)
    : setup_(std::move(setup)), texts_(texts), recovery_(setup_.state) {
  for (const Region region : kBothRegions) document(region).saved = case_of(session, region);
  const RecentFiles recent = read_recent(setup_.state);
  status_.recent_kept = recent.kept;
  for (const fs::path& file : recent.files) status_.recent.push_back(file.string());
}

CaseDesk::~CaseDesk() {
  chooser_.reset();
}

void CaseDesk::begin(const Session& session, const fs::path& file, FileKind kind) {
  if (kind == FileKind::case_file) {
    std::error_code error;
    Document& own = document(session.region);
    own.file = fs::absolute(file, error);
    own.as_read = hash_of(own.file);
    own.lock = lock_of(setup_.state, own.file);
    if (!own.lock) tell(texts_.fill("case.also_open", {{"file", own.file.filename().string()}}), true);
    add_recent(own.file);
  }
  left_ = recovery_.left_behind();
  if (!left_.empty())
    ask_for(CaseDialog::left_behind, left_.front().unsaved.value.plan.region, clock_time(left_.front().when));
}

bool CaseDesk::is_changed(const Session& session, Region region) {
  return !same_work(case_of(session, region), document(region).saved);
}

void CaseDesk::close_dialog() {
  status_.dialog = CaseDialog::none;
  chooser_.reset();
  news_ = true;
}

void CaseDesk::ask_for(CaseDialog dialog, Region region, std::string about) {
  status_.dialog = dialog;
  status_.region = region;
  status_.about = std::move(about);
  news_ = true;
}

void CaseDesk::tell(std::string note, bool failed) {
  status_.note = std::move(note);
  status_.failed = failed;
  news_ = true;
}

bool CaseDesk::changed() {
  return std::exchange(news_, false);
}

const CaseStatus& CaseDesk::status(const Session& session) {
  status_.file = document(session.region).file.filename().string();
  status_.changed = is_changed(session, session.region);
  return status_;
}

std::vector<Action> CaseDesk::ask(const action::AskCase& asked, const Session& session) {
  const fs::path file(asked.text);
  switch (asked.step) {
    case CaseStep::ask_new:
      ask_for(CaseDialog::make_new, session.region);
      break;
    case CaseStep::make_new:
      close_dialog();
      return make_new(
          asked.text == std::string(name_of(kRegionNames, Region::face)) ? Region::face : Region::calf,
          session);
    case CaseStep::choose_open:
      choose(false, session.region);
      break;
    case CaseStep::open:
      close_dialog();
      return open(file, session);
    case CaseStep::save:
      return save(session, session.region);
    case CaseStep::choose_save:
      then_ = Then::nothing;
      choose(true, session.region);
      break;
    case CaseStep::show_notes:
      ask_for(CaseDialog::notes, session.region);
      break;
    case CaseStep::answer_save:
      return save(session, status_.region);
    case CaseStep::answer_discard:
      given_up_.push_back(status_.region);
      close_dialog();
      return go_on(session);
    case CaseStep::answer_replace:
      close_dialog();
      return save_to(target_, session, true);
    case CaseStep::recover:
      return recover();
    case CaseStep::forget:
      forget_left();
      break;
    case CaseStep::folder:
      list(file);
      break;
    case CaseStep::name:
      status_.chooser.name = asked.text;
      break;
    case CaseStep::take:
      return take_name(session);
    case CaseStep::keep_recent:
      set_recent(true);
      break;
    case CaseStep::drop_recent:
      set_recent(false);
      break;
    case CaseStep::next:
    case CaseStep::previous: {
      const fs::path own = document(session.region).file;
      const fs::path other =
          own.empty() ? fs::path() : neighbour_case(own, asked.step == CaseStep::next ? 1 : -1);
      if (!other.empty()) return open(other, session);
      tell(texts_.at("case.no_neighbour"), true);
      break;
    }
    case CaseStep::cancel:
      // What a former run left is asked for again at the next start.
      close_dialog();
      then_ = Then::nothing;
      waiting_.reset();
      given_up_.clear();
      break;
  }
  return {};
}

std::vector<Action> CaseDesk::make_new(Region region, const Session& session) {
  OpenedFile fresh{FileKind::plan, {}};
  fresh.value.plan = region == Region::calf ? setup_.calf : setup_.face;
  fresh.value.plan.title.clear();
  waiting_ = std::move(fresh);
  waiting_file_.clear();
  then_ = Then::make_new;
  given_up_.clear();
  return go_on(session);
}

std::vector<Action> CaseDesk::leave(const Session& session) {
  // While something else is asked, that is answered first.
  if (status_.dialog == CaseDialog::unsaved) return {};
  close_dialog();
  then_ = Then::quit;
  given_up_.clear();
  return go_on(session);
}

/// What was begun, or a question that has to be answered first.
std::vector<Action> CaseDesk::go_on(const Session& session) {
  if (then_ == Then::nothing) return {};
  for (const Region region : kBothRegions) {
    if (then_ != Then::quit && (!waiting_ || waiting_->value.plan.region != region)) continue;
    if (std::find(given_up_.begin(), given_up_.end(), region) != given_up_.end()) continue;
    if (!is_changed(session, region)) continue;
    ask_for(CaseDialog::unsaved, region, document(region).file.filename().string());
    return {};
  }
  if (std::exchange(then_, Then::nothing) != Then::quit) return put_on_desk();
  // A clean end leaves nothing behind.
  background_.add([this] {
    for (const Region region : kBothRegions) recovery_.forget(region);
  });
  background_.finish();
  return {action::Quit{}};
}

std::vector<Action> CaseDesk::follow(const Session& session, double now_s) {
  {
    const std::lock_guard lock(mutex_);
    if (listed_ && listed_->folder == status_.chooser.folder) {
      status_.chooser.entries = std::move(listed_->entries);
      status_.chooser.problem = std::move(listed_->problem);
      status_.chooser.reading = false;
      listed_.reset();
      news_ = true;
    }
  }
  if (now_s - kept_at_s_ >= kKeepEveryS) {
    kept_at_s_ = now_s;
    for (const Region region : kBothRegions) keep(session, region);
  }
  const auto answer = chooser_ ? chooser_->answer() : std::nullopt;
  if (!answer) return {};
  chooser_.reset();
  if (!answer->failed) return answered(answer->file, session);
  choose_here(wish_.start);
  return {};
}

}  // namespace app
