#pragma once

#include <filesystem>
#include <vector>

namespace app {

/// The cases that were opened or saved last, newest first.
struct RecentFiles {
  static constexpr std::size_t kMost = 8;
  bool kept = true;  // false: switched off, and empty
  std::vector<std::filesystem::path> files;
  bool operator==(const RecentFiles&) const = default;

  /// Puts a file first; nothing when the list is switched off.
  void add(const std::filesystem::path& file);
  void forget(const std::filesystem::path& file);
};

/// The list of a state folder. One that is missing or broken is an empty one: nothing hangs on it.
RecentFiles read_recent(const std::filesystem::path& folder);

/// Writes it for its owner alone. Throws InputError.
void write_recent(const std::filesystem::path& folder, const RecentFiles& recent);

}  // namespace app
