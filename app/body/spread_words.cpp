#include "app/body/spread_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/number_text.h"

namespace app {
namespace {

using Kind = SpreadPart::Kind;

constexpr double kNothing = 1e-12;  // share of the variance that sums of doubles leave where nothing is

std::string reader_of(const simulation::Quantity& quantity) {
  return quantity.told == simulation::Told::grade ? "rater" : "tape";
}

std::string key_of(Kind kind, const simulation::Quantity& quantity) {
  switch (kind) {
    case Kind::people:
      return "spread.people";
    case Kind::reading:
      return "spread." + reader_of(quantity);
    case Kind::unknown:
      break;
  }
  return "spread.unknown";
}

/// Whole percents that add up to 100: what rounding down leaves goes to those that lost most.
std::array<int, 3> percents(const std::array<double, 3>& variances, double sum) {
  std::array<int, 3> whole{};
  std::array<double, 3> lost{};
  int left = 100;
  for (std::size_t i = 0; i < 3; ++i) {
    const double exact = 100.0 * variances[i] / sum;
    whole[i] = static_cast<int>(exact);
    lost[i] = exact - whole[i];
    left -= whole[i];
  }
  for (; left > 0; --left) {
    const auto most = std::max_element(lost.begin(), lost.end()) - lost.begin();
    ++whole[static_cast<std::size_t>(most)];
    lost[static_cast<std::size_t>(most)] = -1.0;
  }
  return whole;
}

/// The same in one line: a wrap comes between parts, not inside one.
std::string unbroken(std::string_view words) {
  std::string kept;
  for (const char c : words) kept += c == ' ' ? std::string("\u00A0") : std::string(1, c);
  return kept;
}

}  // namespace

std::string range_words(const Texts& texts, const simulation::Quantity& quantity, const PredictedRange& range,
                        const ValueWords& words) {
  if (only_read(range.spread)) {
    const std::string low = words(range.read.low), high = words(range.read.high);
    return texts.fill("range.untreated." + reader_of(quantity), {{"low", low}, {"high", high}});
  }
  const std::string low = words(range.people.low), high = words(range.people.high);
  return low == high ? texts.fill("range.people_one", {{"value", low}})
                     : texts.fill("range.people", {{"low", low}, {"high", high}});
}

std::string reading_words(const Texts& texts, const simulation::Quantity& quantity,
                          const PredictedRange& range, const ValueWords& words) {
  if (range.spread.reading <= 0.0 || only_read(range.spread)) return {};
  const std::string low = words(range.read.low), high = words(range.read.high);
  if (low == words(range.people.low) && high == words(range.people.high)) return {};
  return texts.fill("range.with." + reader_of(quantity), {{"low", low}, {"high", high}});
}

std::vector<SpreadPart> spread_parts(const Texts& texts, const simulation::Quantity& quantity,
                                     const Spread& spread) {
  const std::array<double, 3> variances{spread.people * spread.people, spread.reading * spread.reading,
                                        spread.unknown * spread.unknown};
  const double sum = variances[0] + variances[1] + variances[2];
  std::vector<SpreadPart> parts;
  if (sum <= 0.0) return parts;
  const std::array<int, 3> whole = percents(variances, sum);
  constexpr std::array kKinds{Kind::people, Kind::reading, Kind::unknown};
  for (std::size_t i = 0; i < 3; ++i) {
    if (variances[i] <= kNothing * sum) continue;
    const std::string key = key_of(kKinds[i], quantity);
    parts.push_back({kKinds[i], whole[i], texts.at(key), texts.at(key + ".short"), texts.at(key + ".text")});
  }
  return parts;
}

std::string spread_line(const Texts& texts, const std::vector<SpreadPart>& parts) {
  if (parts.empty()) return {};
  std::string list;
  for (const SpreadPart& part : parts) {
    const std::string percent = texts.fill("unit.percent", {{"n", number_text(part.percent, 0)}});
    list += (list.empty() ? "" : ", ") + unbroken(part.short_name + " " + percent);
  }
  return texts.fill("spread.line", {{"parts", list}});
}

}  // namespace app
