#pragma once

#include <filesystem>

#include "app/files/case_file.h"

namespace app {

/// What a file is, told by its content, not by its name.
enum class FileKind { other, plan, case_file, picture, sidecar, light_map };

/// Reads only as much as it needs. A file that cannot be read is `other`.
FileKind kind_of(const std::filesystem::path& path);

/// A file that was opened to be looked at.
struct OpenedFile {
  FileKind kind = FileKind::case_file;
  Case value;
};

/// Reads a plan, a case, or what a saved picture shows: of a picture from the sidecar beside it. Plans and
/// pictures become cases of their own. Throws InputError; for a picture without its sidecar as well.
OpenedFile read_opened(const std::filesystem::path& path);

}  // namespace app
