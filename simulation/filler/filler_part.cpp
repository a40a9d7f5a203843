#include "simulation/filler/filler_part.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

namespace simulation {
namespace {

constexpr std::size_t kNearest = 4;
constexpr float kAttachedMm = 8.0F;

struct Box {
  glm::vec3 low{1e9F};
  glm::vec3 high{-1e9F};
  void include(const glm::vec3& p) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  bool holds(const glm::vec3& p, float beyond_mm) const {
    return glm::all(glm::greaterThanEqual(p, low - beyond_mm)) &&
           glm::all(glm::lessThanEqual(p, high + beyond_mm));
  }
};

/// A point of the skin and how it moves; most near a place do not.
struct Candidate {
  glm::vec3 at_mm{0.0F};
  glm::vec3 delta{0.0F};
};

/// All skin about a place, so that hair beside it finds skin that stays.
std::vector<Candidate> candidates_of(const FillerDeltas& moved, std::span<const glm::vec3> skin_mm,
                                     const Box& box) {
  std::vector<glm::vec3> deltas(skin_mm.size(), glm::vec3(0.0F));
  for (std::size_t i = 0; i < moved.points.size(); ++i) deltas[moved.points[i]] = moved.deltas[i];
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < skin_mm.size(); ++i)
    if (box.holds(skin_mm[i], 2.0F * kAttachedMm)) out.push_back({skin_mm[i], deltas[i]});
  return out;
}

/// Mean of the nearest few, the nearer the more.
glm::vec3 held_by(const std::vector<Candidate>& skin, const glm::vec3& point) {
  std::array<std::pair<float, const Candidate*>, kNearest> nearest;
  nearest.fill({kAttachedMm * kAttachedMm, nullptr});
  for (const Candidate& candidate : skin) {
    const glm::vec3 d = candidate.at_mm - point;
    const float squared = glm::dot(d, d);
    if (squared >= nearest.back().first) continue;
    nearest.back() = {squared, &candidate};
    for (std::size_t i = kNearest - 1; i > 0 && nearest[i].first < nearest[i - 1].first; --i)
      std::swap(nearest[i], nearest[i - 1]);
  }
  glm::vec3 sum(0.0F);
  float weights = 0.0F;
  for (const auto& [squared, candidate] : nearest) {
    if (!candidate) continue;
    const float w = 1.0F / (squared + 0.01F);
    sum += candidate->delta * w;
    weights += w;
  }
  return weights > 0.0F ? sum / weights : sum;
}

}  // namespace

FillerPart::FillerPart(const FillerField& field, std::span<const glm::vec3> skin_mm,
                       std::span<const glm::vec3> part_mm) {
  for (const FillerDeltas& moved : field.deltas()) {
    Box box;
    for (const std::uint32_t point : moved.points) box.include(skin_mm[point]);
    const std::vector<Candidate> skin = candidates_of(moved, skin_mm, box);
    FillerDeltas of_part;
    for (std::uint32_t p = 0; p < part_mm.size(); ++p) {
      if (!box.holds(part_mm[p], kAttachedMm)) continue;
      const glm::vec3 delta = held_by(skin, part_mm[p]);
      if (delta == glm::vec3(0.0F)) continue;
      of_part.points.push_back(p);
      of_part.deltas.push_back(delta);
    }
    deltas_.push_back(std::move(of_part));
  }
}

void FillerPart::apply(const FillerSizes& sizes, std::span<glm::vec3> points_mm) const {
  for (std::size_t f = 0; f < deltas_.size(); ++f) {
    if (sizes[f] == 0.0) continue;
    const auto size = static_cast<float>(sizes[f]);
    const FillerDeltas& moved = deltas_[f];
    for (std::size_t i = 0; i < moved.points.size(); ++i)
      points_mm[moved.points[i]] += moved.deltas[i] * size;
  }
}

}  // namespace simulation
