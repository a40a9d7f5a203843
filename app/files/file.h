#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace app {

/// Who answers for a file: the user (InputError) or the product (AssetError).
enum class FileOwner { user, product };

/// Throws InputError or AssetError with `PATH: message`.
[[noreturn]] void fail_file(FileOwner owner, const std::filesystem::path& path, const std::string& message);

/// The whole file, read once. Throws when it is missing, a folder, empty, unreadable or larger than
/// max_bytes.
std::string read_file(const std::filesystem::path& path, FileOwner owner, std::size_t max_bytes);

/// Who may read what is written: whom the user lets read new files (a file that is there keeps its mode), or
/// the user alone (mode 0600), which is also on the disk when this returns.
enum class FileReaders { usual, owner };

/// Writes to a temporary name of its own beside `path`, then renames: the file is there whole or not at all,
/// and no other file is touched. Of a link the file it leads to is written. What is no regular file (a
/// device, a pipe) is written to and never replaced. Throws InputError when that cannot be done.
void write_file(const std::filesystem::path& path, std::string_view bytes,
                FileReaders readers = FileReaders::usual);

/// Throws InputError unless files can be written into `folder`, or into the nearest existing folder above it
/// if it does not exist yet. Leaves nothing behind and creates nothing.
void require_writable_folder(const std::filesystem::path& folder);

/// Throws InputError unless a file can be written at `path`: it is not a folder and its folder can be
/// written.
void require_writable_file(const std::filesystem::path& path);

/// Throws InputError if `written` is the very file `read`, under whatever name: what was asked for would take
/// the place of what it was made from.
void require_other_file(const std::filesystem::path& written, const std::filesystem::path& read);

/// Creates the folder and those above it. Throws InputError.
void make_folder(const std::filesystem::path& folder);

/// A name beside `path` that is used while it is being written; the extension is kept.
std::filesystem::path temporary_name(const std::filesystem::path& path);

}  // namespace app
