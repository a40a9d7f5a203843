#include "simulation/calf/leg_motion.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/skin_smoother.h"

namespace simulation {
namespace {

// Assumption: as in calf_surface.cpp, the range that fields are made for.
constexpr double kMostLoss = 0.4;
constexpr double kMostGain = -0.3;

void add_scaled(std::vector<float>& out, const PackedField& field, double factor) {
  if (factor == 0.0) return;
  const double scale = factor * field.scale_mm;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += static_cast<float>(scale * field.steps[i]);
}
void add_scaled(std::vector<float>& out, const std::vector<float>& field, double factor) {
  if (factor == 0.0) return;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += static_cast<float>(factor * field[i]);
}

/// 1 along the shank, fading to 0 in the last of the lattice at both ends. Heights t are an assumption:
/// inside the lattice, and clear of knee and ankle.
double within_shank(double t) {
  return ease(-0.035, 0.075, t) * (1.0 - ease(0.80, 0.92, t));
}

}  // namespace

std::array<double, leg_parameters::kWhole> whole_values(const LegDrive& drive) {
  const auto loss = [](double v) { return std::clamp(v, kMostGain, kMostLoss); };
  const auto pull = [](double v) { return std::clamp(v, 0.0, 1.0); };
  return {loss(drive.loss.medial),        loss(drive.loss.lateral),        loss(drive.loss.soleus),
          pull(drive.contraction.medial), pull(drive.contraction.lateral), pull(drive.contraction.soleus)};
}

LegMotion::LegMotion(const LegFields& fields, const LegFrame& frame, const CompartmentPattern& pattern)
    : grid_(fields.grid), frame_(frame) {
  using namespace leg_parameters;
  for (std::size_t i = 0; i < kWhole; ++i) linear_.push_back(fields.linear[i].unpacked());
  for (int c = 0; c < compartments::kCount; ++c) {
    const auto muscle = static_cast<std::size_t>(compartments::muscle_of(c));
    add_scaled(linear_[muscle], fields.linear[static_cast<std::size_t>(kWhole + c)],
               pattern[static_cast<std::size_t>(c)] - 1.0);
  }
  // Whole-muscle pairs first, then muscle with compartment, then neighbours; see leg_parameter_pairs().
  for (std::size_t k = 0; k < fields.pairs.size(); ++k) {
    const auto [a, b] = fields.pairs[k];
    if (b < kWhole) {
      pairs_.emplace_back(a, b);
      second_.push_back(fields.second[k].unpacked());
      continue;
    }
    const double off_b = pattern[static_cast<std::size_t>(b - kWhole)] - 1.0;
    const double factor = a < kWhole ? off_b : off_b * (pattern[static_cast<std::size_t>(a - kWhole)] - 1.0);
    const int muscle = static_cast<int>(compartments::muscle_of(b - kWhole));
    const auto square = std::find(pairs_.begin(), pairs_.end(), std::pair(muscle, muscle)) - pairs_.begin();
    add_scaled(second_[static_cast<std::size_t>(square)], fields.second[k], factor);
  }
}

std::vector<Eigen::Vector3d> LegMotion::to_leg(std::span<const glm::dvec3> points_mm) const {
  std::vector<Eigen::Vector3d> out;
  out.reserve(points_mm.size());
  for (const glm::dvec3& p : points_mm) {
    const glm::dvec3 rel = p - frame_.knee_mm;
    out.emplace_back(glm::dot(rel, frame_.medial), glm::dot(rel, frame_.down),
                     glm::dot(rel, frame_.posterior));
  }
  return out;
}

std::vector<glm::vec3> LegMotion::in_world(const FieldSampler& sampler,
                                           const std::vector<float>& field) const {
  std::vector<glm::vec3> out;
  for (const Eigen::Vector3d& u : sampler.sample(field))
    out.emplace_back(frame_.medial * u.x() + frame_.down * u.y() + frame_.posterior * u.z());
  return out;
}

BlendedSurface LegMotion::surface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                                  std::span<const glm::uvec3> triangles) const {
  const std::vector<glm::dvec3> wide(rest_mm.begin(), rest_mm.end());
  const FieldSampler sampler(grid_, to_leg(wide));
  std::vector<BlendedSurface::Field> linear;
  std::vector<BlendedSurface::Field> second;
  // The box round one leg may hold a piece of the other.
  const SkinSmoother smoother(rest_mm, triangles);
  const auto own = [&](BlendedSurface::Field field) {
    smoother.smooth(field);
    // Knee and ankle stay, and the ends of the lattice do not show.
    for (std::size_t i = 0; i < field.size(); ++i)
      field[i] *= static_cast<float>(within_shank(frame_.t_of(wide[i])));
    for (std::size_t i = 0; i < field.size(); ++i) {
      if (!belongs_to_leg(frame_, wide[i])) field[i] = glm::vec3(0.0F);
    }
    return field;
  };
  for (const auto& field : linear_) linear.push_back(own(in_world(sampler, field)));
  for (const auto& field : second_) second.push_back(own(in_world(sampler, field)));
  constexpr double kLargest[] = {kMostLoss, kMostLoss, kMostLoss, 1.0, 1.0, 1.0};
  return BlendedSurface(rest_mm, rest_normals, triangles, linear, pairs_, second, kLargest);
}

std::vector<glm::dvec3> LegMotion::moved_mm(std::span<const glm::dvec3> points_mm,
                                            const LegDrive& drive) const {
  const FieldSampler sampler(grid_, to_leg(points_mm));
  const auto values = whole_values(drive);
  std::vector<float> sum(linear_.front().size(), 0.0F);
  for (std::size_t i = 0; i < linear_.size(); ++i) add_scaled(sum, linear_[i], values[i]);
  for (std::size_t k = 0; k < pairs_.size(); ++k) {
    add_scaled(sum, second_[k],
               values[static_cast<std::size_t>(pairs_[k].first)] *
                   values[static_cast<std::size_t>(pairs_[k].second)]);
  }
  std::vector<glm::dvec3> out;
  for (const Eigen::Vector3d& u : sampler.sample(sum))
    out.push_back(frame_.medial * u.x() + frame_.down * u.y() + frame_.posterior * u.z());
  return out;
}

}  // namespace simulation
