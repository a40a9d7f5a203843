#include "simulation/face/face_motion.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>
#include <numeric>
#include <utility>

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
  const auto freeze = [](NewTerms& made) {
    made.first.push_back(static_cast<std::uint32_t>(made.all.size()));
    return Terms{std::move(made.all), std::move(made.values), std::move(made.first)};
  };
  moved_ = freeze(moved);
  turned_ = freeze(turned);
  std::vector<TargetSet> reaching(blocks.size());
  for (const Terms* terms : {&moved_, &turned_})
    for (std::size_t block = 0; block < reaching.size(); ++block)
      for (std::uint32_t k = terms->first[block]; k < terms->first[block + 1]; ++k)
        for (const int target : {terms->all[k].first, terms->all[k].second})
          if (target != TurnTerms::kAlone) reaching[block].set(bit_of(static_cast<std::size_t>(target)));
  rest_ = std::move(blocks);
  reaching_ = std::move(reaching);
}

void FaceMotion::add_block(std::span<const std::uint32_t> points, const std::vector<Target>& targets,
                           const TurnTerms& turns, NewTerms& moved, NewTerms& turned) {
  const auto add = [](NewTerms& terms, auto place, int first, int second, const Values& values, double bound,
                      float least) {
    const float most = largest_of(values);
    if (most * static_cast<float>(bound) <= least) return;
    const float step = most / kFullScale;
    terms.all.push_back({static_cast<std::int16_t>(first), static_cast<std::int16_t>(second), step, most});
    Block<std::int16_t>& packed = terms.values.emplace_back().numbers;
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

float FaceMotion::shown_weight(const Term& term, std::span<const float> weights, float least) {
  float weight = weights[static_cast<std::size_t>(term.first)];
  if (term.second != TurnTerms::kAlone) weight *= weights[static_cast<std::size_t>(term.second)];
  return std::abs(weight) * term.largest <= least ? 0.0F : weight;
}

std::vector<float> FaceMotion::weights_of(std::span<const TargetWeight> pose) const {
  std::vector<float> weights(targets_.size(), 0.0F);
  for (const TargetWeight& target : pose)
    for (std::size_t k = 0; k < targets_.size(); ++k)
      if (targets_[k] == target.target) weights[k] += static_cast<float>(target.weight);
  return weights;
}

bool FaceMotion::differs(std::size_t block, std::span<const float> now, std::span<const float> before) const {
  const auto changed = [&](const Terms& terms, float least) {
    for (std::uint32_t k = terms.first[block]; k < terms.first[block + 1]; ++k) {
      const Term& term = terms.all[k];
      const float a = shown_weight(term, now, least), b = shown_weight(term, before, least);
      if (a != b) return true;
    }
    return false;
  };
  return changed(moved_, kLeastMm) || changed(turned_, kLeastTurn);
}

/// Also calls for their numbers, which lie all over memory: a block is soon done.
void FaceMotion::gather(std::size_t block, std::span<const float> weights, Pieces& pieces) const {
  const auto add = [&](const Terms& terms, float least, std::vector<LanePiece>& out) {
    out.clear();
    for (std::uint32_t k = terms.first[block]; k < terms.first[block + 1]; ++k)
      if (const float weight = shown_weight(terms.all[k], weights, least); weight != 0.0F) {
        out.push_back({terms.values[k].numbers.data(), weight * terms.all[k].step});
        fetch(terms.values[k]);
      }
  };
  add(moved_, kLeastMm, pieces.moved);
  add(turned_, kLeastTurn, pieces.turned);
  fetch(rest_[block]);
}

void FaceMotion::write_blocks(std::span<const std::uint32_t> blocks, std::span<const float> weights,
                              std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const {
  Pieces pieces, ahead;
  Rest now;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i == 0) gather(blocks[i], weights, ahead);
    std::swap(pieces, ahead);
    if (i + 1 < blocks.size()) gather(blocks[i + 1], weights, ahead);
    const Rest& rest = rest_[blocks[i]];
    now.in_a_row = rest.in_a_row;
    sum_lanes(now.points_mm.data(), rest.points_mm.data(), pieces.moved, now.points_mm.size());
    sum_lanes(now.normals.data(), rest.normals.data(), pieces.turned, now.normals.size());
    if (!pieces.turned.empty())
      normalise_lanes(now.normals.data(), now.normals.data() + kLaneSize, now.normals.data() + 2 * kLaneSize);
    write(blocks[i], now, points_mm, normals);
  }
}

void FaceMotion::require_count(std::span<const glm::vec3> points_mm,
                               std::span<const glm::vec3> normals) const {
  if (points_mm.size() != point_count_ || normals.size() != point_count_)
    throw InputError("mesh.points: the output has a different count");
}

void FaceMotion::apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
                       std::span<glm::vec3> normals) const {
  require_count(points_mm, normals);
  std::vector<std::uint32_t> blocks(rest_.size());
  std::iota(blocks.begin(), blocks.end(), 0U);
  write_blocks(blocks, weights_of(pose), points_mm, normals);
}

void FaceMotion::apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
                       std::span<glm::vec3> normals, HeldWeights& held,
                       std::vector<glm::uvec2>& changed) const {
  require_count(points_mm, normals);
  const std::vector<float> weights = weights_of(pose);
  held.resize(weights.size(), 0.0F);
  TargetSet news;
  for (std::size_t k = 0; k < weights.size(); ++k)
    if (weights[k] != held[k]) news.set(bit_of(k));
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t block = 0; block < rest_.size(); ++block) {
    if ((reaching_[block] & news).none() || !differs(block, weights, held)) continue;
    blocks.push_back(block);
    const std::size_t first = block * kLaneSize, last = std::min(first + kLaneSize, movers_.size()) - 1;
    add_runs(changed, std::span(movers_).subspan(first, last - first + 1));
  }
  write_blocks(blocks, weights, points_mm, normals);
  held = weights;
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
