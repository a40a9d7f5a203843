#include "app/marks/blemishes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace app {
namespace {

// Assumptions, by eye: no source counts or measures them.
constexpr double kBumpReach = 2.2;  // radii: the flush round a bump
constexpr double kBruiseReach = 1.5;
constexpr std::size_t kBruiseEvery = 6;  // needle points for one bruise
constexpr std::size_t kFirstBruise = 2;

/// From 0 to 1, different from point to point and always the same.
double unlike(std::size_t point) {
  constexpr double kGolden = 0.6180339887498949;
  return std::fmod(0.3 + kGolden * static_cast<double>(point), 1.0);
}

SkinPatch blemish(const InjectionPoint& point, const BodyPart& skin, const double (&across_mm)[2],
                  double share) {
  SkinPatch patch = patch_at(point, skin);
  patch.radius_along = patch.radius_across = 0.5 * (across_mm[0] + share * (across_mm[1] - across_mm[0]));
  return patch;
}

}  // namespace

PointDecals make_bumps(const InjectionMap& map, const BodyPart& skin) {
  std::vector<SkinPatch> patches;
  for (std::size_t i = 0; i < map.points.size(); ++i) {
    const double share = unlike(i);
    SkinPatch patch = blemish(map.points[i], skin, kBumpMm, share);
    patch.reach = kBumpReach;
    patch.kind = static_cast<float>(0.98 * share);
    patches.push_back(patch);
  }
  return decals_of(patches, skin);
}

PointDecals make_bruises(const InjectionMap& map, const BodyPart& skin) {
  std::vector<SkinPatch> patches;
  const std::size_t first = map.points.size() > kFirstBruise ? kFirstBruise : 0;
  for (std::size_t i = first; i < map.points.size(); i += kBruiseEvery) {
    const double share = unlike(i);
    SkinPatch patch = blemish(map.points[i], skin, kBruiseMm, share);
    patch.reach = kBruiseReach;
    patch.kind = static_cast<float>(1.0 + 0.98 * share);
    patches.push_back(patch);
  }
  return decals_of(patches, skin);
}

glm::vec3 bruise_tint(int day) {
  struct Shade {
    float day;
    glm::vec3 tint;
  };
  static constexpr std::array<Shade, 4> kShades{{{0.0f, {0.60f, 0.30f, 0.34f}},
                                                 {3.0f, {0.42f, 0.30f, 0.46f}},
                                                 {8.0f, {0.62f, 0.60f, 0.40f}},
                                                 {13.0f, {0.90f, 0.80f, 0.54f}}}};
  const float at = std::clamp(static_cast<float>(day), kShades.front().day, kShades.back().day);
  std::size_t next = 1;
  while (next + 1 < kShades.size() && kShades[next].day < at) ++next;
  const Shade &a = kShades[next - 1], &b = kShades[next];
  return glm::mix(a.tint, b.tint, (at - a.day) / (b.day - a.day));
}

}  // namespace app
