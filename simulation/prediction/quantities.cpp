#include "simulation/prediction/quantities.h"

#include <array>
#include <stdexcept>

#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"
#include "simulation/prediction/region_quantities.h"

namespace simulation {
namespace {

constexpr std::array<std::string_view, 3> kLineNames{"glabella", "forehead", "crows_feet"};

/// Takes the first part of a dotted key off it.
std::string_view take_part(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view part = rest.substr(0, dot);
  rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  return part;
}

bool take_side(std::string_view part, QuantityPlace& place) {
  for (const BodySide side : kBodySides)
    if (name(side) == part) return place.side = side, true;
  return false;
}

bool take_line(std::string_view part, QuantityPlace& place) {
  for (const FaceLine line : kFaceLines)
    if (name(line) == part) return place.line = line, true;
  return false;
}

bool take_muscle(std::string_view part, QuantityPlace& place) {
  const auto muscle = muscle_named(part);
  if (!muscle || region_of(*muscle) != Region::face) return false;
  place.muscle = *muscle;
  return true;
}

bool take(std::string_view pattern, std::string_view part, QuantityPlace& place) {
  if (pattern == "SIDE") return take_side(part, place);
  if (pattern == "LINE") return take_line(part, place);
  if (pattern == "MUSCLE") return take_muscle(part, place);
  return pattern == part;
}

std::optional<QuantityPlace> place_in(std::string_view pattern, std::string_view key) {
  QuantityPlace place;
  while (!pattern.empty() && !key.empty())
    if (!take(take_part(pattern), take_part(key), place)) return std::nullopt;
  if (!pattern.empty() || !key.empty()) return std::nullopt;
  return place;
}

}  // namespace

std::string_view name(FaceLine line) {
  return kLineNames[static_cast<std::size_t>(line)];
}

std::span<const Quantity> quantities(Region region) {
  return region == Region::calf ? calf_quantities() : face_quantities();
}

const Quantity* quantity_row(std::string_view key) {
  for (const Region region : {Region::calf, Region::face})
    for (const Quantity& quantity : quantities(region))
      if (quantity.key == key) return &quantity;
  return nullptr;
}

std::string key_of(const Quantity& quantity, const QuantityPlace& place) {
  std::string key;
  for (std::string_view rest = quantity.key; !rest.empty();) {
    const std::string_view part = take_part(rest);
    if (!key.empty()) key += '.';
    key += part == "SIDE"     ? name(place.side)
           : part == "LINE"   ? name(place.line)
           : part == "MUSCLE" ? name(place.muscle)
                              : part;
  }
  return key;
}

std::string key_of(std::string_view row_key, const QuantityPlace& place) {
  const Quantity* row = quantity_row(row_key);
  if (!row) throw std::invalid_argument("key_of: no quantity `" + std::string(row_key) + "`");
  return key_of(*row, place);
}

std::optional<PlacedQuantity> quantity_named(std::string_view key) {
  for (const Region region : {Region::calf, Region::face})
    for (const Quantity& quantity : quantities(region))
      if (const auto place = place_in(quantity.key, key)) return PlacedQuantity{&quantity, *place};
  return std::nullopt;
}

}  // namespace simulation
