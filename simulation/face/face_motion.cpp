#include "simulation/face/face_motion.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>
#include <optional>

#include "simulation/error.h"
#include "simulation/face/turn_terms.h"

namespace simulation {
namespace {

constexpr float kFullScale = 32767.0F;
// What a term does to a whole block below this is left out: mm, and share of a normal.
constexpr float kLeastMm = 5e-5F;
constexpr float kLeastTurn = 5e-4F;

std::size_t by_point(std::size_t i, int axis) {
  return 3 * i + static_cast<std::size_t>(axis);
}
std::size_t by_axis(std::size_t i, int axis) {
  return static_cast<std::size_t>(axis) * kLaneSize + i;
}

float weight_of(int first, int second, std::span<const float> weights) {
  const float weight = weights[static_cast<std::size_t>(first)];
  return second == TurnTerms::kAlone ? weight : weight * weights[static_cast<std::size_t>(second)];
}

template <typename Data>
void fetch(const Data& data) {
#if defined(__GNUC__)
  constexpr std::size_t kLine = 64;
  for (std::size_t at = 0; at < sizeof data; at += kLine)
    __builtin_prefetch(reinterpret_cast<const char*>(&data) + at);
#else
  (void)data;
#endif
}

using Values = std::array<glm::vec3, kLaneSize>;

float largest_of(const Values& values) {
  float most = 0.0F;
  for (const glm::vec3& v : values) most = std::max({most, std::abs(v.x), std::abs(v.y), std::abs(v.z)});
  return most;
}

}  // namespace

FaceMotion::FaceMotion(const FacePart& part, std::span<const glm::vec3> rest_normals,
                       std::span<const glm::uvec3> triangles, const std::vector<Target>& beside)
    : point_count_(part.rest_mm().size()) {
  if (rest_normals.size() != point_count_) throw InputError("mesh.normals: as many as points are needed");
  for (const glm::uvec3& t : triangles)
    if (std::max({t.x, t.y, t.z}) >= point_count_)
      throw InputError("mesh.skin: a triangle names a missing point");
  std::vector<Target> targets;
  for (const std::string& name : pose_targets())
    if (const FacePart::Movement* movement = part.movement(name)) targets.push_back({name, *movement});
  targets.insert(targets.end(), beside.begin(), beside.end());
  std::vector<const FacePart::Movement*> movements;
  for (const Target& target : targets) {
    if (!target.movement.points.empty() && target.movement.points.back() >= point_count_)
      throw InputError("mesh.targets: `" + target.name + "` names a missing point");
    targets_.push_back(target.name);
    movements.push_back(&target.movement);
  }
  const TurnTerms turns(part.rest_mm(), triangles, movements);
  movers_ = turns.reached();
  std::vector<Rest> blocks;
  NewTerms moved, turned;
  for (std::size_t first = 0; first < movers_.size(); first += kLaneSize) {
    const auto points = std::span(movers_).subspan(first, std::min(kLaneSize, movers_.size() - first));
    Rest& rest = blocks.emplace_back();
    rest.in_a_row = points.back() - points.front() + 1 == kLaneSize;
    for (std::size_t i = 0; i < kLaneSize; ++i) {
      // The last block is filled up with its last point.
      const std::uint32_t point = points[std::min(i, points.size() - 1)];
      for (int axis = 0; axis < 3; ++axis) {
        rest.points_mm[by_point(i, axis)] = part.rest_mm()[point][axis];
        rest.normals[by_axis(i, axis)] = rest_normals[point][axis];
      }
    }
    add_block(points, targets, turns, moved, turned);
  }
  rest_ = std::move(blocks);
  const auto freeze = [](NewTerms& made) {
    made.first.push_back(static_cast<std::uint32_t>(made.all.size()));
    return Terms{std::move(made.all), std::move(made.values), std::move(made.first)};
  };
  moved_ = freeze(moved);
  turned_ = freeze(turned);
}

void FaceMotion::add_block(std::span<const std::uint32_t> points, const std::vector<Target>& targets,
                           const TurnTerms& turns, NewTerms& moved, NewTerms& turned) {
  const auto add = [](NewTerms& terms, auto place, int first, int second, const Values& values, double bound,
                      float least) {
    const float most = largest_of(values);
    if (most * static_cast<float>(bound) <= least) return;
    const float step = most / kFullScale;
    terms.all.push_back({static_cast<std::int16_t>(first), static_cast<std::int16_t>(second), step, most});
    Block<std::int16_t>& packed = terms.values.emplace_back();
    for (std::size_t i = 0; i < kLaneSize; ++i)
      for (int axis = 0; axis < 3; ++axis)
        packed[place(i, axis)] = static_cast<std::int16_t>(std::lround(values[i][axis] / step));
  };
  for (NewTerms* terms : {&moved, &turned})
    terms->first.push_back(static_cast<std::uint32_t>(terms->all.size()));
  for (std::size_t k = 0; k < targets.size(); ++k) {
    const FacePart::Movement& movement = targets[k].movement;
    Values values{};
    auto at = std::lower_bound(movement.points.begin(), movement.points.end(), points.front());
    for (std::size_t i = 0; i < points.size() && at != movement.points.end(); ++i) {
      if (*at != points[i]) continue;
      values[i] = movement.deltas_mm[static_cast<std::size_t>(at - movement.points.begin())];
      ++at;
    }
    add(moved, by_point, static_cast<int>(k), TurnTerms::kAlone, values, targets[k].largest, kLeastMm);
  }
  for (const auto& [key, change] : turns.changes(points)) {
    Values values;
    for (std::size_t i = 0; i < kLaneSize; ++i) values[i] = glm::vec3(change[i]);
    const auto bound = [&](int k) { return targets[static_cast<std::size_t>(k)].largest; };
    const double both = bound(key.first) * (key.second == TurnTerms::kAlone ? 1.0 : bound(key.second));
    add(turned, by_axis, key.first, key.second, values, both, kLeastTurn);
  }
}

bool FaceMotion::blend(const Terms& terms, std::size_t block, std::span<const float> weights, float least,
                       Block<float>& out) {
  bool any = false;
  for (std::uint32_t k = terms.first[block]; k < terms.first[block + 1]; ++k) {
    const Term& term = terms.all[k];
    const float weight = weight_of(term.first, term.second, weights);
    if (std::abs(weight) * term.largest <= least) continue;
    any = true;
    add_lanes(out.data(), terms.values[k].data(), weight * term.step, out.size());
  }
  return any;
}

void FaceMotion::apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
                       std::span<glm::vec3> normals) const {
  if (points_mm.size() != point_count_ || normals.size() != point_count_)
    throw InputError("mesh.points: the output has a different count");
  std::vector<float> weights(targets_.size(), 0.0F);
  for (const TargetWeight& target : pose)
    for (std::size_t k = 0; k < targets_.size(); ++k)
      if (targets_[k] == target.target) weights[k] += static_cast<float>(target.weight);
  // Values lie all over memory, and a block is soon done: those of a block to come are called for early.
  const auto call_for = [&](const Terms& terms, std::size_t block, float least) {
    for (std::uint32_t k = terms.first[block]; k < terms.first[block + 1]; ++k)
      if (std::abs(weight_of(terms.all[k].first, terms.all[k].second, weights)) * terms.all[k].largest >
          least)
        fetch(terms.values[k]);
  };
  constexpr std::size_t kAhead = 2;
  Rest now;
  for (std::size_t block = 0; block < rest_.size(); ++block) {
    if (block + kAhead < rest_.size()) {
      call_for(moved_, block + kAhead, kLeastMm);
      call_for(turned_, block + kAhead, kLeastTurn);
      fetch(rest_[block + kAhead]);
    }
    now = rest_[block];
    blend(moved_, block, weights, kLeastMm, now.points_mm);
    if (blend(turned_, block, weights, kLeastTurn, now.normals))
      normalise_lanes(now.normals.data(), now.normals.data() + kLaneSize, now.normals.data() + 2 * kLaneSize);
    write(block, now, points_mm, normals);
  }
}

void FaceMotion::write(std::size_t block, const Rest& now, std::span<glm::vec3> points_mm,
                       std::span<glm::vec3> normals) const {
  const std::size_t first = block * kLaneSize;
  const auto normal = [&now](std::size_t i) {
    return glm::vec3(now.normals[i], now.normals[kLaneSize + i], now.normals[2 * kLaneSize + i]);
  };
  if (now.in_a_row) {
    std::memcpy(&points_mm[movers_[first]], now.points_mm.data(), sizeof now.points_mm);
    glm::vec3* out = &normals[movers_[first]];
    for (std::size_t i = 0; i < kLaneSize; ++i) out[i] = normal(i);
    return;
  }
  for (std::size_t i = 0; i < std::min(kLaneSize, movers_.size() - first); ++i) {
    const float* p = &now.points_mm[3 * i];
    points_mm[movers_[first + i]] = {p[0], p[1], p[2]};
    normals[movers_[first + i]] = normal(i);
  }
}

}  // namespace simulation
