#include "app/marks/tape_words.h"

#include <cmath>

#include "app/base/number_text.h"

namespace app {

std::string cm_text(double cm, bool plus) {
  return number_text(cm, 1, plus);
}

std::vector<std::string> tape_lines(const Texts& texts, simulation::BodySide side, const TapeReading& reading,
                                    TapeTells tells) {
  const std::string& name = texts.at(side == simulation::BodySide::left ? "side.left" : "side.right");
  const std::string error = cm_text(reading.one_reading_cm());
  const bool changed = std::abs(reading.change_cm()) > 1e-6;
  std::vector<std::string> lines;
  if (tells != TapeTells::both || !changed) {
    const double girth = tells == TapeTells::before ? reading.before_cm : reading.now_cm;
    lines = {texts.fill("tape.reading_one", {{"side", name}, {"girth", cm_text(girth)}, {"error", error}})};
  } else {
    lines = {texts.fill(
                 "tape.reading",
                 {{"side", name}, {"before", cm_text(reading.before_cm)}, {"now", cm_text(reading.now_cm)}}),
             texts.fill("tape.error", {{"error", error}})};
  }
  if (!changed || tells == TapeTells::before) return lines;
  lines.push_back(reading.within_error()
                      ? texts.at("tape.too_small")
                      : texts.fill("tape.change", {{"change", cm_text(reading.change_cm(), true)}}));
  return lines;
}

}  // namespace app
