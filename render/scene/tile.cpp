#include "render/scene/tile.h"

#include <algorithm>
#include <glm/common.hpp>

namespace render {

glm::ivec2 equal_tile(glm::ivec2 picture, glm::ivec2 limit) {
  const auto side = [](int pixels, int allowed) {
    const int most = std::max(2, allowed / 2 * 2);
    const int count = (pixels + most - 1) / most;
    const int equal = (pixels + count - 1) / count;
    return count == 1 ? pixels : equal + equal % 2;
  };
  return {side(picture.x, limit.x), side(picture.y, limit.y)};
}

Tile shared_area(const Tile& a, const Tile& b) {
  const glm::ivec2 low = glm::max(a.origin, b.origin);
  const glm::ivec2 high = glm::min(a.origin + a.size, b.origin + b.size);
  return {low, glm::max(high - low, glm::ivec2(0))};
}

Tile area_of(const Bounds& box, const glm::mat4& view_projection, glm::ivec2 picture) {
  const Tile whole{{0, 0}, picture};
  if (box.empty()) return {};
  glm::vec2 low(1e9f), high(-1e9f);
  for (int corner = 0; corner < 8; ++corner) {
    const glm::vec4 clip =
        view_projection * glm::vec4(corner & 1 ? box.high.x : box.low.x, corner & 2 ? box.high.y : box.low.y,
                                    corner & 4 ? box.high.z : box.low.z, 1);
    // Beside or behind the camera: a box around its corners would say nothing.
    if (clip.w < 1e-3f) return whole;
    const glm::vec2 ndc = glm::clamp(glm::vec2(clip) / clip.w, -2.0f, 2.0f);
    low = glm::min(low, ndc);
    high = glm::max(high, ndc);
  }
  const float margin = 2.0f + 0.01f * static_cast<float>(picture.y);
  const glm::vec2 size(picture);
  const glm::ivec2 from(glm::floor((low * 0.5f + 0.5f) * size - margin));
  const glm::ivec2 to(glm::ceil((high * 0.5f + 0.5f) * size + margin));
  return shared_area({from, to - from}, whole);
}

Tile drawn_area(const DrawList& list, const glm::mat4& view_projection, glm::ivec2 picture) {
  Tile drawn;
  for (const auto* group :
       {&list.opaque, &list.shells, &list.mirrors, &list.hair, &list.tapes, &list.stains, &list.decals})
    for (const Drawn& item : *group) {
      const Tile area = area_of(item.part->drawn_bounds(), view_projection, picture);
      if (area.empty()) continue;
      if (drawn.empty()) {
        drawn = area;
        continue;
      }
      const glm::ivec2 low = glm::min(drawn.origin, area.origin);
      const glm::ivec2 high = glm::max(drawn.origin + drawn.size, area.origin + area.size);
      drawn = {low, high - low};
    }
  return drawn;
}

}  // namespace render
