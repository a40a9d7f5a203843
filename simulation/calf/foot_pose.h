#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/measure/leg_frame.h"

namespace simulation {

/// How a person stands while the lower legs are looked at.
enum class CalfPose { standing, tiptoe };

/// Joint centres of one foot that a pose needs beside the leg's: where big and little toe meet the foot.
struct FootLandmarks {
  glm::dvec3 big_toe_mm{0.0};
  glm::dvec3 little_toe_mm{0.0};
};

/// Turns both feet about the ankles while the toes stay flat on a floor that is then lower. The shank stays
/// where it is: nothing above t = 0.8 moves. A mirrored person gives a mirrored result.
class FootPose {
 public:
  /// Turn of the foot at full effort, radians. Assumed: 40 degrees, about the end of active plantarflexion of
  /// an adult without load; no measured series of two-legged heel raises was at hand.
  static constexpr double kFullTurn = 40.0 * 3.14159265358979323846 / 180.0;

  /// Without points, to be filled; see KeptArray.
  FootPose() = default;
  /// `rest_mm` is the skin of both legs standing (left at +X). Throws InputError when the toe joints do not
  /// lie in front of and below the ankle.
  FootPose(std::span<const glm::vec3> rest_mm, const Sided<LegLandmarks>& legs,
           const Sided<FootLandmarks>& feet);

  /// Moves the skin in place: `moved_mm` has one point per point of the rest skin and may already differ from
  /// it. `effort` 0 to 1 (clamped) is the share of the full turn; 0 changes no byte.
  void apply(std::span<glm::vec3> moved_mm, double effort) const;
  /// The same for any points of that side whose standing places are given.
  void apply(BodySide side, std::span<const glm::vec3> rest_mm, std::span<glm::vec3> moved_mm,
             double effort) const;
  /// Moves a mesh under the standing skin, and its normals: the bones of the foot turn with it, those of the
  /// leg stay, muscle and tendon bend with the skin.
  void apply(AnatomyMesh& mesh, double effort) const;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.feet_, self.reached_, self.point_count_);
  }

 private:
  /// How a standing place follows the foot: its share of the turn, 0 on the shank to 1 on the foot; and by
  /// how much lower it goes forward, as it lies on the tendon and not on the joint.
  struct Reach {
    double share = 1.0;
    double lower_mm = 0.0;
  };
  /// One foot, in mm from the ankle: `across` is level and runs along the toe joints, outward on the left and
  /// inward on the right foot; `forward` is level and at a right angle to it.
  struct Foot {
    LegFrame leg;
    glm::dvec3 ankle_mm{0.0};
    glm::dvec3 forward{0.0, 0.0, 1.0};
    double toe_forward_mm = 0.0;  // where the toes bend
    double toe_up_mm = 0.0;
    double size = 1.0;  // against an adult with a 380 mm shank

    Reach reach(const glm::dvec3& rest_mm) const;
    /// The same for a point of the tendon, which goes as one right across.
    Reach tendon_reach(const glm::dvec3& rest_mm) const;
    Reach reach_at(double t, double ahead_mm) const;  // so far ahead on a foot of the usual size
    glm::dvec3 moved(const glm::dvec3& point_mm, const Reach& reach, double turn) const;
  };
  struct Reached {
    std::uint32_t point;
    BodySide side;
    Reach reach;
  };

  Sided<Foot> feet_;
  std::vector<Reached> reached_;
  std::size_t point_count_ = 0;
};

}  // namespace simulation
