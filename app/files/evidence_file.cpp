#include "app/files/evidence_file.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/base/nearest.h"
#include "app/files/cited.h"
#include "simulation/plan/names.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 6> kUnits{"cm", "mm", "%", "fraction", "grade", "% of people"};
constexpr std::array<std::string_view, 2> kSides{"left", "right"};
constexpr std::array<std::string_view, 3> kLines{"glabella", "forehead", "crows_feet"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

/// Takes the first part of a dotted name off it.
std::string_view take_part(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view part = rest.substr(0, dot);
  rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  return part;
}

bool part_matches(std::string_view pattern, std::string_view part) {
  if (pattern == "SIDE") return is_one_of(part, kSides);
  if (pattern == "LINE") return is_one_of(part, kLines);
  if (pattern == "MUSCLE") return simulation::muscle_named(part).has_value();
  return pattern == part;
}

bool matches(std::string_view pattern, std::string_view quantity) {
  while (!pattern.empty() && !quantity.empty())
    if (!part_matches(take_part(pattern), take_part(quantity))) return false;
  return pattern.empty() && quantity.empty();
}

void check_pattern(const Field& field, std::string_view pattern) {
  constexpr std::array<std::string_view, 3> kStandIns{"SIDE", "LINE", "MUSCLE"};
  for (std::string_view rest = pattern; !rest.empty();) {
    const std::string_view part = take_part(rest);
    const bool has_capital =
        std::any_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (has_capital && !is_one_of(part, kStandIns))
      field.fail("`" + std::string(part) + "` stands for nothing, expected " + list_of(kStandIns));
  }
}

Evidence read_entry(const Field& field, const Citable& citable) {
  field.allow_keys({"quantity", "unit", "sources", "rows", "assumption", "measured"});
  Evidence entry;
  entry.quantity = field.at("quantity").text();
  check_pattern(field.at("quantity"), entry.quantity);
  entry.unit = field.at("unit").text();
  if (!is_one_of(entry.unit, kUnits))
    field.at("unit").fail("`" + entry.unit + "` is not known, expected " + list_of(kUnits));
  entry.sources = read_cited_sources(field, citable);
  entry.rows = read_cited_rows(field, citable, entry.sources);
  if (const auto assumption = field.find("assumption")) {
    entry.assumption = assumption->text(300);
    if (entry.assumption->empty()) assumption->fail("is empty, expected why it is assumed");
  }
  if (entry.rows.empty() && !entry.assumption)
    field.at("rows").fail("is empty, expected ids of published.csv or an `assumption`");
  entry.measured = field.at("measured").text(300);
  if (entry.measured.empty()) field.at("measured").fail("is empty, expected what was measured");
  return entry;
}

}  // namespace

std::vector<Evidence> read_evidence(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_evidence", "quantities"});
  if (root.at("foreshow_evidence").integer() != 1)
    root.at("foreshow_evidence").fail("is not 1, expected a file of this version");
  const Citable citable = citable_of(path);
  std::set<std::string> seen;
  std::vector<Evidence> registry;
  for (const Field& field : root.at("quantities").items()) {
    registry.push_back(read_entry(field, citable));
    if (!seen.insert(registry.back().quantity).second)
      field.at("quantity").fail("`" + registry.back().quantity + "` is there twice, expected once");
  }
  return registry;
}

const Evidence* evidence_of(const std::vector<Evidence>& registry, std::string_view quantity) {
  for (const Evidence& entry : registry)
    if (matches(entry.quantity, quantity)) return &entry;
  return nullptr;
}

}  // namespace app
