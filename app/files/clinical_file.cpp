#include "app/files/clinical_file.h"

#include <map>
#include <optional>

#include "app/base/error.h"
#include "render/file/sha256.h"
#include "app/files/file_hash.h"
#include "app/files/json_field.h"
#include "simulation/error.h"

namespace app {
namespace {

simulation::Parameter read_parameter(const Field& field, const std::set<std::string>& known_sources) {
  field.allow_keys({"value", "unit", "person_cv", "study_cv", "range", "sources", "assumed", "why"});
  simulation::Parameter parameter;
  parameter.value = field.at("value").number();
  parameter.unit = field.at("unit").text();
  if (const auto cv = field.find("person_cv")) parameter.person_cv = cv->number();
  if (const auto cv = field.find("study_cv")) parameter.study_cv = cv->number();
  if (const auto range = field.find("range")) {
    const std::vector<Field> ends = range->items();
    if (ends.size() != 2) range->fail("has " + std::to_string(ends.size()) + " numbers, expected two");
    parameter.low = ends[0].number();
    parameter.high = ends[1].number();
  }
  for (const Field& source : field.at("sources").items()) {
    parameter.sources.push_back(source.text());
    if (!known_sources.contains(parameter.sources.back()))
      source.fail("`" + parameter.sources.back() + "` is not in sources.bib, expected one of its keys");
  }
  parameter.assumed = field.at("assumed").boolean();
  parameter.why = field.at("why").text(300);
  return parameter;
}

std::optional<std::filesystem::path> draws_beside(const std::filesystem::path& path) {
  const std::filesystem::path beside = path.parent_path() / "draws.json";
  std::error_code ignored;
  if (!std::filesystem::exists(beside, ignored)) return std::nullopt;
  return beside;
}

simulation::ParameterDraws read_draws(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_draws", "seed", "r_hat", "keys", "rows"});
  if (root.at("foreshow_draws").integer() != 1)
    root.at("foreshow_draws").fail("is not 1, expected a file of this version");
  simulation::ParameterDraws draws;
  for (const Field& key : root.at("keys").items()) draws.keys.push_back(key.text());
  for (const Field& row : root.at("rows").items()) {
    draws.rows.emplace_back();
    for (const Field& value : row.items()) draws.rows.back().push_back(value.number());
  }
  return draws;
}

}  // namespace

std::filesystem::path sources_of(const std::filesystem::path& clinical_file) {
  const std::filesystem::path folder = std::filesystem::absolute(clinical_file).parent_path();
  const std::filesystem::path beside = folder / "sources.bib";
  std::error_code ignored;
  if (std::filesystem::exists(beside, ignored)) return beside;
  return folder.parent_path() / "sources.bib";
}

std::set<std::string> read_source_keys(const std::filesystem::path& path) {
  const std::string text = read_file(path, FileOwner::product, kMaxBibBytes);
  std::set<std::string> keys;
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::size_t open = text.find('{', at);
    const std::size_t comma = text.find(',', at);
    if (open == std::string::npos || comma == std::string::npos || comma < open)
      fail_file(FileOwner::product, path, "an entry has no key, expected `@type{key,`");
    const std::string key = text.substr(open + 1, comma - open - 1);
    if (!keys.insert(key).second)
      fail_file(FileOwner::product, path, key + ": is there twice, expected once");
  }
  if (keys.empty()) fail_file(FileOwner::product, path, "has no entries, expected sources in BibTeX");
  return keys;
}

std::map<std::string, simulation::Parameter> read_parameters(const std::filesystem::path& path,
                                                             const std::filesystem::path& sources) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_response", "parameters"});
  if (root.at("foreshow_response").integer() != 1)
    root.at("foreshow_response").fail("is not 1, expected a file of this version");
  const std::set<std::string> known_sources = read_source_keys(sources);
  std::map<std::string, simulation::Parameter> parameters;
  for (const auto& [key, field] : root.at("parameters").members())
    parameters.emplace(key, read_parameter(field, known_sources));
  return parameters;
}

std::string response_model_hash(const std::filesystem::path& path) {
  const std::string own = sha256_of_file(path);
  const auto draws = draws_beside(path);
  return draws ? render::sha256_of_text(own + sha256_of_file(*draws)) : own;
}

simulation::ResponseModel read_response_model(const std::filesystem::path& path) {
  std::map<std::string, simulation::Parameter> parameters = read_parameters(path, sources_of(path));
  const auto beside = draws_beside(path);
  simulation::ParameterDraws draws;
  if (beside) draws = read_draws(*beside);
  try {
    return simulation::ResponseModel(std::move(parameters), std::move(draws));
  } catch (const simulation::InputError& error) {
    fail_file(FileOwner::product, path, error.what());
  }
}

}  // namespace app
