#include "app/files/evidence_file.h"

#include <algorithm>
#include <set>

#include "app/files/cited.h"
#include "simulation/prediction/quantities.h"

namespace app {
namespace {

Evidence read_entry(const Field& field, const Citable& citable) {
  field.allow_keys({"quantity", "sources", "rows", "assumption", "measured"});
  Evidence entry;
  entry.quantity = field.at("quantity").text();
  if (!simulation::quantity_row(entry.quantity))
    field.at("quantity")
        .fail("`" + entry.quantity + "` is not predicted, expected one such as " +
              std::string(simulation::quantities(simulation::Region::calf).front().key));
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
  const auto named = simulation::quantity_named(quantity);
  if (!named) return nullptr;
  const auto found = std::find_if(registry.begin(), registry.end(), [&](const Evidence& entry) {
    return entry.quantity == named->quantity->key;
  });
  return found == registry.end() ? nullptr : &*found;
}

}  // namespace app
