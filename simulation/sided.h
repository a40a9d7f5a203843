#pragma once

namespace simulation {

enum class BodySide { left, right };
inline constexpr BodySide kBodySides[] = {BodySide::left, BodySide::right};

/// One value for each side of the body.
template <typename T>
struct Sided {
  T left{};
  T right{};

  T& operator[](BodySide side) { return side == BodySide::left ? left : right; }
  const T& operator[](BodySide side) const { return side == BodySide::left ? left : right; }
  bool operator==(const Sided&) const = default;
};

}  // namespace simulation
