#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <optional>
#include <utility>

#include "simulation/error.h"
#include "simulation/face/face_surface.h"
#include "simulation/face/unit_fields.h"

namespace simulation {
namespace {

constexpr std::string_view kUnits = "expression/units/";
constexpr float kLeastTargetMm = 1e-3F;

double share_of(const AncestryMix& mix, std::string_view ancestry) {
  if (ancestry == "caucasian") return mix.caucasian;
  if (ancestry == "asian") return mix.asian;
  if (ancestry == "african") return mix.african;
  return 0.0;
}

using Dense = std::vector<glm::vec3>;

/// Package units by bare name, mixed over the ancestries.
std::map<std::string, Dense> mixed_units(std::size_t count, std::span<const FaceField> fields,
                                         const AncestryMix& mix) {
  std::map<std::string, Dense> units;
  for (const FaceField& field : fields) {
    if (!field.name.starts_with(kUnits)) continue;
    const std::string_view rest = std::string_view(field.name).substr(kUnits.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) continue;
    const auto share = static_cast<float>(share_of(mix, rest.substr(0, slash)));
    if (share == 0.0F || field.points.empty()) continue;
    Dense& unit = units[std::string(rest.substr(slash + 1))];
    unit.resize(count, glm::vec3(0.0F));
    for (std::size_t i = 0; i < field.points.size(); ++i) {
      if (field.points[i] >= count)
        throw InputError("mesh.targets." + field.name + ": names a missing point");
      unit[field.points[i]] += field.deltas_mm[i] * share;
    }
  }
  return units;
}

Dense unit_movement(const UnitField& unit, const std::map<std::string, Dense>& package,
                    std::span<const glm::vec3> rest) {
  Dense moved(rest.size(), glm::vec3(0.0F));
  for (const UnitField::Source& source : unit.sources) {
    const auto found = package.find(source.target);
    if (found == package.end()) continue;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (found->second[i] == glm::vec3(0.0F)) continue;
      moved[i] += found->second[i] * static_cast<float>(source.share(rest[i]));
    }
  }
  if (unit.own) {
    for (std::size_t i = 0; i < rest.size(); ++i) moved[i] += glm::vec3(unit.own(rest[i]));
  }
  return moved;
}

/// Draws the movement of each point toward the mean of the points above and below it.
class LidColumn {
 public:
  LidColumn(std::span<const glm::vec3> rest, double share) : share_(static_cast<float>(share)) {
    constexpr float kColumnMm = 2.0F;
    for (std::uint32_t i = 0; i < rest.size(); ++i) {
      first_.push_back(beside_.size());
      float weights = 0.0F;
      for (std::uint32_t k = 0; k < rest.size(); ++k) {
        const glm::vec3 d = rest[k] - rest[i];
        const float squared = (d.x * d.x + d.z * d.z) / (kColumnMm * kColumnMm);
        if (squared > 9.0F) continue;
        const float w = std::exp(-0.5F * squared);
        beside_.emplace_back(k, w);
        weights += w;
      }
      weights_.push_back(weights);
    }
    first_.push_back(beside_.size());
  }

  Dense held_together(const Dense& moved) const {
    Dense out = moved;
    for (std::size_t i = 0; i < moved.size(); ++i) {
      glm::vec3 sum(0.0F);
      for (std::size_t b = first_[i]; b < first_[i + 1]; ++b)
        sum += moved[beside_[b].first] * beside_[b].second;
      out[i] += (sum / weights_[i] - moved[i]) * share_;
    }
    return out;
  }

 private:
  float share_;
  std::vector<std::pair<std::uint32_t, float>> beside_;  // points about each, and their weights
  std::vector<std::size_t> first_;                       // of each point, and the end
  std::vector<float> weights_;                           // their sums
};

}  // namespace

FacePart::FacePart(std::span<const glm::vec3> rest_mm, std::span<const FaceField> fields,
                   const AncestryMix& mix, const FaceLandmarks& landmarks, double held_upright)
    : rest_(rest_mm.begin(), rest_mm.end()) {
  std::optional<LidColumn> column;
  if (held_upright > 0.0) column.emplace(rest_, held_upright);
  const auto keep = [&](const std::string& name, const Dense& as_skin) {
    const Dense held = column ? column->held_together(as_skin) : Dense{};
    const Dense& moved = column ? held : as_skin;
    Movement sparse;
    for (std::size_t i = 0; i < moved.size(); ++i) {
      if (glm::dot(moved[i], moved[i]) < kLeastTargetMm * kLeastTargetMm) continue;
      sparse.points.push_back(static_cast<std::uint32_t>(i));
      sparse.deltas_mm.push_back(moved[i]);
    }
    if (!sparse.points.empty()) fields_.emplace(name, std::move(sparse));
  };
  const std::map<std::string, Dense> package = mixed_units(rest_.size(), fields, mix);
  for (const auto& [name, moved] : package) keep(name, moved);
  for (const UnitField& unit : unit_fields(landmarks)) keep(unit.name, unit_movement(unit, package, rest_));
}

const FacePart::Movement* FacePart::movement(std::string_view target) const {
  const auto found = fields_.find(target);
  return found == fields_.end() ? nullptr : &found->second;
}

void FacePart::deform(std::span<const TargetWeight> pose, std::span<glm::vec3> out_mm) const {
  if (out_mm.size() != rest_.size()) throw InputError("mesh.points: the output has a different count");
  std::copy(rest_.begin(), rest_.end(), out_mm.begin());
  for (const TargetWeight& target : pose) {
    const Movement* field = movement(target.target);
    if (!field || target.weight == 0.0) continue;
    const auto weight = static_cast<float>(target.weight);
    for (std::size_t i = 0; i < field->points.size(); ++i)
      out_mm[field->points[i]] += field->deltas_mm[i] * weight;
  }
}

}  // namespace simulation
