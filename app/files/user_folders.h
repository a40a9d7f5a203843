#pragma once

#include <filesystem>

namespace app {

/// Folders of the user, as the desktop's rules (XDG) name them. None of them is made here; empty: the user
/// has none.

/// For what a run leaves behind: `foreshow` in XDG_STATE_HOME, else in ~/.local/state.
std::filesystem::path state_folder();

/// For pictures and for documents: as `user-dirs.dirs` of the desktop says, else Pictures and Documents in the
/// home folder where they exist, else the home folder, else the folder the program was started in.
std::filesystem::path pictures_folder();
std::filesystem::path documents_folder();

}  // namespace app
