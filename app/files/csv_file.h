#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// One line of a comma-separated file of the product, its cells by the number of their column. What does not
/// fit is an AssetError `FILE: line N: COLUMN: ...`.
class CsvLine {
 public:
  /// `path` and `columns` must outlive it.
  CsvLine(const std::filesystem::path& path, std::span<const std::string_view> columns, std::size_t number,
          std::string_view text);

  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail(std::size_t column, const std::string& message) const;

  /// Throws for an empty cell.
  const std::string& text(std::size_t column) const;
  const std::string& text_or_nothing(std::size_t column) const { return cells_[column]; }
  /// Throws for a word that is not known.
  const std::string& one_of(std::size_t column, std::span<const std::string_view> known) const;
  /// Throws for what is not a number.
  double number(std::size_t column) const;
  std::optional<double> number_or_nothing(std::size_t column) const;

 private:
  const std::filesystem::path& path_;
  std::span<const std::string_view> columns_;
  std::size_t number_;
  std::vector<std::string> cells_;
};

/// The lines below the first, which must name these columns. Throws AssetError for a missing file, another
/// column or no line; `nothing` is what is said then.
std::vector<CsvLine> read_csv(const std::filesystem::path& path, std::span<const std::string_view> columns,
                              const std::string& nothing);

}  // namespace app
