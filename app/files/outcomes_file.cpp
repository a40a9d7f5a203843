#include "app/files/outcomes_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "app/files/cited.h"

namespace app {
namespace {

constexpr double kRounding = 0.5;  // of 100

enum class RateFrom { published, share_not_below_zero, review };
constexpr Names<RateFrom, 3> kRateFromNames{{{RateFrom::published, "published"},
                                             {RateFrom::share_not_below_zero, "share_not_below_zero"},
                                             {RateFrom::review, "review"}}};

std::string short_number(double value) {
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, std::round(10.0 * value) / 10.0, std::chars_format::general);
  return {text, end.ptr};
}

double rate_of(const PublishedRow& row, RateFrom from, const Field& rows) {
  if (from == RateFrom::published) {
    if (row.unit != "%") rows.fail("`" + row.id + "` is in " + row.unit + ", expected rates in %");
    return row.value;
  }
  if (!row.sd || *row.sd <= 0.0) rows.fail("`" + row.id + "` has no SD, expected one to compute a share");
  return 50.0 * std::erfc(-row.value / *row.sd / std::sqrt(2.0));
}

/// Throws unless the rate is what its rows give.
void check_rate(const Per100& rate, const Field& field, const std::vector<std::string>& ids,
                const Citable& citable) {
  const Field rows = field.at("rows");
  const RateFrom from = field.at("from").one_of(kRateFromNames);
  if (ids.empty() != (from == RateFrom::review))
    rows.fail(ids.empty() ? "is empty, expected the rows of the rate" : "expected none for a review");
  if (ids.empty()) return;
  double low = 100.0;
  double high = 0.0;
  for (const std::string& id : ids) {
    const double value = rate_of(citable.rows.at(id), from, rows);
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (std::abs(rate.low - low) > kRounding || std::abs(rate.high - high) > kRounding)
    field.at("per_100").fail("is not what its rows give, expected " + short_number(low) + " to " +
                             short_number(high));
}

Per100 read_per_100(const Field& field) {
  const std::vector<Field> ends = field.items();
  if (ends.size() != 2) field.fail("has " + std::to_string(ends.size()) + " numbers, expected two");
  const Per100 rate{ends[0].number(), ends[1].number()};
  if (rate.high < rate.low) field.fail("is upside down, expected the lower first");
  if (rate.low < 0.0 || rate.high > 100.0) field.fail("expected from 0 to 100 of 100");
  return rate;
}

std::string read_sentence(const Field& field) {
  std::string text = field.text(300);
  if (text.empty()) field.fail("is empty, expected words");
  return text;
}

KnownOutcome read_outcome(const Field& field, const Citable& citable) {
  field.allow_keys({"outcome", "region", "per_100", "from", "sources", "rows", "basis", "shows", "lasts",
                    "untreated_per_100", "untreated_basis"});
  KnownOutcome known;
  known.outcome = field.at("outcome").one_of(kAdverseOutcomeNames);
  known.region = field.at("region").one_of(kRegionNames);
  known.sources = read_cited_sources(field, citable);
  known.rows = read_cited_rows(field, citable, known.sources);
  if (const auto rate = field.find("per_100")) {
    known.per_100 = read_per_100(*rate);
    check_rate(*known.per_100, field, known.rows, citable);
    known.per_100->of_readings = field.at("from").one_of(kRateFromNames) == RateFrom::share_not_below_zero;
  } else if (!known.rows.empty()) {
    field.at("rows").fail("has rows but no `per_100`, expected the rate they give");
  }
  if (const auto rate = field.find("untreated_per_100")) {
    if (!known.per_100) rate->fail("stands alone, expected `per_100` beside it");
    known.untreated_per_100 = read_per_100(*rate);
    known.untreated_per_100->of_readings = known.per_100->of_readings;
    known.untreated_basis = read_sentence(field.at("untreated_basis"));
  }
  known.basis = read_sentence(field.at("basis"));
  known.shows = read_sentence(field.at("shows"));
  known.lasts = read_sentence(field.at("lasts"));
  return known;
}

}  // namespace

std::vector<KnownOutcome> read_outcomes(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_outcomes", "outcomes"});
  if (root.at("foreshow_outcomes").integer() != 1)
    root.at("foreshow_outcomes").fail("is not 1, expected a file of this version");
  const Citable citable = citable_of(path);
  std::set<std::pair<simulation::AdverseOutcome, simulation::Region>> seen;
  std::vector<KnownOutcome> outcomes;
  for (const Field& field : root.at("outcomes").items()) {
    outcomes.push_back(read_outcome(field, citable));
    if (!seen.emplace(outcomes.back().outcome, outcomes.back().region).second)
      field.at("outcome").fail("is there twice for this region, expected once");
  }
  return outcomes;
}

}  // namespace app
