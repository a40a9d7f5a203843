#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/body/spread.h"
#include "app/files/texts.h"
#include "simulation/prediction/quantities.h"

/// A range and what it holds in words, for panels, cards and kiosk. All words come from the texts.
namespace app {

/// How a value is written, with its unit: `−0.5 cm`, or `Mild` of a grade.
using ValueWords = std::function<std::string(double value)>;

/// `Most people −0.9 cm to −0.1 cm`, of people alone, without what a reading adds. Where nothing was treated:
/// `Not treated: a tape may read −0.6 cm to +0.6 cm anyway`.
std::string range_words(const Texts& texts, const simulation::Quantity& quantity, const PredictedRange& range,
                        const ValueWords& words);

/// `With the tape −1.1 cm to +0.2 cm`. Empty where nothing is read by tape or rater, where the reading
/// changes nothing that is shown, and where range_words() says it already.
std::string reading_words(const Texts& texts, const simulation::Quantity& quantity,
                          const PredictedRange& range, const ValueWords& words);

struct SpreadPart {
  enum class Kind { people, reading, unknown };
  Kind kind = Kind::people;
  int percent = 0;         // of the variance
  std::string name;        // `How people differ`, `What the tape adds`
  std::string short_name;  // `people`, `tape`
  std::string meaning;     // one sentence: what is in it
};

/// The parts of a spread that are there, in the order above; their whole percents add up to 100. Empty where
/// nothing spreads.
std::vector<SpreadPart> spread_parts(const Texts& texts, const simulation::Quantity& quantity,
                                     const Spread& spread);

/// `Spread: people 18 %, tape 66 %, not known 16 %`. Empty without parts.
std::string spread_line(const Texts& texts, const std::vector<SpreadPart>& parts);

}  // namespace app
