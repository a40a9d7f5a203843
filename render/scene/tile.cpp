#include "render/scene/tile.h"

#include <algorithm>

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

}  // namespace render
