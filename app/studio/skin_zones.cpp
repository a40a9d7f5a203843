#include "app/studio/skin_zones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "simulation/measure/smooth.h"

namespace app {
namespace {

using render::SkinShade;
using simulation::ease;
using simulation::Person;

/// What a zone adds in its middle, in the units of SkinShade; numbers of bytes from 0 to 1.
struct Change {
  float melanin = 0, blood = 0, rough = 0, freckles = 0, vessels = 0, coarse = 0;
};

Change operator*(const Change& c, float by) {
  return {c.melanin * by, c.blood * by, c.rough * by, c.freckles * by, c.vessels * by, c.coarse * by};
}

void operator+=(Change& to, const Change& c) {
  to.melanin += c.melanin;
  to.blood += c.blood;
  to.rough += c.rough;
  to.freckles += c.freckles;
  to.vessels += c.vessels;
  to.coarse += c.coarse;
}

/// An ellipsoid about a landmark of the left side or the middle, and its mirror image; mm of a head whose
/// eyes are 58 apart, outward, up, forward. `old` comes on top at 80 years, in part from 30 on.
struct Zone {
  const char* landmark;
  glm::vec3 offset, radii;
  Change young, old;
};

// All of it assumed, see the header. Fields: melanin, blood, rough, freckles, vessels, coarse.
constexpr std::array kZones{
    // Cheeks: the flush lies on the front of the cheek bone and runs out backward.
    Zone{"l-cheek-upper",
         {-9, -14, 4},
         {27, 25, 34},
         {0, 0.50f, 0.02f, 0.8f, 0.03f, 0.25f},
         {0, 0.16f, 0, 0, 0.40f, 0.1f}},
    Zone{"l-cheek-upper",
         {6, -22, -12},
         {32, 34, 40},
         {0, 0.20f, 0.04f, 0, 0, 0},
         {0.04f, 0.1f, 0, 0, 0.12f, 0}},
    // Nose: tip and wings are the reddest and the oiliest of a face.
    Zone{"nose-base",
         {0, 10, 6},
         {21, 20, 26},
         {0.02f, 0.46f, -0.06f, 0.3f, 0.05f, 0.55f},
         {0, 0.22f, 0, 0, 0.35f, 0.3f}},
    Zone{"l-nose-wing",
         {2, 0, 0},
         {9, 11, 14},
         {0.05f, 0.30f, -0.02f, 0, 0.05f, 0.2f},
         {0, 0.2f, 0, 0, 0.45f, 0}},
    Zone{"nose-base", {0, 32, 2}, {13, 30, 24}, {0, 0.22f, -0.05f, 0.8f, 0, 0.3f}, {0, 0.1f, 0, 0, 0.2f, 0}},
    Zone{"chin", {0, 4, 0}, {20, 17, 26}, {0, 0.30f, -0.03f, 0, 0, 0.25f}, {0, 0.05f, 0, 0, 0.1f, 0}},
    // The ear, where an eye's landmark tells its place.
    Zone{"l-eye", {44, -8, -88}, {24, 40, 32}, {0, 0.75f, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}},
    // Under the eye skin is thin: the vessels' dark and some pigment show; above it too, less.
    Zone{"l-eye",
         {-2, -15, 10},
         {19, 10, 26},
         {0.17f, 0.30f, 0.03f, 0, 0, -0.4f},
         {0.14f, 0.20f, 0, 0, 0.1f, 0}},
    Zone{"l-eye", {-15, -6, 8}, {10, 14, 22}, {0.16f, 0.32f, 0, 0, 0, -0.3f}, {0.08f, 0.1f, 0, 0, 0, 0}},
    Zone{"l-eye", {1, 6, 10}, {25, 16, 24}, {-0.16f, 0.80f, -0.02f, 0, 0, -0.4f}, {0, 0.2f, 0, 0, 0, 0}},
    // Brow and forehead: little blood, so the yellow of the skin stands out; oily in the middle.
    Zone{"l-brow-middle",
         {0, 32, -8},
         {48, 36, 50},
         {0.05f, -0.26f, -0.03f, 0.35f, 0, 0.1f},
         {0.03f, 0, 0.03f, 0, 0, 0}},
    Zone{"l-temple", {0, 6, -4}, {28, 36, 32}, {0.02f, -0.22f, 0.02f, 0, 0, 0}, {0.04f, 0, 0, 0, 0.1f, 0}},
    // Round the mouth paler, at the corners darker.
    Zone{"lip-upper-middle", {0, 7, 0}, {22, 10, 24}, {0, -0.14f, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}},
    Zone{"l-mouth-corner", {4, -2, 0}, {11, 11, 18}, {0.08f, 0.05f, 0, 0, 0, 0}, {0.05f, 0, 0, 0, 0, 0}},
    // What a collar leaves to the sun.
    Zone{"l-clavicle",
         {10, -22, 12},
         {90, 70, 90},
         {0.02f, 0.10f, 0, 0.35f, 0, 0},
         {0.06f, 0.22f, 0.02f, 0.3f, 0.12f, 0.2f}}};

/// A head in the measures of a median one.
class Head {
 public:
  explicit Head(const Landmarks& landmarks)
      : middle_(0.5 * (landmarks.at("l-eye") + landmarks.at("r-eye"))),
        size_(static_cast<float>(std::abs(landmarks.at("l-eye").x - landmarks.at("r-eye").x) / 58.0)) {}

