#include "app/files/limits_file.h"

#include <algorithm>

#include "app/files/json_field.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using Sources = std::map<std::string, std::string>;

std::string read_source(const Field& field, const Sources& sources) {
  const auto found = sources.find(field.text());
  if (found == sources.end()) field.fail("is not a key of `sources`, expected one");
  return found->second;
}

double read_positive(const Field& field) {
  const double value = field.number();
  if (value <= 0.0) field.fail("is not above zero, expected a positive figure");
  return value;
}

Limit read_limit(const Field& field, const Sources& sources) {
  field.allow_keys({"value", "source"});
  return {read_positive(field.at("value")), read_source(field.at("source"), sources)};
}

std::vector<simulation::Muscle> read_muscles(const Field& field) {
  std::vector<simulation::Muscle> muscles;
  for (const Field& item : field.items()) muscles.push_back(item.one_of(muscle_names()));
  return muscles;
}

simulation::Product product_of(const std::string& name, const Field& field) {
  for (const auto& [product, known] : kProductNames)
    if (known == name) return product;
  field.fail("is not a product, expected one the plan format knows");
}

ProductLimits read_product(const Field& field, const Sources& sources) {
  field.allow_keys(
      {"name", "units_per_site", "units_per_session", "full_calf_units", "labelled_muscles", "label"});
  ProductLimits limits;
  limits.name = field.at("name").text();
  limits.units_per_site = read_limit(field.at("units_per_site"), sources);
  limits.units_per_session = read_limit(field.at("units_per_session"), sources);
  limits.full_calf_units = read_limit(field.at("full_calf_units"), sources);
  limits.labelled_muscles = read_muscles(field.at("labelled_muscles"));
  limits.label = read_source(field.at("label"), sources);
  return limits;
}

StudiedDose read_studied(const Field& field, const Sources& sources) {
  field.allow_keys({"product", "muscles", "per", "units", "finding", "source"});
  constexpr Names<bool, 2> kPer{{{true, "leg"}, {false, "session"}}};
  StudiedDose dose;
  dose.product = field.at("product").one_of(kProductNames);
  dose.muscles = read_muscles(field.at("muscles"));
  dose.per_leg = field.at("per").one_of(kPer);
  dose.units = read_positive(field.at("units"));
  dose.finding = field.at("finding").text();
  dose.source = read_source(field.at("source"), sources);
  return dose;
}

}  // namespace

Limits read_limits(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_limits", "sources", "products", "weeks_between_sessions", "studied",
                   "unstudied_calf", "calf_fat_mm", "calf_muscle_mm", "calf_muscles", "filler_same_visit",
                   "filler_glabella", "questions"});
  if (root.at("foreshow_limits").integer() != 1) root.fail("foreshow_limits: unknown version, expected 1");
  Sources sources;
  for (const auto& [key, field] : root.at("sources").members()) {
    sources[key] = field.text();
    if (sources[key].empty()) field.fail("is empty, expected the source's title");
  }
  Limits limits;
  for (const auto& [name, field] : root.at("products").members())
    limits.products[product_of(name, field)] = read_product(field, sources);
  limits.weeks_between_sessions = read_limit(root.at("weeks_between_sessions"), sources);
  for (const Field& field : root.at("studied").items())
    limits.studied.push_back(read_studied(field, sources));
  for (const Field& field : root.at("unstudied_calf").items())
    limits.unstudied_calf.push_back(field.one_of(kProductNames));
  limits.calf_fat_mm = read_limit(root.at("calf_fat_mm"), sources);
  limits.calf_muscle_mm = read_limit(root.at("calf_muscle_mm"), sources);
  limits.calf_muscles = read_source(root.at("calf_muscles"), sources);
  limits.filler_same_visit = read_source(root.at("filler_same_visit"), sources);
  limits.filler_glabella = read_source(root.at("filler_glabella"), sources);
  for (const Field& field : root.at("questions").items()) {
    field.allow_keys({"text", "source"});
    limits.questions.push_back({field.at("text").text(), read_source(field.at("source"), sources)});
    if (limits.questions.back().text.empty()) field.fail("text: is empty, expected a question");
  }
  return limits;
}

bool is_on_record(const Limits& limits, simulation::Muscle muscle) {
  const auto among = [muscle](const std::vector<simulation::Muscle>& list) {
    return std::any_of(list.begin(), list.end(),
                       [muscle](simulation::Muscle known) { return simulation::is_part_of(muscle, known); });
  };
  return std::any_of(limits.products.begin(), limits.products.end(),
                     [&](const auto& product) { return among(product.second.labelled_muscles); }) ||
         std::any_of(limits.studied.begin(), limits.studied.end(),
                     [&](const StudiedDose& dose) { return among(dose.muscles); });
}

}  // namespace app
