// Blending of a surface that is made: block by block, each summed whole and in one order.
#include <algorithm>

#include "simulation/error.h"
#include "simulation/measure/blended_surface.h"

namespace simulation {
namespace {

/// Lanes of x, y and z into the places of their points.
void write_points(const float* lanes, std::span<const std::uint32_t> movers, std::span<glm::vec3> out) {
  const float *x = lanes, *y = lanes + kLaneSize, *z = lanes + 2 * kLaneSize;
  if (movers.back() - movers.front() + 1 == kLaneSize && movers.size() == kLaneSize) {
    glm::vec3* run = &out[movers.front()];
    for (std::size_t i = 0; i < kLaneSize; ++i) run[i] = {x[i], y[i], z[i]};
    return;
  }
  for (std::size_t i = 0; i < movers.size(); ++i) out[movers[i]] = {x[i], y[i], z[i]};
}

}  // namespace

std::vector<float> BlendedSurface::weights_of(std::span<const double> values) const {
  if (values.size() != linear_count_) throw InputError("blended surface: a value per linear field is needed");
  std::vector<float> out;
  for (const double v : values) out.push_back(static_cast<float>(v));
  for (const auto& [a, b] : pairs_)
    out.push_back(
        static_cast<float>(values[static_cast<std::size_t>(a)] * values[static_cast<std::size_t>(b)]));
  return out;
}

bool BlendedSurface::differs(std::size_t block, std::span<const float> now,
                             std::span<const float> before) const {
  return std::any_of(packed_.begin() + block_first_[block], packed_.begin() + block_first_[block + 1],
                     [&](const Packed& packed) { return now[packed.term] != before[packed.term]; });
}

std::span<const std::uint32_t> BlendedSurface::movers_of(std::size_t block) const {
  const std::size_t first = block * kBlock;
  return std::span(movers_).subspan(first, std::min(kBlock, movers_.size() - first));
}

/// Without normals when `normals` is empty.
void BlendedSurface::write_block(std::size_t block, std::span<const float> weights, Pieces& pieces,
                                 std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const {
  constexpr std::size_t kThree = 3 * kBlock;
  pieces.moved.clear();
  pieces.turned.clear();
  for (std::uint32_t k = block_first_[block]; k < block_first_[block + 1]; ++k) {
    const Packed& packed = packed_[k];
    const float weight = weights[packed.term];
    if (weight == 0.0F) continue;
    pieces.moved.push_back({packed.lanes[0].data(), weight * packed.moved_scale});
    pieces.turned.push_back({packed.lanes[3].data(), weight * packed.normal_scale});
  }
  const std::span<const std::uint32_t> movers = movers_of(block);
  const Rest& rest = rest_[block];
  Rest now;
  sum_lanes(now.lanes[0].data(), rest.lanes[0].data(), pieces.moved, kThree);
  write_points(now.lanes[0].data(), movers, points_mm);
  if (normals.empty()) return;
  sum_lanes(now.lanes[3].data(), rest.lanes[3].data(), pieces.turned, kThree);
  if (!pieces.turned.empty()) normalise_lanes(now.lanes[3].data(), now.lanes[4].data(), now.lanes[5].data());
  write_points(now.lanes[3].data(), movers, normals);
}

void BlendedSurface::apply(std::span<const double> values, std::span<glm::vec3> points_mm,
                           std::span<glm::vec3> normals) const {
  const std::vector<float> weights = weights_of(values);
  Pieces pieces;
  for (std::size_t block = 0; block < rest_.size(); ++block)
    write_block(block, weights, pieces, points_mm, normals);
}

void BlendedSurface::apply(std::span<const double> values, std::span<glm::vec3> points_mm) const {
  apply(values, points_mm, {});
}

void BlendedSurface::apply(std::span<const double> values, std::span<glm::vec3> points_mm,
                           std::span<glm::vec3> normals, HeldWeights& held,
                           std::vector<glm::uvec2>& changed) const {
  const std::vector<float> weights = weights_of(values);
  held.resize(weights.size(), 0.0F);
  Pieces pieces;
  for (std::size_t block = 0; block < rest_.size(); ++block) {
    if (!differs(block, weights, held)) continue;
    write_block(block, weights, pieces, points_mm, normals);
    add_runs(changed, movers_of(block));
  }
  held = weights;
}

}  // namespace simulation
