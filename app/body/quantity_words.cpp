#include "app/body/quantity_words.h"

#include <stdexcept>

#include "app/base/number_text.h"
#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

simulation::PlacedQuantity named(std::string_view key) {
  const auto found = simulation::quantity_named(key);
  if (!found) throw std::invalid_argument("no quantity `" + std::string(key) + "`");
  return *found;
}

bool has_sides(const simulation::Quantity& quantity, const simulation::QuantityPlace& place) {
  if (quantity.per == simulation::Per::line) return false;
  return quantity.per == simulation::Per::side || !simulation::is_midline(place.muscle);
}

std::string name_at(const Texts& texts, const simulation::Quantity& quantity,
                    const simulation::QuantityPlace& place, std::string_view place_words) {
  const std::string words(quantity.words);
  if (quantity.per != simulation::Per::muscle) return texts.fill(words, {{"place", place_words}});
  const std::string& muscle = texts.at("muscle." + std::string(name(place.muscle)));
  if (simulation::is_midline(place.muscle)) return texts.fill(words + ".middle", {{"muscle", muscle}});
  return texts.fill(words, {{"muscle", muscle}, {"place", place_words}});
}

}  // namespace

const simulation::Quantity& quantity_of(std::string_view key) {
  return *named(key).quantity;
}

const simulation::Quantity& block_of(simulation::Region region) {
  return *simulation::quantity_row(region == simulation::Region::calf ? "calf.SIDE.gastrocnemius.block"
                                                                      : "face.MUSCLE.SIDE.block");
}

const simulation::Quantity& muscle_loss_of(simulation::Region region) {
  return *simulation::quantity_row(region == simulation::Region::calf
                                       ? "calf.SIDE.gastrocnemius_medial.volume_change"
                                       : "face.MUSCLE.SIDE.thickness_change");
}

std::string quantity_digits(const simulation::Quantity& quantity, double value) {
  const double shown = quantity.unit == "fraction" ? 100.0 * value : value;
  return number_text(shown, quantity.decimals, quantity.is_change);
}

std::string quantity_value(const Texts& texts, const simulation::Quantity& quantity, double value) {
  const std::string digits = quantity_digits(quantity, value);
  if (quantity.unit == "grade") return digits;
  if (quantity.unit == "cm" || quantity.unit == "mm") return digits + "\u00A0" + std::string(quantity.unit);
  return texts.fill("unit.percent", {{"n", digits}});
}

std::string quantity_name(const Texts& texts, std::string_view key) {
  const auto [quantity, place] = named(key);
  return name_at(texts, *quantity, place,
                 texts.at("place." + std::string(quantity->per == simulation::Per::line ? name(place.line)
                                                                                        : name(place.side))));
}

std::string quantity_name_of_both(const Texts& texts, std::string_view key) {
  const auto [quantity, place] = named(key);
  if (!has_sides(*quantity, place)) return quantity_name(texts, key);
  return name_at(texts, *quantity, place,
                 texts.at(quantity->key.starts_with("calf.") ? "place.both_legs" : "place.both_sides"));
}

std::optional<std::string> other_side_of(std::string_view key) {
  auto [quantity, place] = named(key);
  if (!has_sides(*quantity, place)) return std::nullopt;
  using simulation::BodySide;
  place.side = place.side == BodySide::left ? BodySide::right : BodySide::left;
  return simulation::key_of(*quantity, place);
}

}  // namespace app
