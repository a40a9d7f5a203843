#include "app/files/published_file.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/base/names.h"
#include "app/base/nearest.h"
#include "app/files/clinical_file.h"
#include "app/files/file.h"
#include "simulation/plan/names.h"

namespace app {
namespace {

constexpr std::size_t kMaxCsvBytes = 1 << 20;
constexpr std::array<std::string_view, 14> kColumns{"id",     "source", "area",    "product", "units",
                                                    "person", "week",   "measure", "unit",    "value",
                                                    "sd",     "n",      "use",     "note"};
constexpr std::array<std::string_view, 5> kAreas{"calf", "glabella", "forehead", "crows_feet", "masseter"};
constexpr std::array<std::string_view, 2> kPeople{"adult", "child"};
constexpr Names<PublishedUse, 3> kUses{{{PublishedUse::fit, "fit"},
                                        {PublishedUse::order_only, "order only"},
                                        {PublishedUse::other_measure, "other measure"}}};

/// The cells of one line, read by the number of their column.
class Line {
 public:
  Line(const std::filesystem::path& path, std::size_t number, std::string_view text)
      : path_(path), number_(number) {
    for (std::size_t start = 0;;) {
      const std::size_t comma = text.find(',', start);
      cells_.emplace_back(text.substr(start, comma == std::string_view::npos ? comma : comma - start));
      if (comma == std::string_view::npos) break;
      start = comma + 1;
    }
    if (cells_.size() != kColumns.size())
      fail("has " + std::to_string(cells_.size()) + " columns, expected " + std::to_string(kColumns.size()));
  }

  [[noreturn]] void fail(const std::string& message) const {
    fail_file(FileOwner::product, path_, "line " + std::to_string(number_) + ": " + message);
  }
  [[noreturn]] void fail(std::size_t column, const std::string& message) const {
    fail(std::string(kColumns[column]) + ": " + message);
  }

  const std::string& text(std::size_t column) const {
    if (cells_[column].empty()) fail(column, "is empty, expected a word");
    return cells_[column];
  }
  const std::string& text_or_nothing(std::size_t column) const { return cells_[column]; }

  template <std::size_t N>
  const std::string& one_of(std::size_t column, const std::array<std::string_view, N>& known) const {
    const std::string& word = text(column);
    if (std::find(known.begin(), known.end(), word) == known.end())
      fail(column, "`" + word + "` is not known, expected " + list_of(known));
    return word;
  }

  std::optional<double> number_or_nothing(std::size_t column) const {
    const std::string& word = cells_[column];
    if (word.empty()) return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
      fail(column, "`" + word + "` is not a number, expected one");
    return value;
  }
  double number(std::size_t column) const {
    const auto value = number_or_nothing(column);
    if (!value) fail(column, "is empty, expected a number");
    return *value;
  }

 private:
  const std::filesystem::path& path_;
  std::size_t number_;
  std::vector<std::string> cells_;
};

PublishedRow read_row(const Line& line, const std::set<std::string>& sources) {
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

std::vector<PublishedRow> read_published(const std::filesystem::path& path) {
  const std::string text = read_file(path, FileOwner::product, kMaxCsvBytes);
  const std::set<std::string> sources = read_source_keys(sources_of(path));
  std::vector<PublishedRow> rows;
  std::size_t number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view content(text.data() + start, end - start);
    start = end + 1;
    const Line line(path, ++number, content);
    if (number > 1) {
      rows.push_back(read_row(line, sources));
      continue;
    }
    for (std::size_t c = 0; c < kColumns.size(); ++c)
      if (line.text(c) != kColumns[c])
        line.fail(c, "is called `" + line.text(c) + "` here, expected this name");
  }
  if (rows.empty()) fail_file(FileOwner::product, path, "has no rows, expected published figures");
  return rows;
}

}  // namespace app
