#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "app/studio/lid_line.h"

namespace app {

/// What a triangle covers of a meridian: from the lower to the higher end. Tangents of the elevations stand
/// for them: they grow alike, and hardly any of them has to be turned into an angle.
struct LidCover {
  float low, high;
  glm::vec3 low_mm, high_mm;
};

/// Skin round one eye, moved, in slices by azimuth: what covers a meridian is found in the slice it lies in.
class LidSlices {
 public:
  static constexpr float kWidest = 1.3f;  // azimuth and elevation within which the eye can be open, rad

  /// `points` of the skin and `triangles` between these; `ball` stays. Triangles that are no lid, too far off
  /// the ball or beside it, are left out.
  LidSlices(const EyeBall& ball, std::span<const std::uint32_t> points, std::span<const glm::uvec3> triangles,
            std::span<const glm::vec3> skin_mm);

  const EyeBall& ball() const { return ball_; }
  /// Of the meridian at an azimuth within kWidest, in the order of the triangles.
  void covers(float azimuth, std::vector<LidCover>& out) const;

 private:
  static constexpr std::uint8_t kSlices = 128, kNoLid = 255;
  /// Never less for a greater azimuth.
  static std::uint8_t slice_of(float azimuth);

  const EyeBall& ball_;
  std::vector<glm::vec3> points_mm_;
  std::vector<float> azimuth_;                      // of each point
  std::vector<glm::uvec3> triangles_;               // slice by slice, those that are lid at all corners
  std::array<std::uint32_t, kSlices + 1> first_{};  // of each slice, and the end
};

}  // namespace app
