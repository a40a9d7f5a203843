#pragma once

#include <glm/vec2.hpp>
#include <map>
#include <optional>
#include <vector>

#include "render/gl/draw.h"
#include "render/scene/part.h"
#include "render/scene/scene_view.h"

namespace render {

using Parts = std::map<PartId, Part>;

struct Drawn {
  PartId id = PartId::none;
  const Part* part = nullptr;
  float opacity = 1;
  bool highlighted = false;
  bool fewer_triangles = false;
  std::vector<gl::IndexRange> ranges{};  // what of its triangles is drawn
};
/// The triangles of it that are to be drawn, with the program in use.
void draw_triangles(const Drawn& drawn);

/// The parts of one picture, sorted by how they are drawn.
struct DrawList {
  std::vector<Drawn> opaque;   // in the order of the view
  std::vector<Drawn> shells;   // see-through, front layer only
  std::vector<Drawn> mirrors;  // cornea: adds light
  std::vector<Drawn> hair;     // lashes and brows: blended, two-sided
  std::vector<Drawn> tapes;    // solid, but neither cast nor take shadow and light
  std::vector<Drawn> stains;   // multiplied into what is solid
  std::vector<Drawn> decals;   // blended onto what is solid, and as free of light
  std::vector<Drawn> casters;  // throw shadows and occlude
  Bounds bounds;               // of everything drawn but tapes, stains and decals
};

/// Sorts out the view's items for its layer. Unknown and never uploaded parts are left out. moving_px: size
/// of a picture of something that moves: what is small in it leaves out its last subdivision, where it has
/// made one less.
DrawList make_draw_list(const SceneView& view, const Parts& parts,
                        std::optional<glm::ivec2> moving_px = std::nullopt);

bool is_anatomy(MaterialKind kind);
/// Surfaces whose inside no camera and no light sees; where they are cut open they dissolve before the cut.
bool is_closed(MaterialKind kind);

}  // namespace render
