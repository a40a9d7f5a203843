#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/files/texts.h"
#include "simulation/prediction/quantities.h"

/// How predicted quantities are put into words and numbers wherever they are shown: panels, cards, timeline,
/// kiosk, pictures. Decimals and words are those of the quantity's row.
namespace app {

/// The number alone, in the unit in which it is shown (a fraction in percent): `−0.5`, `+0.3`, `36.4`, `78`.
/// A change has its sign, nothing is ever minus zero.
std::string quantity_digits(const simulation::Quantity& quantity, double value);

/// The same with its unit: `−0.5 cm`, `78 %`.
std::string quantity_value(const Texts& texts, const simulation::Quantity& quantity, double value);

/// `Calf girth, left`. Throws std::invalid_argument for a key that no row of the table has.
std::string quantity_name(const Texts& texts, std::string_view key);

/// `Calf girth, both legs`: for a key of one side whose other side has the same figures. As quantity_name()
/// where there are no sides.
std::string quantity_name_of_both(const Texts& texts, std::string_view key);

/// The key of the same quantity on the other side; nothing for a line and for a muscle of the midline.
std::optional<std::string> other_side_of(std::string_view key);

/// The row of a key that is known to be one. Throws std::invalid_argument.
const simulation::Quantity& quantity_of(std::string_view key);

/// Rows by which what is drawn of a region's muscles is told: share blocked, and change of volume.
const simulation::Quantity& block_of(simulation::Region region);
const simulation::Quantity& muscle_loss_of(simulation::Region region);

}  // namespace app
