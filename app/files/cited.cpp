#include "app/files/cited.h"

#include <algorithm>

#include "app/files/clinical_file.h"

namespace app {

Citable citable_of(const std::filesystem::path& clinical_file) {
  Citable citable;
  citable.sources = read_source_keys(sources_of(clinical_file));
  for (PublishedRow& row : read_published(clinical_file.parent_path() / "published.csv")) {
    std::string id = row.id;
    citable.rows.emplace(std::move(id), std::move(row));
  }
  return citable;
}

std::vector<std::string> read_cited_sources(const Field& entry, const Citable& citable) {
  std::vector<std::string> sources;
  const Field list = entry.at("sources");
  for (const Field& item : list.items()) {
    sources.push_back(item.text());
    if (!citable.sources.contains(sources.back()))
      item.fail("`" + sources.back() + "` is not in sources.bib, expected one of its keys");
  }
  if (sources.empty()) list.fail("is empty, expected at least one key of sources.bib");
  return sources;
}

std::vector<std::string> read_cited_rows(const Field& entry, const Citable& citable,
                                         const std::vector<std::string>& sources) {
  std::vector<std::string> rows;
  for (const Field& item : entry.at("rows").items()) {
    rows.push_back(item.text());
    const auto found = citable.rows.find(rows.back());
    if (found == citable.rows.end())
      item.fail("`" + rows.back() + "` is not in published.csv, expected one of its ids");
    if (std::find(sources.begin(), sources.end(), found->second.source) == sources.end())
      item.fail("`" + rows.back() + "` is of `" + found->second.source + "`, expected it among `sources`");
  }
  return rows;
}

}  // namespace app
