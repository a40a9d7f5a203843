#include "simulation/calf/loss_field.h"

#include <cmath>

#include "simulation/calf/girth_fit.h"

namespace simulation {
namespace {

// Assumption: how far fat and skin even out what a muscle loses, see the header.
constexpr double kBlurMm = 15.0;
constexpr double kBlurAngle = radians(22.0);

// Skin over the shin bone stays: from 8 to 70 degrees off its edge, an assumption.
double shin_fade(double theta) {
  const double from_shin = kPi - std::abs(angle_between(theta, 0.0));
  return ease(radians(8.0), radians(70.0), from_shin);
}

LegGrid inward_profile(const LegOutline& rest, const CalfMuscles& muscles, CalfMuscle muscle) {
  LegGrid grid = rest.radius_mm();
  for (int i = 0; i < grid.stations(); ++i) {
    for (int j = 0; j < grid.directions(); ++j)
      grid.at(i, j) = muscles.thickness_mm(muscle, grid.t(i), grid.theta(j));
  }
  grid = grid.blurred(kBlurMm / rest.frame().length_mm, kBlurAngle);
  for (int i = 0; i < grid.stations(); ++i) {
    double swept = 0.0;
    for (int j = 0; j < grid.directions(); ++j) {
      grid.at(i, j) *= shin_fade(grid.theta(j));
      swept += grid.at(i, j) * rest.radius_mm().at(i, j) * grid.theta_step();
    }
    const double area = muscles.area_mm2(muscle, grid.t(i)) * LossField::knee_fade(grid.t(i));
    const double scale = swept > 1e-9 ? area / swept : 0.0;
    for (int j = 0; j < grid.directions(); ++j) grid.at(i, j) *= scale;
  }
  return grid;
}

}  // namespace

// Heights t at which knee and ankle begin to hold the skin: assumption.
double LossField::knee_fade(double t) {
  return ease(-0.01, 0.10, t) * (1.0 - ease(0.85, 0.98, t));
}

// From above the knee joint to the ankle, where knee_fade is 0 (arithmetic).
double LossField::yielded_volume_mm3(const CalfMuscles& muscles, CalfMuscle muscle, double length_mm) {
  constexpr int kSteps = 200;
  constexpr double kFrom = -0.1;
  constexpr double kTo = 1.0;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = kFrom + (kTo - kFrom) * (i + 0.5) / kSteps;
    sum += muscles.area_mm2(muscle, t) * knee_fade(t);
  }
  return sum * (kTo - kFrom) * length_mm / kSteps;
}

LossField::LossField(const LegOutline& rest, const CalfMuscles& muscles, std::span<const glm::vec3> points_mm)
    : rest_radius_(rest.radius_mm()),
      inward_{inward_profile(rest, muscles, CalfMuscle::medial),
              inward_profile(rest, muscles, CalfMuscle::lateral),
              inward_profile(rest, muscles, CalfMuscle::soleus)},
      muscles_(&muscles) {
  for (std::size_t i = 0; i < points_mm.size(); ++i) {
    if (!belongs_to_leg(rest.frame(), points_mm[i])) continue;
    const LegPoint at = rest.locate(points_mm[i]);
    Mover mover{static_cast<std::uint32_t>(i), static_cast<float>(at.radius_mm), glm::vec3(at.outward), {}};
    float reach = 0.0F;
    for (std::size_t m = 0; m < 3; ++m) {
      mover.inward_mm[m] = static_cast<float>(inward_[m].sample(at.t, at.theta));
      reach = std::max(reach, std::abs(mover.inward_mm[m]));
    }
    if (reach > 1e-4F) movers_.push_back(mover);
  }
}

void LossField::apply(const LegLoss& loss, std::span<glm::vec3> points_mm) const {
  const float m = static_cast<float>(loss.medial);
  const float l = static_cast<float>(loss.lateral);
  const float s = static_cast<float>(loss.soleus);
  if (m == 0.0F && l == 0.0F && s == 0.0F) return;
  for (const Mover& mover : movers_) {
    const float inward = m * mover.inward_mm[0] + l * mover.inward_mm[1] + s * mover.inward_mm[2];
    const float r = mover.radius_mm;
    const float now = std::sqrt(std::max(r * r - 2.0F * r * inward, 0.0F));
    // Difference of roots without cancellation.
    points_mm[mover.point] -= mover.outward * (2.0F * r * inward / (r + now));
  }
}

LegGrid LossField::radius_mm(const LegLoss& loss) const {
  LegGrid now = rest_radius_;
  for (int i = 0; i < now.stations(); ++i) {
    for (int j = 0; j < now.directions(); ++j) {
      const double inward = loss.medial * inward_[0].at(i, j) + loss.lateral * inward_[1].at(i, j) +
                            loss.soleus * inward_[2].at(i, j);
      const double r = now.at(i, j);
      now.at(i, j) = std::sqrt(std::max(r * r - 2.0 * r * inward, 0.0));
    }
  }
  return now;
}

double LossField::yielded_area_mm2(CalfMuscle muscle, double t) const {
  return muscles_->area_mm2(muscle, t) * knee_fade(t);
}

}  // namespace simulation
