#pragma once

#include <span>

#include "simulation/filler/filler_field.h"

namespace simulation {

/// One part of a head under which filler lies: the skin itself, or hair that grows on it.
class FillerPart {
 public:
  /// The skin.
  explicit FillerPart(const FillerField& field) : deltas_(field.deltas()) {}
  /// A part that lies on the skin: each point moves as the skin nearest to it.
  FillerPart(const FillerField& field, std::span<const glm::vec3> skin_mm,
             std::span<const glm::vec3> part_mm);

  /// Adds the movement. Sizes of 0 leave every byte; sites add up.
  void apply(const FillerSizes& sizes, std::span<glm::vec3> points_mm) const;

  /// Per place, of this part.
  const std::vector<FillerDeltas>& deltas() const { return deltas_; }

 private:
  std::vector<FillerDeltas> deltas_;
};

}  // namespace simulation
