#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/window/view/case_view.h"

namespace app {

/// What a chooser shows of a folder: its folders, and its files that may be opened, told by their names; none
/// that is hidden. By name, folders first.
struct FolderList {
  std::filesystem::path folder;
  std::vector<FolderEntry> entries;
  std::string problem;  // of the system, why it cannot be read
};

FolderList list_folder(const std::filesystem::path& folder);

/// The case (by content) before (-1) or after (1) `file` among those of its folder, by name; empty: none.
std::filesystem::path neighbour_case(const std::filesystem::path& file, int step);

}  // namespace app
