#pragma once

#include <filesystem>
#include <string>

namespace app {

/// SHA-256 of a file's bytes; empty where there is none.
std::string hash_of(const std::filesystem::path& file);

/// The message of the exception that is being handled, with the file's name in the place of its whole path.
std::string short_message(const std::filesystem::path& file);

}  // namespace app
