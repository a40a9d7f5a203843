#include "app/files/recovery.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <set>
#include <system_error>

#include "app/base/names.h"
#include "app/files/case_field.h"

namespace app {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kRunStart = "run-";
constexpr std::size_t kLongestPath = 4096;
constexpr std::size_t kMostUnsavedBytes = kMaxJsonBytes + 2 * kLongestPath;  // a case with a path beside it

std::string text_of(const Unsaved& unsaved) {
  JsonValue::Object value{{"foreshow_recovery", 1}};
  if (!unsaved.file.empty()) value.push_back({"file", unsaved.file.string()});
  if (!unsaved.as_read.empty()) value.push_back({"as_read", unsaved.as_read});
  value.push_back({"case", case_value(unsaved.value)});
  return format_json(std::move(value));
}

Unsaved read_unsaved(const fs::path& path) {
  const JsonFile file = read_json(path, FileOwner::user, kMostUnsavedBytes);
  const Field root(file);
  root.allow_keys({"foreshow_recovery", "file", "as_read", "case"});
  if (const Field version = root.at("foreshow_recovery"); version.integer() != 1)
    version.fail("unknown format, expected 1");
  Unsaved unsaved;
  if (const auto from = root.find("file")) unsaved.file = from->text(kLongestPath);
  if (const auto hash = root.find("as_read")) unsaved.as_read = hash->text();
  unsaved.value = read_case_field(root.at("case"));
  return unsaved;
}

/// Recovery file of a region beside a lock.
fs::path beside(fs::path lock, simulation::Region region) {
  return lock.replace_extension("." + std::string(name_of(kRegionNames, region)) + ".json");
}

void remove_file(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
}

/// Half-written files of programs that are gone.
void remove_parts(const fs::path& folder) {
  std::error_code error;
  constexpr std::string_view kPart = ".foreshow-";
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPart)) continue;
    const long process = std::strtol(name.c_str() + kPart.size(), nullptr, 10);
    if (process > 0 && !fs::exists("/proc/" + std::to_string(process), error)) remove_file(entry.path());
  }
}

/// The locks of all programs that run or have left something, be their locks there or not.
std::set<fs::path> locks_in(const fs::path& folder) {
  std::set<fs::path> locks;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kRunStart)) locks.insert(folder / (name.substr(0, name.find('.')) + ".lock"));
  }
  return locks;
}

/// Puts what is kept in a file into the list, unless a newer one of its region is there.
void take_newest(std::vector<LeftBehind>& found, simulation::Region region, const fs::path& kept) {
  std::error_code error;
  if (!fs::exists(kept, error)) return;
  try {
    LeftBehind left{read_unsaved(kept), fs::last_write_time(kept), kept};
    const auto other = std::find_if(found.begin(), found.end(), [&](const LeftBehind& one) {
      return one.unsaved.value.plan.region == region;
    });
    if (other == found.end())
      found.push_back(std::move(left));
    else if (other->when < left.when)
      *other = std::move(left);
  } catch (const std::exception&) {
    // Not one of ours, or of a later version: it is left where it is.
  }
}

}  // namespace

Recovery::Recovery(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  if (folder_.empty()) return;
  fs::create_directories(folder_, error);
  remove_parts(folder_);
  // A process of the same number may have left something.
  constexpr int kMostTries = 100;
  for (int n = 1; n <= kMostTries && !own_; ++n) {
    const fs::path lock =
        folder_ / (std::string(kRunStart) + std::to_string(::getpid()) + "-" + std::to_string(n) + ".lock");
    const bool used = std::any_of(kRegionNames.begin(), kRegionNames.end(), [&](const auto& one) {
      return fs::exists(beside(lock, one.first), error);
    });
    if (!used) own_ = FileLock::take(lock);
  }
}

fs::path Recovery::file_of(simulation::Region region) const {
  return beside(own_->file(), region);
}

bool Recovery::keep(const Unsaved& unsaved) const {
  if (!own_) return false;
  try {
    write_file(file_of(unsaved.value.plan.region), text_of(unsaved), FileReaders::owner);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

void Recovery::forget(simulation::Region region) const {
  if (own_) remove_file(file_of(region));
}

std::vector<LeftBehind> Recovery::left_behind() {
  std::vector<LeftBehind> found;
  if (!own_) return found;
  for (const fs::path& lock : locks_in(folder_)) {
    if (lock == own_->file()) continue;
    auto taken = FileLock::take(lock);
    if (!taken) continue;  // its program runs
    for (const auto& [region, name] : kRegionNames) take_newest(found, region, beside(lock, region));
    taken_.push_back(std::move(*taken));
  }
  return found;
}

void Recovery::forget(const LeftBehind& left) const {
  remove_file(left.kept);
}

}  // namespace app
