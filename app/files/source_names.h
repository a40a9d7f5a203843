#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace app {

/// How a source is called to a reader.
struct SourceName {
  std::string by;  // `Carruthers 2003`; nothing where the authors were not seen: then the title has the year
  std::string title;  // empty where it was not seen
};

/// The sources of a BibTeX file by their keys; one without authors, year and title is called by its key.
/// Throws AssetError as read_source_keys() does.
std::map<std::string, SourceName> read_source_names(const std::filesystem::path& path);

}  // namespace app
