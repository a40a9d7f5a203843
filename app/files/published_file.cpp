#include "app/files/published_file.h"

#include <array>

#include "app/base/names.h"
#include "app/files/clinical_file.h"
#include "app/files/csv_file.h"
#include "simulation/plan/names.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 14> kPublishedColumns{"id",     "source", "area",    "product", "units",
                                                    "person", "week",   "measure", "unit",    "value",
                                                    "sd",     "n",      "use",     "note"};
constexpr std::array<std::string_view, 5> kAreas{"calf", "glabella", "forehead", "crows_feet", "masseter"};
constexpr std::array<std::string_view, 2> kPeople{"adult", "child"};
constexpr Names<PublishedUse, 3> kUses{{{PublishedUse::fit, "fit"},
                                        {PublishedUse::order_only, "order only"},
                                        {PublishedUse::other_measure, "other measure"}}};

PublishedRow read_row(const CsvLine& line, const std::set<std::string>& sources) {
  PublishedRow row;
  row.id = line.text(0);
  row.source = line.text(1);
  if (!sources.contains(row.source))
    line.fail(1, "`" + row.source + "` is not in sources.bib, expected one of its keys");
  row.area = line.one_of(2, kAreas);
  const auto product = simulation::product_named(line.text(3));
  if (!product) line.fail(3, "`" + line.text(3) + "` is not known, expected a product");
  row.product = *product;
  row.units = line.number(4);
  row.person = line.one_of(5, kPeople);
  row.week = line.number_or_nothing(6);
  row.measure = line.text(7);
  row.unit = line.text(8);
  row.value = line.number(9);
  row.sd = line.number_or_nothing(10);
  if (const auto people = line.number_or_nothing(11)) row.people = static_cast<int>(*people);
  const std::string& use = line.one_of(12, words_of(kUses));
  for (const auto& [value, name] : kUses)
    if (name == use) row.use = value;
  row.note = line.text_or_nothing(13);
  return row;
}

}  // namespace

bool is_share(const PublishedRow& row) {
  return row.unit == "%" && row.measure.find("change") == std::string::npos;
}

std::vector<PublishedRow> read_published(const std::filesystem::path& path) {
  const auto lines = read_csv(path, kPublishedColumns, "has no rows, expected published figures");
  const std::set<std::string> sources = read_source_keys(sources_of(path));
  std::vector<PublishedRow> rows;
  for (const CsvLine& line : lines) rows.push_back(read_row(line, sources));
  return rows;
}

}  // namespace app
