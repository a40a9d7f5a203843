#pragma once

#include "app/marks/skin_patch.h"

/// What needles leave on the skin for a while.
namespace app {

// Sizes of bumps and bruises, mm across; assumptions: no source measures them.
inline constexpr double kBumpMm[] = {5.0, 8.0};
inline constexpr double kBruiseMm[] = {10.0, 20.0};

/// A small dome at every needle point.
PointDecals make_bumps(const InjectionMap& map, const BodyPart& skin);
/// A blotch at a few of them, always the same ones: how many people bruise at how many points is not known.
PointDecals make_bruises(const InjectionMap& map, const BodyPart& skin);

/// What a bruise of that age lets through of the light, linear: red to violet, then green, then yellow. That
/// it fades over two weeks, and through which colours, is an assumption.
glm::vec3 bruise_tint(int day);

}  // namespace app
