#include "render/scene/surface_pass.h"

#include <glm/exponential.hpp>

#include "render/gl/draw.h"
#include "render/scene/frame_block.h"
#include "render/scene/skin_tone.h"
#include "render/scene/strand.h"

namespace render {
namespace {

// Colours are linear; they, and how much is hidden, are assumptions, art direction.
struct Shell {
  glm::vec3 colour;
  glm::vec3 cover;  // see shaders/shell.frag
  float depth_bias;
};
constexpr Shell kXraySkin{{0.86f, 0.60f, 0.50f}, {0.15f, 0.80f, 0.35f}, 0.0f};
/// Of a colour that no skin has, so that it is told from the body in it: a rim where it stands out, and so
/// clear between that it does not end in a line where the body comes through it.
constexpr Shell kGhost{{0.05f, 0.26f, 0.95f}, {0.05f, 1.6f, 0.0f}, -16.0f};

void set_lines(gl::Program& program, const LineChart* lines, float lod_bias) {
  program.set("u_has_lines", lines ? 1 : 0);
  if (!lines) return;
  const LineFrame& frame = lines->frame();
  lines->texture().bind(kLinesUnit, lod_bias);
  program.set("u_line_axis", glm::vec2(frame.axis_z_mm, frame.radius_mm));
  program.set("u_line_box", glm::vec4(frame.low_mm, 1.0f / frame.size_mm));
}

void set_skin(gl::Program& program, const Part& part, float lod_bias) {
  const SkinTone tone = skin_tone(part.material().skin_tone);
  program.set("u_texture_density", -glm::log(part.texture_mean()));
  program.set("u_melanin", tone.melanin);
  program.set("u_blood", tone.blood);
  program.set("u_relief", part.material().relief);
  program.set("u_hair", part.material().hair);
  set_lines(program, part.lines().get(), lod_bias);
}

void set_plain(gl::Program& program, glm::vec3 base, float rough, float f0, float grain) {
  program.set("u_base", base);
  program.set("u_rough", rough);
  program.set("u_f0", f0);
  program.set("u_grain", grain);
}

/// Shows its own colours and hair; under heat it has neither.
bool is_hairy(const Part& part, Layer layer) {
  return part.material().kind == MaterialKind::skin && layer != Layer::heat && part.hairy_indices().count > 0;
}

gl::Program& program_of(const Part& part, Layer layer, Programs& programs) {
  switch (part.material().kind) {
    case MaterialKind::skin:
      if (layer == Layer::heat) return programs.heat;
      if (is_hairy(part, layer)) return programs.skin_hair;
      return part.lines() ? programs.skin_lined : programs.skin;
    case MaterialKind::eye:
      return programs.eye;
    case MaterialKind::cornea:
      return programs.cornea;
    case MaterialKind::lid_rim:
      return programs.lid_rim;
    case MaterialKind::lash:
    case MaterialKind::brow:
      return programs.hair;
    case MaterialKind::fabric:
      return programs.fabric;
    case MaterialKind::muscle:
      return programs.muscle;
    default:
      return programs.plain;
  }
}

/// Without skin there are no lids to shade the eyes.
void set_lids(gl::Program& program, Layer layer) {
  program.set("u_lids", layer == Layer::skin || layer == Layer::heat ? 1.0f : 0.0f);
}

void set_kind(gl::Program& program, const Part& part, Layer layer, float lod_bias) {
  switch (part.material().kind) {
    case MaterialKind::skin:
      set_skin(program, part, lod_bias);
      break;
    case MaterialKind::eye:
      // Where the package paints its two irises, rows downwards.
      program.set("u_iris_centres", glm::vec4(0.291f, 0.709f, 0.705f, 0.299f));
      program.set("u_iris_radius", 0.1135f);
      set_lids(program, layer);
      break;
    case MaterialKind::cornea:
      set_lids(program, layer);
      break;
    case MaterialKind::lash:
      program.set("u_density", 0.6f);
      break;
    case MaterialKind::brow:
      program.set("u_density", 0.8f);
      break;
    case MaterialKind::teeth:
      set_plain(program, {0.80f, 0.74f, 0.64f}, 0.22f, 0.045f, 0.02f);
      break;
    case MaterialKind::tongue:
      set_plain(program, {0.60f, 0.26f, 0.24f}, 0.35f, 0.03f, 0.10f);
      break;
    case MaterialKind::tendon:
      set_plain(program, {0.76f, 0.735f, 0.68f}, 0.30f, 0.045f, 0.06f);
      break;
    case MaterialKind::bone:
      set_plain(program, {0.70f, 0.645f, 0.52f}, 0.55f, 0.035f, 0.10f);
      break;
    case MaterialKind::fat:
      set_plain(program, {0.82f, 0.60f, 0.24f}, 0.45f, 0.035f, 0.22f);
      break;
    default:
      break;
  }
}

/// Smallest blur of the key light's shadow and how far off the surface it is looked up, mm. Assumption, by
/// eye: light spreads in skin and in the white of the eye; lids and ball lie close together.
glm::vec2 key_mm(MaterialKind kind) {
  switch (kind) {
    case MaterialKind::skin:
      return {1.1f, 1.2f};
    case MaterialKind::eye:
      return {1.6f, 0.5f};
    case MaterialKind::cornea:
      return {0.8f, 0.5f};
    case MaterialKind::lid_rim:
      return {1.2f, 0.9f};
    default:
      return {1.0f, 1.2f};
  }
}

/// What all of a part's draws need but its triangles.
void set_part(gl::Program& program, const Drawn& drawn, const OcclusionPass& occlusion,
              const Programs& programs) {
  const Part& part = *drawn.part;
  program.use();
  const bool textured = !part.albedo().empty();
  (textured ? part.albedo() : programs.white).bind(kAlbedoUnit, programs.lod_bias);
  program.set("u_has_albedo", textured ? 1 : 0);
  program.set("u_tint", part.material().tint);
  const bool strands = part.material().kind == MaterialKind::lash && !textured;
  program.set("u_strand_mm", strands ? glm::vec2(kStrandRootMm, kStrandTipMm) : glm::vec2(0));
  program.set("u_key_mm", key_mm(part.material().kind));
  program.set("u_opacity", drawn.opacity);
  program.set("u_highlight", drawn.highlighted ? 1.0f : 0.0f);
  program.set("u_occlusion_base", occlusion.base(drawn.id));
  program.set("u_occlusion_width", OcclusionPass::kTextureWidth);
}

void draw(gl::Program& program, const Drawn& drawn, const OcclusionPass& occlusion,
          const Programs& programs) {
  set_part(program, drawn, occlusion, programs);
  draw_triangles(drawn);
}

/// What of the ranges lies in [first, end).
std::vector<gl::IndexRange> cut(const std::vector<gl::IndexRange>& ranges, int first, int end) {
  std::vector<gl::IndexRange> inside;
  for (const gl::IndexRange& range : ranges) {
    const int from = std::max(first, range.first), to = std::min(end, range.first + range.count);
    if (to > from) inside.push_back({from, to - from});
  }
  return inside;
}

/// With hair, which costs half as much as all the rest of skin, only where there is some.
void draw_hairy(const Drawn& drawn, const OcclusionPass& occlusion, Programs& programs) {
  const Part& part = *drawn.part;
  const gl::IndexRange hairy = part.hairy_indices(drawn.fewer_triangles);
  set_part(programs.skin_hair, drawn, occlusion, programs);
  gl::draw_triangles(part.array(), cut(drawn.ranges, hairy.first, hairy.first + hairy.count));
  gl::Program& without = part.lines() ? programs.skin_lined : programs.skin;
  without.use();
  set_skin(without, part, programs.lod_bias);
  set_part(without, drawn, occlusion, programs);
  gl::draw_triangles(part.array(), cut(drawn.ranges, 0, hairy.first));
}

void draw_shell(const Drawn& drawn, const OcclusionPass& occlusion, Programs& programs) {
  gl::Program& program = programs.shell;
  program.use();
  const Shell& shell = drawn.opacity < 1.0f ? kGhost : kXraySkin;
  program.set("u_shell_colour", shell.colour);
  program.set("u_shell_cover", shell.cover);
  // Depth first, so that of all its layers the front one alone is blended, in whatever order triangles come.
  const gl::Cull cull = is_closed(drawn.part->material().kind) ? gl::Cull::back : gl::Cull::none;
  gl::DrawState depth_only;
  depth_only.colour_write = false;
  depth_only.cull = cull;
  depth_only.depth_bias_units = shell.depth_bias;
  gl::apply(depth_only);
  draw(program, drawn, occlusion, programs);
  gl::DrawState front;
  front.depth_test = gl::DepthTest::equal;
  front.depth_write = false;
  front.blend = gl::Blend::premultiplied;
  front.cull = cull;
  front.depth_bias_units = shell.depth_bias;
  gl::apply(front);
  draw(program, drawn, occlusion, programs);
}

/// What is in no occlusion map, with a shader that reads none.
void draw_sign(const Drawn& drawn, gl::Program& program) {
  program.use();
  program.set("u_tint", drawn.part->material().tint);
  program.set("u_opacity", drawn.opacity);
  program.set("u_occlusion_base", 0);
  program.set("u_occlusion_width", OcclusionPass::kTextureWidth);
  draw_triangles(drawn);
}

/// Among the solid parts, so that what lies in front of a tape hides it.
void draw_tapes(const DrawList& list, Programs& programs) {
  gl::apply(gl::DrawState());
  for (const Drawn& drawn : list.tapes) draw_sign(drawn, programs.tape);
}

/// Over the solid parts, which hide them; patches that share a place all count, in their order.
void draw_decals(const DrawList& list, Programs& programs) {
  gl::DrawState painted;
  painted.depth_test = gl::DepthTest::less_equal;
  painted.depth_write = false;
  painted.blend = gl::Blend::premultiplied;
  painted.cull = gl::Cull::back;
  gl::apply(painted);
  for (const Drawn& drawn : list.decals) draw_sign(drawn, programs.decal);
}

/// Under all signs: it is the skin's own.
void draw_stains(const DrawList& list, Programs& programs) {
  gl::DrawState stained;
  stained.depth_test = gl::DepthTest::less_equal;
  stained.depth_write = false;
  stained.blend = gl::Blend::multiply;
  stained.cull = gl::Cull::back;
  gl::apply(stained);
  for (const Drawn& drawn : list.stains) draw_sign(drawn, programs.stain);
}

}  // namespace

void draw_solid(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs) {
  programs.relief.bind(kReliefUnit, programs.lod_bias);
  programs.mottle.bind(kMottleUnit, programs.lod_bias);
  occlusion.bind();
  for (const Drawn& drawn : list.opaque) {
    gl::DrawState solid;
    if (is_closed(drawn.part->material().kind)) solid.cull = gl::Cull::back;
    gl::apply(solid);
    gl::Program& program = program_of(*drawn.part, layer, programs);
    program.use();
    set_kind(program, *drawn.part, layer, programs.lod_bias);
    if (is_hairy(*drawn.part, layer))
      draw_hairy(drawn, occlusion, programs);
    else
      draw(program, drawn, occlusion, programs);
  }
  if (!list.stains.empty()) draw_stains(list, programs);
  draw_tapes(list, programs);
  if (!list.decals.empty()) draw_decals(list, programs);
}

void draw_outlines(const DrawList& list, float aspect, Programs& programs) {
  gl::DrawState grown;
  grown.cull = gl::Cull::front;
  gl::apply(grown);
  for (const Drawn& drawn : list.opaque) {
    if (!drawn.highlighted) continue;
    programs.outline.use();
    programs.outline.set("u_aspect", aspect);
    draw_triangles(drawn);
  }
}

void draw_see_through(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs) {
  gl::DrawState blended;
  blended.depth_write = false;
  blended.blend = gl::Blend::premultiplied;
  gl::apply(blended);
  for (const auto* group : {&list.mirrors, &list.hair})
    for (const Drawn& drawn : *group) {
      gl::Program& program = program_of(*drawn.part, layer, programs);
      program.use();
      set_kind(program, *drawn.part, layer, programs.lod_bias);
      draw(program, drawn, occlusion, programs);
    }
  for (const Drawn& drawn : list.shells) draw_shell(drawn, occlusion, programs);
}

}  // namespace render
