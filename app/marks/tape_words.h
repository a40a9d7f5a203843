#pragma once

#include <string>
#include <vector>

#include "app/body/calf_measures.h"
#include "app/files/texts.h"

namespace app {

/// Which of the two readings a picture shows.
enum class TapeTells { both, before, now };

/// What stands beside a ring: `Left 36.4 → 35.9 cm` and how far each reading may lie off, or one reading with
/// it; then, where there is a change and the picture shows now, the change or that a tape cannot tell it.
/// Equal readings are told once. Words from the texts.
std::vector<std::string> tape_lines(const Texts& texts, simulation::BodySide side, const TapeReading& reading,
                                    TapeTells tells);

/// A length with one decimal and a real minus sign; plus: with its sign.
std::string cm_text(double cm, bool plus = false);

}  // namespace app
