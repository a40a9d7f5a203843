#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "simulation/face/face_surface.h"
#include "simulation/face/front_skin.h"

namespace simulation {

/// A short straight measure across a line, fixed to the skin at both ends.
struct FoldGauge {
  SkinPlace low, high;
};

/// How far poses squeeze the skin under rows of gauges. The ends move with the targets, so a gauge is known
/// from what each target does to it, and no skin is moved to read it.
class FoldGauges {
 public:
  /// Adds a row on `skin`. Of all targets only those of `pulls` count for it.
  void add_row(const FacePart& skin, std::span<const FoldGauge> gauges,
               const std::vector<std::string>& pulls);

  /// Share by which each gauge gets shorter than at rest, rows in order; negative where it gets longer. Taken
  /// as a mean along the row, about 20 gauges to each side: the bare gauge jumps from triangle to triangle.
  std::vector<double> squeeze(std::span<const TargetWeight> pose) const;
  std::size_t size() const { return size_; }

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.targets_, self.rows_, self.size_);
  }

 private:
  using Axes = std::array<std::vector<double>, 3>;  // x y z, one entry per gauge
  struct Pull {
    std::size_t target = 0;  // of targets_
    Axes change_mm;          // of the way from low to high, per weight

    template <typename Self, typename Visit>
    static void visit_members(Self& self, Visit& visit) {
      visit(self.target, self.change_mm);
    }
  };
  struct Row {
    Axes span_mm;  // from low to high at rest
    std::vector<double> per_rest_mm, per_weight;
    std::vector<Pull> pulls;

    template <typename Self, typename Visit>
    static void visit_members(Self& self, Visit& visit) {
      visit(self.span_mm, self.per_rest_mm, self.per_weight, self.pulls);
    }
  };
  std::size_t target_index(const std::string& name);

  std::vector<std::string> targets_;
  std::vector<Row> rows_;
  std::size_t size_ = 0;
};

}  // namespace simulation
