#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/face/face_surface.h"
#include "simulation/face/fold_gauges.h"
#include "simulation/face/front_skin.h"
#include "simulation/face/line_paths.h"
#include "simulation/plan/plan.h"

namespace simulation {

/// One sample of a line on the relaxed skin.
struct LinePoint {
  glm::vec3 rest_mm{0.0F};
  glm::vec3 across{0.0F};  // unit, in the skin, perpendicular to the line
};

/// A line placed on a head.
struct LinePlace {
  LineGroup group = LineGroup::glabella;
  BodySide side = BodySide::left;  // of crows_feet and nose
  std::vector<LinePoint> points;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.group, self.side, self.points);
  }
};

/// Relief of every line in mm, per sample: lines in order, samples in order.
struct LineRelief {
  std::vector<float> depth_mm;  // from crest to floor
  std::vector<float> swell_mm;  // the part of it that SkinFolds gives to the skin's points; none at rest
};

/// Most that a line of the group can be deep, mm: a fold of the group's pitch over skin that is shortened as
/// much as a full frown shortens it between the brows [wilson2015]. That other places shorten as much is an
/// assumption.
double deepest_line_mm(LineGroup group);
/// Distance from one fold to the next, mm: an assumption, after the drawn courses.
double line_pitch_mm(LineGroup group);

/// Lines of expression of one head: laid once on the relaxed skin, fixed to it, and as deep as the skin about
/// them is squeezed.
class LineMap {
 public:
  /// Without lines, to be filled; see KeptArray.
  LineMap() = default;
  /// `skin` is the relaxed skin part, `triangles` index its points. Throws InputError for a head without a
  /// face.
  LineMap(const FacePart& skin, std::span<const glm::uvec3> triangles, const FaceLandmarks& landmarks,
          const FaceResponse& response);

  const std::vector<LinePlace>& lines() const { return lines_; }
  /// z of the upright axis about which the front of this head is charted, mm; it stands at x = 0.
  double axis_z_mm() const { return axis_z_; }

  /// Depth from crest to floor in mm, 0 or more, and the part of it that is not there at rest. The grades are
  /// those of week 0. Static depth follows the rest grade and LineState::rest_relief; what an expression adds
  /// follows the effort grade, how far the group's own muscles squeeze the untreated skin across the line,
  /// and LineState::effort_relief. Within a group the relief goes to where the muscles still pull; over the
  /// whole group at full effort the depth left is the state's, unless what is left at rest is more. Pure.
  LineRelief relief(const TreatmentState& state, Expression expression, double effort,
                    const FaceBaseline& grades) const;
  /// The depths alone.
  std::vector<float> depths_mm(const TreatmentState& state, Expression expression, double effort,
                               const FaceBaseline& grades) const {
    return relief(state, expression, effort, grades).depth_mm;
  }

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.response_, self.axis_z_, self.lines_, self.samples_, self.groups_, self.of_group_,
          self.gauges_);
  }

 private:
  struct Sample {
    double x_mm = 0;                      // from the midline, left is positive
    std::array<double, 3> depth_share{};  // of the group's deepest line, per grade from 1
    double full_mm = 1;                   // fold of untreated full effort
    double reach = 1;                     // 1 where full effort squeezes the skin enough to fold it
  };
  using Folds = std::vector<double>;
  /// mm per sample: at rest at week 0 and now, at untreated full effort.
  struct Depths {
    Folds rest_before, rest_now, effort_before;
  };

  void place(const LinePath& path, const FrontSkin& front, const FacePart& skin,
             std::span<const glm::vec3> normals);
  void measure_full_effort();
  Folds folds_mm(std::span<const TargetWeight> pose) const;
  void share_relief(std::size_t group, double relief, const Depths& depths, Folds& share) const;
  std::size_t group_of(const LinePlace& line) const;

  FaceResponse response_;
  double axis_z_ = 0.0;
  std::vector<LinePlace> lines_;
  std::vector<Sample> samples_;
  std::vector<std::size_t> groups_;                     // per sample
  std::array<std::vector<std::size_t>, 6> of_group_{};  // samples of each group
  FoldGauges gauges_;                                   // one per sample, a row per line
};

}  // namespace simulation
