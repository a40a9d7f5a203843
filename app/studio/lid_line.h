#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <vector>

#include "app/body/body.h"

namespace app {

/// A ball fitted to one eye.
struct EyeBall {
  glm::vec3 centre_mm{0.0f};
  float radius_mm = 0.0f;

  /// A point as azimuth (toward +x) and elevation in radians, seen from the centre; 0, 0 looks along +z.
  glm::vec2 angles(glm::vec3 point_mm) const;
  /// The point at angles and a distance from the centre.
  glm::vec3 point_mm(glm::vec2 angles, float distance_mm) const;
};

/// Balls fitted to the eyes, right eye (-x) first. Throws std::invalid_argument when there is none to fit.
std::array<EyeBall, 2> eye_balls(std::span<const glm::vec3> eyes_mm);

/// The opening between the lids along one meridian of the ball, azimuth held.
struct LidColumn {
  /// Offsets from the edge onto the lid, mm, of the points in `lower_lid_mm`.
  static constexpr std::array<float, 2> kOnLidMm{0.45f, 0.9f};

  float azimuth = 0.0f;
  float lower = 0.0f, upper = 0.0f;  // elevations of the edges, lower <= upper
  glm::vec3 lower_mm{0.0f}, upper_mm{0.0f};
  std::array<glm::vec3, 2> lower_lid_mm{}, upper_lid_mm{};  // the outer side of the lids

  bool operator==(const LidColumn&) const = default;
};

/// Where one eye is open: meridians from -x to +x, closest at the corners. Empty columns: shut.
struct LidOpening {
  EyeBall ball;
  std::vector<LidColumn> columns;
  /// Of a shut eye that is open at rest: the same skin as at rest, where it has come; elevations as at rest.
  std::vector<LidColumn> shut;
};

/// Meridians, counted from -x, that are open: from the first to the last.
struct LidRun {
  std::size_t first = 0, last = 0;
};

/// Finds the edges of the lids on a face, right eye (-x) first.
class LidFinder {
 public:
  static constexpr int kColumns = 41;
  /// Skin further than this from the edges of the lids at rest never comes to be an edge: with 4 mm openings
  /// were the same as of all skin, with 3 mm not.
  static constexpr float kReachMm = 5.0f;

  /// Looks at skin within `reach_mm` of the edges at rest alone, at all that is near where an eye rests shut.
  /// Throws std::invalid_argument when there is no skin round the eyes.
  LidFinder(const BodyPart& skin, const BodyPart& eyes, float reach_mm = kReachMm);

  /// Openings of the moved skin round moved eyes.
  std::array<LidOpening, 2> openings(std::span<const glm::vec3> skin_mm,
                                     const std::array<EyeBall, 2>& balls) const;
  /// False when none of these ascending runs of skin points (first, one past the last) has a part in the
  /// openings.
  bool sees(std::span<const glm::uvec2> runs) const;

 private:
  /// The skin round one eye: points of the skin part and triangles between these.
  struct Around {
    Around() = default;
    /// These triangles of the skin part.
    Around(std::span<const glm::uvec3> of_part, std::size_t part_points);

    /// The edges at rest, carried by the skin about them.
    std::vector<LidColumn> carried(std::span<const glm::vec3> skin_mm) const;

    std::vector<std::uint32_t> points;
    std::vector<glm::vec3> rest_mm;  // of these
    std::vector<glm::uvec3> triangles;
    std::vector<LidColumn> at_rest;
    std::optional<LidRun> open_at_rest;  // of the first, wide apart meridians
  };
  std::array<Around, 2> around_;
};

/// Per point of the eyes, how near the lids are: 1 at the upper lid's edge, falling to 0 within kLidReachMm,
/// less the same for the lower lid. 0 far from both.
inline constexpr float kLidReachMm = 4.0f;

/// Where the points of a part of the eyes lie, for as long as it does not move.
class EyePlaces {
 public:
  EyePlaces() = default;
  EyePlaces(const std::array<EyeBall, 2>& balls, std::span<const glm::vec3> eyes_mm);
  /// Of every point of the part; `openings` are those of the same balls.
  std::vector<float> lid_nearness(const std::array<LidOpening, 2>& openings) const;

 private:
  struct Place {
    std::uint32_t point = 0;
    glm::vec2 angles{0.0f};
  };
  std::size_t count_ = 0;
  std::array<std::vector<Place>, 2> in_front_;  // of each eye; the lids shade nothing behind
};

}  // namespace app
