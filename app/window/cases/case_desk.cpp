#include "app/window/cases/case_desk.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <span>
#include <utility>

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/files/file.h"
#include "app/files/json.h"
#include "render/file/sha256.h"

namespace app {
namespace fs = std::filesystem;
namespace {

using action::CaseStep;
using simulation::Region;

constexpr std::array<Region, 2> kBothRegions = {Region::calf, Region::face};

/// Of a file's bytes; empty where there is none.
std::string hash_of(const fs::path& file) {
  try {
    const std::string bytes = read_file(file, FileOwner::user, kMaxJsonBytes);
    render::Sha256 hash;
    hash.add_values(std::span(bytes.data(), bytes.size()));
    return hash.finish();
  } catch (const std::exception&) {
    return {};
  }
}

/// The message of what failed, with the file's name in the place of its whole path.
std::string short_message(const fs::path& file) {
  std::string message = describe(std::current_exception()).message;
  if (message.starts_with(file.string())) message.replace(0, file.string().size(), file.filename().string());
  return message;
}

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

std::string name_of_region(Region region) {
  return std::string(name_of(kRegionNames, region));
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
      return make_new(asked.text == name_of_region(Region::face) ? Region::face : Region::calf, session);
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

fs::path CaseDesk::start_folder() const {
  std::error_code error;
  for (const Document* one : {&calf_, &face_})
    if (!one->file.empty()) return one->file.parent_path();
  for (const std::string& recent : status_.recent)
    if (const fs::path folder = fs::path(recent).parent_path(); fs::is_directory(folder, error))
      return folder;
  return setup_.documents;
}

void CaseDesk::choose(bool saving, Region region) {
  const fs::path own = document(region).file;
  const fs::path folder = own.empty() ? start_folder() : own.parent_path();
  saving_ = saving;
  status_.region = region;
  std::string name = own.filename().string();
  if (name.empty()) name = texts_.at("case.file_name." + name_of_region(region));
  wish_ = {saving, texts_.at(saving ? "case.choose_save" : "case.choose_open"),
           saving ? folder / name : folder};
  chooser_ = DesktopChooser::open(wish_, setup_.on_news);
  if (!chooser_) return choose_here(wish_.start);
  ask_for(CaseDialog::elsewhere, region);
}

void CaseDesk::choose_here(const fs::path& start) {
  ask_for(CaseDialog::chooser, status_.region);
  status_.chooser = ChooserView{};
  status_.chooser.saving = saving_;
  status_.chooser.name = saving_ ? start.filename().string() : std::string();
  list(saving_ ? start.parent_path() : start);
}

void CaseDesk::list(const fs::path& folder) {
  status_.chooser.folder = folder.string();
  status_.chooser.reading = true;
  if (!saving_) status_.chooser.name.clear();
  news_ = true;
  background_.add([this, folder] {
    FolderList read = list_folder(folder);
    {
      const std::lock_guard lock(mutex_);
      listed_ = std::move(read);
    }
    setup_.on_news();
  });
}

std::vector<Action> CaseDesk::take_name(const Session& session) {
  const fs::path file = fs::path(status_.chooser.folder) / status_.chooser.name;
  std::error_code error;
  if (status_.chooser.name.empty()) return {};
  if (fs::is_directory(file, error)) {
    list(file);
    return {};
  }
  return answered(file, session);
}

/// A chooser has ended; an empty file: nothing was chosen.
std::vector<Action> CaseDesk::answered(const fs::path& chosen, const Session& session) {
  const Region region = status_.region;
  close_dialog();
  status_.region = region;
  if (chosen.empty()) {
    then_ = Then::nothing;
    return {};
  }
  if (!saving_) return open(chosen, session);
  fs::path file = chosen;
  if (!file.has_extension()) file += ".json";
  return save_to(file, session, false);
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

void CaseDesk::add_recent(const fs::path& file) {
  RecentFiles recent = read_recent(setup_.state);
  recent.add(file);
  status_.recent.clear();
  for (const fs::path& one : recent.files) status_.recent.push_back(one.string());
  background_.add([folder = setup_.state, recent] {
    try {
      if (!folder.empty() && recent.kept) write_recent(folder, recent);
    } catch (const std::exception&) {
      // The list is a help; nothing hangs on it.
    }
  });
}

void CaseDesk::set_recent(bool kept) {
  status_.recent_kept = kept;
  status_.recent.clear();
  news_ = true;
  try {
    write_recent(setup_.state, {kept, {}});
  } catch (...) {
    tell(describe(std::current_exception()).message, true);
  }
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
