#pragma once

#include <string>
#include <vector>

#include "simulation/plan/plan.h"

/// What the panels show of cases and their files.
namespace app {

/// What is asked, over everything else.
enum class CaseDialog {
  none,
  make_new,      // which region
  notes,         // of the shown case
  unsaved,       // a case is left with changes
  changed_file,  // another program has written the file meanwhile
  file_in_use,   // another window has it open
  file_there,    // a file of that name is there already
  left_behind,   // a former run ended without saving
  elsewhere,     // the desktop's own file chooser is open
  chooser        // our own
};

struct FolderEntry {
  std::string name;
  bool folder = false;
  bool operator==(const FolderEntry&) const = default;
};

/// Our own file chooser.
struct ChooserView {
  bool saving = false;
  bool reading = false;  // the folder is being read
  std::string folder;
  std::vector<FolderEntry> entries;  // folders first, each by name
  std::string name;                  // picked or typed
  std::string problem;               // why the folder cannot be read
};

struct CaseStatus {
  std::string file;      // of the shown case, without its folder; empty: not saved yet
  bool changed = false;  // since it was saved or opened
  std::string note;      // what was done last, in words for the label bar
  bool failed = false;   // it was not done, and `note` says why
  std::vector<std::string> recent;
  bool recent_kept = true;
  CaseDialog dialog = CaseDialog::none;
  simulation::Region region = simulation::Region::calf;  // the dialog's case
  std::string about;                                     // file name or time that the dialog names
  ChooserView chooser;
};

}  // namespace app