  /// Outward (0 and more), up and forward from the middle between the eyes.
  glm::vec3 place(const glm::dvec3& point_mm) const {
    const glm::vec3 p(point_mm - middle_);
    return glm::vec3(std::abs(p.x), p.y, p.z) / size_;
  }
  float left(const glm::vec3& point_mm) const { return (point_mm.x - static_cast<float>(middle_.x)) / size_; }

 private:
  glm::dvec3 middle_;
  float size_;
};

/// 1 in the middle, 0 from the ellipsoid's face on, with no edge there.
float within(const glm::vec3& from_middle, const glm::vec3& radii) {
  const glm::vec3 d = from_middle / radii;
  const float inside = std::max(0.0f, 1.0f - glm::dot(d, d));
  return inside * inside;
}

/// Scattered but always the same, 0 to 1.
float spot_scatter(std::uint32_t spot, std::uint32_t what) {
  std::uint32_t h = spot * 0x9E3779B9u + what * 0x85EBCA6Bu + 0x165667B1u;
  h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
  h = (h ^ (h >> 12)) * 0x297A2D39u;
  return static_cast<float>((h ^ (h >> 15)) >> 8) / 16777216.0f;
}

// Age spots: how many by 80, from 40 on, and how large and dark; assumed. Fair skin has most of them.
constexpr int kMostSpots = 46;
constexpr float kAxisBehindMm = 88.0f;  // of the head, behind the eyes: spots are placed round it

struct Spot {
  glm::vec2 place;  // round the head and up, mm from between the eyes
  float radius, melanin;
};

std::vector<Spot> spots_of(const Person& person) {
  const double aged = std::clamp((person.age_years - 40.0) / 40.0, 0.0, 1.0);
  const double fair = person.skin_tone <= 3 ? 1.0 : person.skin_tone == 4 ? 0.6 : 0.35;
  std::vector<Spot> spots;
  const int count = static_cast<int>(std::lround(kMostSpots * aged * fair));
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(count); ++i) {
    // Temples, forehead and cheeks more than the middle of the face.
    const float side = spot_scatter(i, 1) < 0.5f ? -1.0f : 1.0f;
    const float out = 28.0f + 92.0f * spot_scatter(i, 2), up = -62.0f + 122.0f * spot_scatter(i, 3);
    const float small = spot_scatter(i, 4);
    spots.push_back({{side * out, up}, 1.4f + 3.4f * small * small, 0.30f + 0.35f * spot_scatter(i, 5)});
  }
  return spots;
}

float spotted(const std::vector<Spot>& spots, float left, const glm::vec3& p) {
  if (p.y < -75.0f || p.y > 70.0f || p.z < -95.0f) return 0.0f;
  const float behind = p.z + kAxisBehindMm;
  const glm::vec2 place(kAxisBehindMm * std::atan2(left, behind), p.y);
  float melanin = 0.0f;
  for (const Spot& spot : spots) {
    const glm::vec2 d = place - spot.place;
    const float r = glm::dot(d, d) / (spot.radius * spot.radius);
    // An even middle and a soft edge as wide as the mesh is fine.
    if (r < 1.8f) melanin = std::max(melanin, spot.melanin * (1.0f - static_cast<float>(ease(0.4, 1.8, r))));
  }
  return melanin;
}

/// Where a beard grows: from the upper lip and below a line from the mouth's corner to the sideburn, down to
/// the upper neck. Assumed, after usual beard lines.
float beard(const glm::vec3& p, const glm::vec3& corner, const glm::vec3& chin) {
  // The line rises backward, and up again before the ear.
  const double back = std::clamp((corner.z - p.z) / 62.0, 0.0, 1.0);
  const double line = corner.y + 2.0 + back * back * (-corner.y - 12.0);
  const double cheek = 1.0 - ease(line - 8.0, line + 9.0, p.y);
  const double lip = (1.0 - ease(corner.x - 6.0, corner.x + 6.0, p.x)) *
                     ease(corner.y - 2.0, corner.y + 3.0, p.y) *
                     (1.0 - ease(corner.y + 13.0, corner.y + 20.0, p.y));
  // Before the ear it ends; below, it runs under the jaw to the upper neck.
  const double front = ease(-84.0, -68.0, p.z);
  const double neck = ease(chin.y - 44.0, chin.y - 12.0, p.y);
  return static_cast<float>(std::max(cheek * front * neck, 0.85 * lip));
}

/// How dark cut hair shows through: least in fair or grey beards and in very dark skin. Assumed.
float beard_strength(const Person& person) {
  if (person.sex != simulation::Sex::male) return 0.0f;
  constexpr std::array kByTone{0.34f, 0.46f, 0.56f, 0.60f, 0.50f, 0.36f};
  const double grey = ease(45.0, 80.0, person.age_years);
  return kByTone.at(static_cast<std::size_t>(person.skin_tone - 1)) * static_cast<float>(1.0 - 0.6 * grey);
}

std::uint8_t to_byte(float share) {
  return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255.0f + 0.5f);
}

}  // namespace

