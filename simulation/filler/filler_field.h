#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "simulation/filler/filler_sites.h"
#include "simulation/response/state.h"

namespace simulation {

/// Movement of some points of a mesh for one mm of a place's size.
struct FillerDeltas {
  std::vector<std::uint32_t> points;
  std::vector<glm::vec3> deltas;
};

/// How large each place is, mm; as many as FillerField has.
using FillerSizes = std::vector<double>;

/// How far a volume of filler lifts the places of one head.
class FillerVolumes {
 public:
  /// Adds a place; a movement of size s there encloses v[0] s + v[1] s^2 + v[2] s^3 mm3.
  void add(FillerSite site, const std::array<double, 3>& v);
  /// Sizes that hold these volumes: each of a pair of sides gets half. 0 exactly where there is none; rises
  /// with the volume.
  FillerSizes sizes(const FillerState& state) const;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.sites_, self.shared_by_, self.volume_);
  }

 private:
  std::vector<FillerSite> sites_;  // per place
  std::array<int, kFillerSiteCount> shared_by_{};
  std::vector<std::array<double, 3>> volume_;
};

/// Where fillers lift the skin of one head, and how far a volume lifts it. The volume between the relaxed
/// skin and the lifted one is exactly the volume asked for (to rounding), whatever the skin's curvature:
/// enclosed volume is a cubic in the size of a movement, which is solved.
class FillerField {
 public:
  /// `skin_mm` is the relaxed skin, `triangles` index it, counter-clockwise from outside. Throws InputError
  /// when a place has no skin.
  FillerField(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
              const FillerLandmarks& landmarks);
  /// The same for other places, for skins that are no head. Nothing is known of what lies outermost.
  FillerField(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
              const std::vector<FillerPlace>& places);

  const FillerVolumes& volumes() const { return volumes_; }
  /// FillerVolumes::sizes().
  FillerSizes sizes(const FillerState& state) const { return volumes_.sizes(state); }
  /// Per place, of the skin.
  const std::vector<FillerDeltas>& deltas() const { return deltas_; }

 private:
  class OuterSkin;
  /// `outer` may be null: nothing is known of what lies outermost.
  void add(const FillerPlace& place, std::span<const glm::vec3> skin_mm,
           std::span<const glm::uvec3> triangles, std::span<const glm::vec3> normals, OuterSkin* outer);

  FillerVolumes volumes_;
  std::vector<FillerDeltas> deltas_;
};

}  // namespace simulation
