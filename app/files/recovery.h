#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/files/case_file.h"
#include "app/files/file_lock.h"

namespace app {

/// A case that was not saved, as it is kept against the end of the program.
struct Unsaved {
  Case value;
  std::filesystem::path file;  // it was opened from or saved to last; empty: none
  std::string as_read;         // SHA-256 of that file as this case knows it; empty: none
  bool operator==(const Unsaved&) const = default;
};

/// What a program that did not end cleanly has left of a region.
struct LeftBehind {
  Unsaved unsaved;
  std::filesystem::file_time_type when;
  std::filesystem::path kept;  // the recovery file
};

/// The recovery files of one running program in a state folder: at most one per region, for their owner alone
/// (mode 0600). Each program has names of its own and holds a lock as long as it runs, so that several never
/// meet, and what a killed one left is found by the next. Nothing here throws: without a folder, or on a full
/// disk, nothing is kept.
class Recovery {
 public:
  /// Empty: keeps nothing.
  explicit Recovery(std::filesystem::path folder);

  /// Whole or not at all; true when it is on the disk.
  bool keep(const Unsaved& unsaved) const;
  void forget(simulation::Region region) const;

  /// What others have left, the newest of each region; older ones stay for a later start. From now on they
  /// are this program's to open or to forget, and no other's.
  std::vector<LeftBehind> left_behind();
  void forget(const LeftBehind& left) const;

 private:
  std::filesystem::path file_of(simulation::Region region) const;
  std::filesystem::path folder_;
  std::optional<FileLock> own_;
  std::vector<FileLock> taken_;
};

}  // namespace app
