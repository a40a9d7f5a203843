#include "app/window/cases/folder_list.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "app/files/opened_file.h"

namespace app {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostEntries = 5000;

bool may_be_opened(const fs::path& file) {
  constexpr std::array<std::string_view, 2> kEnds = {".json", ".png"};
  const std::string end = file.extension().string();
  return std::find(kEnds.begin(), kEnds.end(), end) != kEnds.end();
}

}  // namespace

FolderList list_folder(const fs::path& folder) {
  FolderList list{folder, {}, {}};
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) list.problem = error.message();
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    std::error_code unknown;
    const bool is_folder = entries->is_directory(unknown);
    if (name.starts_with('.') || !(is_folder || may_be_opened(name))) continue;
    list.entries.push_back({name, is_folder});
    if (list.entries.size() >= kMostEntries) break;
  }
  std::sort(list.entries.begin(), list.entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
    return a.folder != b.folder ? a.folder : a.name < b.name;
  });
  return list;
}

fs::path neighbour_case(const fs::path& file, int step) {
  std::vector<FolderEntry> entries = list_folder(file.parent_path()).entries;
  std::erase_if(entries, [](const FolderEntry& one) { return one.folder; });
  if (step < 0) std::reverse(entries.begin(), entries.end());
  const std::string name = file.filename().string();
  for (const FolderEntry& one : entries) {
    if (step > 0 ? one.name <= name : one.name >= name) continue;
    const fs::path next = file.parent_path() / one.name;
    if (kind_of(next) == FileKind::case_file) return next;
  }
  return {};
}

}  // namespace app
