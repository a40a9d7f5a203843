#include "render/scene/tile.h"

#include <algorithm>
#include <glm/common.hpp>

namespace render {

glm::ivec2 equal_tile(glm::ivec2 picture, int limit) {
  const int most = std::max(2, limit / 2 * 2);
  const auto side = [most](int pixels) {
    const int count = (pixels + most - 1) / most;
    const int equal = (pixels + count - 1) / count;
    return count == 1 ? pixels : equal + equal % 2;
  };
  return {side(picture.x), side(picture.y)};
}

Tile shared_area(const Tile& a, const Tile& b) {
  const glm::ivec2 low = glm::max(a.origin, b.origin);
  const glm::ivec2 high = glm::min(a.origin + a.size, b.origin + b.size);
  return {low, glm::max(high - low, glm::ivec2(0))};
}

Tile drawn_area(const DrawList& list, const glm::mat4& view_projection, glm::ivec2 picture) {
  const Tile whole{{0, 0}, picture};
  glm::vec2 low(1e9f), high(-1e9f);
  for (const auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair, &list.tapes, &list.decals})
    for (const Drawn& drawn : *group) {
      const Bounds& bounds = drawn.part->drawn_bounds();
      for (int corner = 0; corner < 8; ++corner) {
        const glm::vec4 clip = view_projection * glm::vec4(corner & 1 ? bounds.high.x : bounds.low.x,
                                                           corner & 2 ? bounds.high.y : bounds.low.y,
                                                           corner & 4 ? bounds.high.z : bounds.low.z, 1);
        // Beside or behind the camera: a box around its corners would say nothing.
        if (clip.w < 1e-3f) return whole;
        const glm::vec2 ndc = glm::clamp(glm::vec2(clip) / clip.w, -2.0f, 2.0f);
        low = glm::min(low, ndc);
        high = glm::max(high, ndc);
      }
    }
  if (low.x > high.x) return {};
  // Outlines and widened strands reach past their part, by less than this.
  const float margin = 2.0f + 0.01f * static_cast<float>(picture.y);
  const glm::vec2 size(picture);
  const glm::ivec2 from(glm::floor((low * 0.5f + 0.5f) * size - margin));
  const glm::ivec2 to(glm::ceil((high * 0.5f + 0.5f) * size + margin));
  return shared_area({from, to - from}, whole);
}

}  // namespace render
