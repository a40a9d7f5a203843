#pragma once

#include <glm/vec3.hpp>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/anatomy/face_landmarks.h"
#include "simulation/face/face_response.h"
#include "simulation/response/state.h"

namespace simulation {

/// Weight of one field of a FacePart: a muscle unit such as `corrugator-left`, or an expression unit of the
/// mesh package without its folders, such as `eye-left-closure`.
struct TargetWeight {
  std::string target;
  double weight = 0.0;
  bool operator==(const TargetWeight&) const = default;
};

/// The face of an expression at an effort of 0 to 1, as muscle units, measured from the relaxed untreated
/// face. Each unit pulls with (1 - block) min(1, tone + effort * intent), so a block weakens its unit and no
/// other; at rest only the loss of tone shows. The masseter clenches no jaw here, it only thins with its
/// volume. Without any block and effort the result is empty.
std::vector<TargetWeight> face_pose(Expression expression, double effort, const TreatmentState& state,
                                    const FaceResponse& response);
/// Every target that a face_pose() can name.
std::vector<std::string> pose_targets();

/// A sparse displacement of a part by its name in the mesh manifest, for example
/// `expression/units/asian/eyebrows-left-down`.
struct FaceField {
  std::string name;
  std::vector<std::uint32_t> points;
  std::vector<glm::vec3> deltas_mm;
};

/// Ancestry mix of the head; the expression units of the package come once per ancestry. Sums to 1.
struct AncestryMix {
  double caucasian = 1.0;
  double asian = 0.0;
  double african = 0.0;
};

/// One part of the head (skin, brows, lashes, eyes, ...) that follows a pose. All parts of a head must be
/// made with the same landmarks and mix, so that they stay together.
class FacePart {
 public:
  /// `rest_mm` is the relaxed part in its final shape. Of `fields` those under `expression/units/` are used.
  /// `held_upright` from 0 to 1: how far points above one another move as one, so that a band of hair keeps
  /// its height while the skin under it stretches; meant for small parts (0.7 suits the brows).
  /// Throws InputError when a field names a point the part does not have.
  FacePart(std::span<const glm::vec3> rest_mm, std::span<const FaceField> fields, const AncestryMix& mix,
           const FaceLandmarks& landmarks, double held_upright = 0.0);

  std::span<const glm::vec3> rest_mm() const { return rest_; }
  /// rest + sum of weight * field; an empty pose gives the bytes of rest_mm(). Names that do not move this
  /// part do nothing. `out_mm` has one entry per point.
  void deform(std::span<const TargetWeight> pose, std::span<glm::vec3> out_mm) const;

  /// What weight 1 of a target moves: points in ascending order.
  struct Movement {
    std::vector<std::uint32_t> points;
    std::vector<glm::vec3> deltas_mm;
  };
  /// Null for a target that does not move this part.
  const Movement* movement(std::string_view target) const;

 private:
  std::vector<glm::vec3> rest_;
  std::map<std::string, Movement, std::less<>> fields_;
};

}  // namespace simulation
