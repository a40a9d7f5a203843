#include "render/scene/draw_list.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "render/gl/draw.h"

namespace render {
namespace {

/// Blended over what lies under it, which it hides from no light.
bool is_film(MaterialKind kind) {
  return kind == MaterialKind::cornea || kind == MaterialKind::lid_rim;
}

bool is_hair(MaterialKind kind) {
  return kind == MaterialKind::lash || kind == MaterialKind::brow;
}

// Longer edges of triangles would be seen as corners of a lid or an ear. Assumption, by eye, in pixels.
constexpr float kLongEdgePx = 24;

/// Whether the part's triangles of one subdivision less have short edges wherever they stand in the picture.
bool small_with_fewer(const Part& part, const Camera& camera, glm::ivec2 picture_px) {
  if (part.fewer_edge_mm() <= 0) return false;
  const double aspect = static_cast<double>(picture_px.x) / picture_px.y;
  const glm::mat4 view = camera.view(), projection = camera.projection(aspect);
  const Bounds& box = part.drawn_bounds();
  const float depth = -(view * glm::vec4(box.centre(), 1)).z - box.radius();
  const float nearest = camera.orthographic ? 1.0f : std::max(depth, static_cast<float>(camera.near_mm));
  const float px_per_mm = 0.5f * static_cast<float>(picture_px.y) * projection[1][1] / nearest;
  return part.fewer_edge_mm() * px_per_mm <= kLongEdgePx;
}

bool is_see_through(Layer layer) {
  return layer == Layer::xray || layer == Layer::fat;
}

// Anatomy stays hidden under whole skin, skin and what grows on it are taken off for the anatomy layers.
bool shown(MaterialKind kind, Layer layer) {
  if (kind == MaterialKind::stain) return layer == Layer::skin;
  if (kind == MaterialKind::fat) return layer == Layer::fat;
  if (kind == MaterialKind::tape || kind == MaterialKind::decal) return true;
  switch (layer) {
    case Layer::skin:
    case Layer::heat:
      return !is_anatomy(kind);
    case Layer::muscle:
      return kind != MaterialKind::skin && kind != MaterialKind::lid_rim && !is_hair(kind) &&
             kind != MaterialKind::fabric;
    case Layer::xray:
    case Layer::fat:
      return kind != MaterialKind::lid_rim && !is_hair(kind) && kind != MaterialKind::fabric;
  }
  return false;
}

}  // namespace

bool is_anatomy(MaterialKind kind) {
  return kind == MaterialKind::muscle || kind == MaterialKind::tendon || kind == MaterialKind::bone ||
         kind == MaterialKind::fat;
}

bool is_closed(MaterialKind kind) {
  return kind == MaterialKind::skin || kind == MaterialKind::eye;
}

void draw_triangles(const Drawn& drawn) {
  gl::draw_triangles(drawn.part->array(), drawn.ranges);
}

DrawList make_draw_list(const SceneView& view, const Parts& parts, std::optional<glm::ivec2> moving_px) {
  DrawList list;
  for (const DrawItem& item : view.items) {
    const auto found = parts.find(item.part);
    if (found == parts.end() || !item.visible || item.opacity <= 0 || !found->second.uploaded()) continue;
    const Part& part = found->second;
    const MaterialKind kind = part.material().kind;
    if (!shown(kind, view.layer)) continue;
    const bool fewer = moving_px && small_with_fewer(part, view.camera, *moving_px);
    const Drawn drawn{item.part, &part, item.opacity, item.highlighted, fewer, {part.indices(fewer)}};
    if (kind == MaterialKind::tape) {
      list.tapes.push_back(drawn);
      continue;
    }
    if (kind == MaterialKind::decal || kind == MaterialKind::stain) {
      (kind == MaterialKind::stain ? list.stains : list.decals).push_back(drawn);
      continue;
    }
    list.bounds.include(part.bounds());
    const bool shell = (is_see_through(view.layer) && kind == MaterialKind::skin) ||
                       (item.opacity < 1 && !is_hair(kind) && !is_film(kind));
    if (shell)
      list.shells.push_back(drawn);
    else if (is_film(kind))
      list.mirrors.push_back(drawn);
    else if (is_hair(kind))
      list.hair.push_back(drawn);
    else
      list.opaque.push_back(drawn);
    if (!shell && !is_hair(kind) && !is_film(kind)) list.casters.push_back(drawn);
  }
  return list;
}

}  // namespace render
