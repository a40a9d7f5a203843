#pragma once

#include <string>

#include "app/files/case_file.h"
#include "app/session/action_traits.h"

/// What can be done with cases.
namespace app::action {

/// Words of the shown case.
struct SetCaseTitle {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  std::string title;
};
struct SetNotes {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  std::string notes;
};

/// The case takes the place of that of its region, and with it its past.
struct OpenCase {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  Case value;
};

/// What is asked of the window, which has the files. The session stays as it is.
enum class CaseStep {
  ask_new,         // which region
  make_new,        // text: the region
  choose_open,     // which file
  open,            // text: the file
  save,            // where it lies, or asks where
  choose_save,     // asks where
  show_notes,      // the dialog of the notes
  answer_save,     // of "unsaved changes"
  answer_discard,  // the same
  answer_replace,  // the file is written although another has changed it, has it open, or it is there
  recover,         // what a former run left
  forget,          // the same, for ever
  folder,          // in the window's own chooser, text: a folder to list
  name,            // text: the name typed or picked
  take,            // the name is what was meant
  keep_recent,     // the list of recent cases, on
  drop_recent,     // off, and emptied
  next,            // the next case of the folder
  previous,
  cancel,  // closes what is asked
};
struct AskCase {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  CaseStep step;
  std::string text{};
};

}  // namespace app::action
