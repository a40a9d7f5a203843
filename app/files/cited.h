#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/files/json_field.h"
#include "app/files/published_file.h"

namespace app {

/// What a clinical file may cite: keys of sources.bib and rows of the published.csv beside it.
struct Citable {
  std::set<std::string> sources;
  std::map<std::string, PublishedRow> rows;  // by id
};

/// Throws AssetError as read_source_keys() and read_published() do.
Citable citable_of(const std::filesystem::path& clinical_file);

/// The keys of `sources` of an entry. Throws for none and for one that is not known.
std::vector<std::string> read_cited_sources(const Field& entry, const Citable& citable);

/// The ids of `rows` of an entry; may be none. Throws for one that is not known, and for one whose source is
/// not among `sources`.
std::vector<std::string> read_cited_rows(const Field& entry, const Citable& citable,
                                         const std::vector<std::string>& sources);

}  // namespace app
