#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <span>

#include "simulation/calf/leg_drive.h"
#include "simulation/calf/leg_response.h"
#include "simulation/measure/blended_surface.h"

namespace simulation {

/// How the skin of one leg moves once its tissue is solved: all that it takes to draw it and to read the
/// thickness of its medial head.
struct LegSkin {
  BlendedSurface skin;          // of all points of both legs; values are whole_values()
  BlendedSurface medial_faces;  // two points: outer and deep face of the medial head, at the girth level
  std::array<glm::vec3, 2> medial_rest_mm{};

  /// Writes the points that this leg moves; the spans hold the rest shape or an earlier output.
  void apply(const LegDrive& drive, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const;
  /// The same where most is there already: see BlendedSurface::apply().
  void apply(const LegDrive& drive, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals,
             HeldWeights& held, std::vector<glm::uvec2>& changed) const;
  /// Thickness of the medial head at the week-0 level of largest girth, mm.
  double gastrocnemius_mm(const LegLoss& loss) const;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.skin, self.medial_faces, self.medial_rest_mm);
  }
};

}  // namespace simulation
