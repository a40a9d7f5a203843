#include "app/files/held_out_file.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/files/cited.h"
#include "app/files/clinical_file.h"
#include "app/files/csv_file.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 9> kHeldOutColumns{
    "id", "p10", "p50", "p90", "score", "before_p10", "before_p50", "before_p90", "before_score"};

HeldOutBand read_band(const CsvLine& line, std::size_t first) {
  const HeldOutBand band{line.number(first), line.number(first + 1), line.number(first + 2),
                         line.number(first + 3)};
  if (band.p50 < band.p10) line.fail(first + 1, "is below p10, expected p10, p50 and p90 to rise");
  if (band.p90 < band.p50) line.fail(first + 2, "is below p50, expected p10, p50 and p90 to rise");
  if (band.score < 0.0) line.fail(first + 3, "is below 0, expected an interval score");
  return band;
}

}  // namespace

bool is_inside(const PublishedRow& row, const HeldOutBand& band) {
  const double half_step = is_share(row) && row.people ? 50.0 / *row.people : 0.0;
  return row.value >= band.p10 - half_step && row.value <= band.p90 + half_step;
}

HeldOutSum sum_of(const std::vector<HeldOutStudy>& studies) {
  HeldOutSum sum;
  for (const HeldOutStudy& study : studies)
    for (const HeldOutRow& one : study.rows) {
      ++sum.rows;
      sum.inside += is_inside(one.row, one.now) ? 1 : 0;
      sum.inside_before += is_inside(one.row, one.before) ? 1 : 0;
      sum.mean_score += one.now.score;
      sum.mean_score_before += one.before.score;
    }
  if (sum.rows == 0) return sum;
  sum.mean_score /= sum.rows;
  sum.mean_score_before /= sum.rows;
  return sum;
}

std::vector<HeldOutStudy> read_held_out(const std::filesystem::path& path) {
  const auto lines = read_csv(path, kHeldOutColumns, "has no rows, expected figures that were held out");
  const Citable citable = citable_of(path);
  const auto names = read_source_names(sources_of(path));
  std::vector<HeldOutStudy> studies;
  std::vector<std::string> order;  // keys of their sources
  std::set<std::string> seen;
  for (const CsvLine& line : lines) {
    const std::string& id = line.text(0);
    const auto published = citable.rows.find(id);
    if (published == citable.rows.end()) line.fail(0, "`" + id + "` is not a row of published.csv");
    if (!seen.insert(id).second) line.fail(0, "`" + id + "` is there twice, expected once");
    const std::string& source = published->second.source;
    const auto found = std::find(order.begin(), order.end(), source);
    const auto place = static_cast<std::size_t>(found - order.begin());
    if (found == order.end()) {
      order.push_back(source);
      studies.push_back({names.at(source), {}});
    }
    studies[place].rows.push_back({published->second, read_band(line, 1), read_band(line, 5)});
  }
  return studies;
}

}  // namespace app
