#include "app/files/csv_file.h"

#include <algorithm>
#include <charconv>

#include "app/base/nearest.h"
#include "app/files/file.h"

namespace app {
namespace {

constexpr std::size_t kMaxCsvBytes = 1 << 20;

}  // namespace

CsvLine::CsvLine(const std::filesystem::path& path, std::span<const std::string_view> columns,
                 std::size_t number, std::string_view text)
    : path_(path), columns_(columns), number_(number) {
  for (std::size_t start = 0;;) {
    const std::size_t comma = text.find(',', start);
    cells_.emplace_back(text.substr(start, comma == std::string_view::npos ? comma : comma - start));
    if (comma == std::string_view::npos) break;
    start = comma + 1;
  }
  if (cells_.size() != columns.size())
    fail("has " + std::to_string(cells_.size()) + " columns, expected " + std::to_string(columns.size()));
}

void CsvLine::fail(const std::string& message) const {
  fail_file(FileOwner::product, path_, "line " + std::to_string(number_) + ": " + message);
}

void CsvLine::fail(std::size_t column, const std::string& message) const {
  fail(std::string(columns_[column]) + ": " + message);
}

const std::string& CsvLine::text(std::size_t column) const {
  if (cells_[column].empty()) fail(column, "is empty, expected a word");
  return cells_[column];
}

const std::string& CsvLine::one_of(std::size_t column, std::span<const std::string_view> known) const {
  const std::string& word = text(column);
  if (std::find(known.begin(), known.end(), word) == known.end())
    fail(column, "`" + word + "` is not known, expected " + list_of(known));
  return word;
}

std::optional<double> CsvLine::number_or_nothing(std::size_t column) const {
  const std::string& word = cells_[column];
  if (word.empty()) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size())
    fail(column, "`" + word + "` is not a number, expected one");
  return value;
}

double CsvLine::number(std::size_t column) const {
  const auto value = number_or_nothing(column);
  if (!value) fail(column, "is empty, expected a number");
  return *value;
}

std::vector<CsvLine> read_csv(const std::filesystem::path& path, std::span<const std::string_view> columns,
                              const std::string& nothing) {
  const std::string text = read_file(path, FileOwner::product, kMaxCsvBytes);
  std::vector<CsvLine> lines;
  std::size_t number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const CsvLine line(path, columns, ++number, std::string_view(text).substr(start, end - start));
    start = end + 1;
    if (number > 1) {
      lines.push_back(line);
      continue;
    }
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (line.text(c) != columns[c])
        line.fail(c, "is called `" + line.text(c) + "` here, expected this name");
  }
  if (lines.empty()) fail_file(FileOwner::product, path, nothing);
  return lines;
}

}  // namespace app
