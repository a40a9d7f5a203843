#include "simulation/calf/leg_motion.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/skin_smoother.h"

namespace simulation {
namespace {

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
    : grid_(fields.grid), frame_(frame), pattern_(pattern) {
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

LegMotion::OwnSkin LegMotion::own_skin(std::span<const glm::vec3> points_mm) const {
  OwnSkin own;
  for (std::uint32_t i = 0; i < points_mm.size(); ++i) {
    const glm::dvec3 p(points_mm[i]);
    // The box round one leg may hold a piece of the other.
    if (!belongs_to_leg(frame_, p)) continue;
    // Knee and ankle stay, and the ends of the lattice do not show.
    const auto share = static_cast<float>(within_shank(frame_.t_of(p)));
    if (share == 0.0F) continue;
    own.points.push_back(i);
    own.shares.push_back(share);
  }
  return own;
}

/// Every field at the points that smoothing needs, side by side for each point.
std::vector<float> LegMotion::sampled(std::span<const glm::vec3> points_mm,
                                      std::span<const std::uint32_t> needed) const {
  std::vector<glm::dvec3> wide;
  for (const std::uint32_t i : needed) wide.emplace_back(points_mm[i]);
  const FieldSampler sampler(grid_, to_leg(wide));
  const std::size_t fields = linear_.size() + second_.size();
  std::vector<float> out(needed.size() * fields * 3);
  for (std::size_t k = 0; k < fields; ++k) {
    const auto& field = k < linear_.size() ? linear_[k] : second_[k - linear_.size()];
    float* at = out.data() + 3 * k;
    for (const Eigen::Vector3d& u : sampler.sample(field)) {
      const glm::vec3 moved(frame_.medial * u.x() + frame_.down * u.y() + frame_.posterior * u.z());
      for (int axis = 0; axis < 3; ++axis) at[axis] = moved[axis];
      at += 3 * fields;
    }
  }
  return out;
}

/// They are no fields of their own: each changes with a loss, a contraction or both, as the tissue does.
void LegMotion::add_borders(std::span<const glm::vec3> rest_mm, const OwnSkin& own, const Shown& borders,
                            std::vector<BlendedSurface::Field>& linear,
                            std::vector<BlendedSurface::Field>& second) const {
  if (borders.relief == nullptr || !borders.relief->shows()) return;
  using leg_parameters::kLosses;
  std::array<std::size_t, kLosses> both{};
  for (int m = 0; m < kLosses; ++m)
    both[static_cast<std::size_t>(m)] = static_cast<std::size_t>(
        std::find(pairs_.begin(), pairs_.end(), std::pair(m, kLosses + m)) - pairs_.begin());
  for (std::size_t i = 0; i < own.points.size(); ++i) {
    const LegPoint at = borders.outline->locate(rest_mm[own.points[i]]);
    const MuscleRelief::Change change = borders.relief->change(at.t, at.theta, pattern_);
    const glm::vec3 outward(at.outward * static_cast<double>(own.shares[i]));
    for (std::size_t m = 0; m < kLosses; ++m) {
      linear[m][i] += outward * static_cast<float>(change.lost[m]);
      linear[kLosses + m][i] += outward * static_cast<float>(change.tensed[m]);
      second[both[m]][i] += outward * static_cast<float>(change.both[m]);
    }
  }
}

BlendedSurface LegMotion::surface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                                  std::span<const glm::uvec3> triangles, const Shown& borders) const {
  const OwnSkin own = own_skin(rest_mm);
  const SkinSmoother smoother(rest_mm, triangles, own.points);
  std::vector<float> movements = sampled(rest_mm, smoother.needed());
  const std::size_t fields = linear_.size() + second_.size();
  smoother.smooth(movements, 3 * fields);
  std::vector<BlendedSurface::Field> linear(linear_.size(), BlendedSurface::Field(own.points.size()));
  std::vector<BlendedSurface::Field> second(second_.size(), BlendedSurface::Field(own.points.size()));
  auto place = smoother.needed().begin();
  for (std::size_t i = 0; i < own.points.size(); ++i) {
    place = std::lower_bound(place, smoother.needed().end(), own.points[i]);
    const float* at = &movements[static_cast<std::size_t>(place - smoother.needed().begin()) * 3 * fields];
    for (std::size_t k = 0; k < fields; ++k, at += 3) {
      BlendedSurface::Field& field = k < linear.size() ? linear[k] : second[k - linear.size()];
      field[i] = glm::vec3(at[0], at[1], at[2]) * own.shares[i];
    }
  }
  add_borders(rest_mm, own, borders, linear, second);
  constexpr double kLargest[] = {kMostLoss, kMostLoss, kMostLoss, 1.0, 1.0, 1.0};
  return BlendedSurface(rest_mm, rest_normals, triangles, own.points, linear, pairs_, second, kLargest);
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
