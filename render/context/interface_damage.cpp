#include "render/context/interface_damage.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

namespace render {
namespace {

// Pixels on a side of the cells that are drawn anew. Smaller ones make more rectangles, each of which costs
// calls.
constexpr int kCell = 32;
// Cells between two of a row that are drawn along with them, for the same reason.
constexpr int kBridge = 4;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
  hash *= 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 32);
}

std::uint64_t pair_of(float a, float b) {
  return static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(a)) << 32 | std::bit_cast<std::uint32_t>(b);
}

glm::ivec2 window_size(const ImDrawData& data) {
  return {static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
}

}  // namespace

PixelRect shared_rect(const PixelRect& a, const PixelRect& b) {
  return {glm::max(a.low, b.low), glm::min(a.high, b.high)};
}

PixelRect clipped_pixels(float x0, float y0, float x1, float y1, int height_px) {
  const auto height = static_cast<float>(height_px);
  const int left = static_cast<int>(x0), bottom = height_px - static_cast<int>(height - y1);
  return {{left, bottom - static_cast<int>(y1 - y0)}, {left + static_cast<int>(x1 - x0), bottom}};
}

/// Which cells of the window are to be drawn.
class InterfaceDamage::Cells {
 public:
  explicit Cells(glm::ivec2 window)
      : window_(window),
        count_((window + kCell - 1) / kCell),
        marked_(static_cast<std::size_t>(count_.x) * static_cast<std::size_t>(count_.y)) {}

  void mark(const PixelRect& rect) {
    const PixelRect inside = shared_rect(rect, {{0, 0}, window_});
    if (inside.empty()) return;
    for (int y = inside.low.y / kCell; y * kCell < inside.high.y; ++y)
      for (int x = inside.low.x / kCell; x * kCell < inside.high.x; ++x) marked_[index(x, y)] = true;
  }

  /// Runs of each row, those of equal ends below each other made one.
  std::vector<PixelRect> rects() const {
    std::vector<PixelRect> all;
    for (int y = 0; y < count_.y; ++y)
      for (int x = 0; x < count_.x;) {
        if (!marked_[index(x, y)]) {
          ++x;
          continue;
        }
        const int from = x;
        int to = x;
        for (; x < count_.x && x <= to + kBridge; ++x)
          if (marked_[index(x, y)]) to = x + 1;
        x = std::max(x, to);
        add_run(all, from, to, y);
      }
    for (PixelRect& rect : all) rect = {rect.low * kCell, glm::min(rect.high * kCell, window_)};
    return all;
  }

 private:
  static void add_run(std::vector<PixelRect>& all, int from, int to, int y) {
    const auto above = std::find_if(all.begin(), all.end(), [&](const PixelRect& rect) {
      return rect.low.x == from && rect.high == glm::ivec2(to, y);
    });
    if (above != all.end())
      above->high.y = y + 1;
    else
      all.push_back({{from, y}, {to, y + 1}});
  }
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(count_.x) + static_cast<std::size_t>(x);
  }
  glm::ivec2 window_, count_;
  std::vector<bool> marked_;
};

std::vector<InterfaceDamage::Triangle> InterfaceDamage::triangles_of(const ImDrawData& data,
                                                                     glm::ivec2 size) {
  std::vector<Triangle> all;
  all.reserve(static_cast<std::size_t>(data.TotalIdxCount) / 3);
  for (const ImDrawList* list : data.CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4& c = command.ClipRect;
      const PixelRect clip = clipped_pixels(c.x, c.y, c.z, c.w, size.y);
      if (clip.empty()) continue;
      std::uint64_t start = mixed(pair_of(c.x, c.y), pair_of(c.z, c.w));
      start = mixed(start, reinterpret_cast<std::uintptr_t>(command.GetTexID()));
      const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        Triangle triangle{start, {}};
        glm::vec2 low(1e9f), high(-1e9f);
        for (unsigned corner = 0; corner < 3; ++corner) {
          const ImDrawVert& v = vertices[indices[i + corner]];
          triangle.hash = mixed(triangle.hash, pair_of(v.pos.x, v.pos.y));
          triangle.hash = mixed(triangle.hash, pair_of(v.uv.x, v.uv.y));
          triangle.hash = mixed(triangle.hash, v.col);
          low = glm::min(low, glm::vec2(v.pos.x, v.pos.y));
          high = glm::max(high, glm::vec2(v.pos.x, v.pos.y));
        }
        triangle.box = shared_rect({glm::ivec2(glm::floor(low)), glm::ivec2(glm::ceil(high))}, clip);
        if (!triangle.box.empty()) all.push_back(triangle);
      }
    }
  return all;
}

/// Goes through both in their order. What has no partner there is marked; a partner far ahead leaves all
/// before it without one, which is more than needed and never less.
void InterfaceDamage::mark(const std::vector<Triangle>& now, Cells& cells) const {
  const auto same = [](const Triangle& a, const Triangle& b) { return a.hash == b.hash; };
  const auto fronts = std::mismatch(last_.begin(), last_.end(), now.begin(), now.end(), same);
  const auto backs = std::mismatch(last_.rbegin(), std::make_reverse_iterator(fronts.first), now.rbegin(),
                                   std::make_reverse_iterator(fronts.second), same);
  const auto last_end = backs.first.base();
  const auto now_end = backs.second.base();
  std::vector<std::pair<std::uint64_t, std::ptrdiff_t>> places;
  for (auto old = fronts.first; old != last_end; ++old) places.emplace_back(old->hash, old - last_.begin());
  std::sort(places.begin(), places.end());
  std::ptrdiff_t at = fronts.first - last_.begin();
  for (auto triangle = fronts.second; triangle != now_end; ++triangle) {
    if (at < last_end - last_.begin() && last_[static_cast<std::size_t>(at)].hash == triangle->hash) {
      ++at;
      continue;
    }
    const auto partner = std::lower_bound(places.begin(), places.end(), std::pair(triangle->hash, at));
    if (partner == places.end() || partner->first != triangle->hash) {
      cells.mark(triangle->box);
      continue;
    }
    for (; at < partner->second; ++at) cells.mark(last_[static_cast<std::size_t>(at)].box);
    ++at;
  }
  for (; at < last_end - last_.begin(); ++at) cells.mark(last_[static_cast<std::size_t>(at)].box);
}

std::vector<PixelRect> InterfaceDamage::changed(const ImDrawData& data, std::span<const PixelRect> fresh) {
  const glm::ivec2 size = window_size(data);
  std::vector<Triangle> now = triangles_of(data, size);
  const bool known = size == size_;
  Cells cells(size);
  if (known) {
    mark(now, cells);
    for (const PixelRect& rect : fresh) cells.mark(rect);
  }
  last_ = std::move(now);
  size_ = size;
  if (!known) return {{{0, 0}, size}};
  return cells.rects();
}

}  // namespace render
