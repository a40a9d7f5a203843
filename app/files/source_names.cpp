#include "app/files/source_names.h"

#include "app/files/clinical_file.h"
#include "app/files/file.h"

namespace app {
namespace {

/// What stands in the braces of a field; nothing without the field.
std::string field_of(std::string_view entry, std::string_view name) {
  const std::string start = "\n  " + std::string(name) + " = {";
  const std::size_t at = entry.find(start);
  if (at == std::string_view::npos) return {};
  std::string value;
  int depth = 1;
  for (std::size_t i = at + start.size(); i < entry.size(); ++i) {
    if (entry[i] == '{') ++depth;
    if (entry[i] == '}' && --depth == 0) break;
    if (entry[i] != '{' && entry[i] != '}') value += entry[i];
  }
  return value;
}

/// Of `Carruthers, Jean and Lowe, Nicolas` the first surname; a group of trials is not a surname.
std::string first_author(const std::string& authors) {
  const std::string first = authors.substr(0, authors.find(" and "));
  const std::size_t comma = first.find(',');
  const bool one_name = comma == std::string::npos && first.find(' ') == std::string::npos;
  const bool surname_first = comma != std::string::npos && first.find("trials") == std::string::npos;
  return one_name || surname_first ? first.substr(0, comma) : std::string();
}

}  // namespace

std::map<std::string, SourceName> read_source_names(const std::filesystem::path& path) {
  const std::set<std::string> keys = read_source_keys(path);
  const std::string text = read_file(path, FileOwner::product, kMaxBibBytes);
  std::map<std::string, SourceName> names;
  for (const std::string& key : keys) {
    const std::size_t at = text.find("{" + key + ",");
    const std::string_view entry = std::string_view(text).substr(at, text.find("\n}", at) - at);
    SourceName name{first_author(field_of(entry, "author")), field_of(entry, "title")};
    const std::string year = field_of(entry, "year");
    // A year alone names no study: then it stands behind the title.
    std::string& dated = name.by.empty() && !name.title.empty() ? name.title : name.by;
    if (!year.empty()) dated += (dated.empty() ? "" : &dated == &name.title ? ", " : " ") + year;
    if (name.by.empty() && name.title.empty()) name.by = key;
    names.emplace(key, std::move(name));
  }
  return names;
}

}  // namespace app