std::vector<SkinShade> skin_zones(std::span<const glm::vec3> rest_mm, const Landmarks& landmarks,
                                  const Person& person) {
  const Head head(landmarks);
  struct Placed {
    glm::vec3 middle, radii;
    Change change;
  };
  const float aged = static_cast<float>(std::clamp((person.age_years - 30.0) / 50.0, 0.0, 1.2));
  // Freckles are for fair skin and fade with age; vessels and flush show less through a dark one.
  constexpr std::array kFreckled{0.9f, 0.55f, 0.2f, 0.0f, 0.0f, 0.0f};
  constexpr std::array kSeenBlood{1.0f, 1.0f, 0.95f, 0.9f, 0.85f, 0.8f};
  // Where there is much pigment a share more of it is more to see.
  constexpr std::array kSeenPigment{1.0f, 1.0f, 1.0f, 0.75f, 0.5f, 0.4f};
  const auto tone = static_cast<std::size_t>(person.skin_tone - 1);
  std::vector<Placed> zones;
  for (const Zone& zone : kZones) {
    Change change = zone.young;
    change += zone.old * aged;
    change.freckles *= kFreckled.at(tone) * (1.0f - 0.5f * std::min(aged, 1.0f));
    change.melanin *= kSeenPigment.at(tone);
    change.blood *= kSeenBlood.at(tone);
    change.vessels *= kSeenBlood.at(tone);
    zones.push_back({head.place(landmarks.at(zone.landmark)) + zone.offset, zone.radii, change});
  }
  const std::vector<Spot> spots = spots_of(person);
  const float stubble = beard_strength(person);
  const glm::vec3 corner = head.place(landmarks.at("l-mouth-corner")),
                  chin = head.place(landmarks.at("chin"));
  // A man's skin is coarser, and all skin becomes so and drier.
  const Change all{0, 0, 0.035f * aged,
                   0, 0, (person.sex == simulation::Sex::male ? 0.25f : 0.0f) + 0.2f * aged};
  std::vector<SkinShade> shades;
  shades.reserve(rest_mm.size());
  for (const glm::vec3& point : rest_mm) {
    const glm::vec3 p = head.place(point);
    Change sum = all;
    for (const Placed& zone : zones) sum += zone.change * within(p - zone.middle, zone.radii);
    if (!spots.empty()) sum.melanin += kSeenPigment.at(tone) * spotted(spots, head.left(point), p);
    const float bearded = stubble > 0.0f ? stubble * beard(p, corner, chin) : 0.0f;
    shades.push_back({sum.melanin, sum.blood, sum.rough, to_byte(bearded), to_byte(sum.freckles),
                      to_byte(sum.vessels), to_byte(sum.coarse)});
  }
  return shades;
}

}  // namespace app
