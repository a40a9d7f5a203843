#include "render/mesh/place_order.h"

#include <algorithm>
#include <glm/common.hpp>
#include <numeric>
#include <utility>

namespace render {
namespace {

constexpr std::size_t kTogether = 64;

/// Where a row is cut in two: in the middle, where it can be between groups of kTogether.
std::size_t middle_of(std::size_t count) {
  const std::size_t half = count / 2;
  return count > kTogether ? std::max(kTogether, half - half % kTogether) : half;
}

int longest_side(std::span<const std::uint32_t> row, std::span<const glm::vec3> points_mm) {
  glm::vec3 low = points_mm[row.front()], high = low;
  for (const std::uint32_t point : row) {
    low = glm::min(low, points_mm[point]);
    high = glm::max(high, points_mm[point]);
  }
  const glm::vec3 size = high - low;
  if (size.x >= size.y && size.x >= size.z) return 0;
  return size.y >= size.z ? 1 : 2;
}

/// Halves the box of the points across its longest side, and so on, down to single points: nothing of the
/// order is left to how the library sorts.
void halve(std::span<std::uint32_t> row, std::span<const glm::vec3> points_mm) {
  if (row.size() < 2) return;
  const int side = longest_side(row, points_mm);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(points_mm[a][side], a) < std::pair(points_mm[b][side], b);
  };
  const std::size_t middle = middle_of(row.size());
  std::nth_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(middle), row.end(), before);
  halve(row.first(middle), points_mm);
  halve(row.subspan(middle), points_mm);
}

}  // namespace

std::vector<std::uint32_t> order_by_place(std::span<const glm::vec3> points_mm) {
  std::vector<std::uint32_t> order(points_mm.size());
  std::iota(order.begin(), order.end(), 0U);
  halve(order, points_mm);
  return order;
}

}  // namespace render
