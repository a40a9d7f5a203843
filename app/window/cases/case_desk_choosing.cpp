// Which file: the chooser of the desktop or our own, and the recent ones.
#include <algorithm>
#include <utility>

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/files/file.h"
#include "app/window/cases/case_desk.h"
#include "app/window/cases/file_facts.h"

namespace app {
namespace fs = std::filesystem;
using simulation::Region;

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
  if (name.empty()) name = texts_.at("case.file_name." + std::string(name_of(kRegionNames, region)));
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

}  // namespace app
