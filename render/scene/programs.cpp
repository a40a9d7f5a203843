#include "render/scene/programs.h"

#include <array>
#include <string>

#include "render/gl/draw.h"
#include "render/gl/shader_source.h"
#include "render/image/mip_levels.h"
#include "render/scene/frame_block.h"
#include "render/scene/noise_volume.h"

namespace render {
namespace {

gl::Program load(const std::filesystem::path& folder, const std::string& vertex,
                 const std::string& fragment) {
  gl::Program program(fragment, gl::shader_source(folder, vertex), gl::shader_source(folder, fragment));
  program.set_block("Frame", kFrameBinding);
  program.use();
  program.set("t_albedo", kAlbedoUnit);
  program.set("t_shadow", kShadowUnit);
  program.set("t_depths", kShadowUnit);
  program.set("t_openness", kOpennessUnit);
  program.set("t_translucency", kTranslucencyUnit);
  program.set("t_relief", kReliefUnit);
  program.set("t_mottle", kMottleUnit);
  program.set("t_scene", kSceneUnit);
  program.set("t_lines", kLinesUnit);
  program.set("t_floor_light", kFloorUnit);
  return program;
}

gl::Texture volume(int size, const std::vector<std::byte>& bytes, const char* label) {
  gl::TextureDesc desc;
  desc.kind = gl::TextureKind::volume;
  desc.size = glm::ivec3(size);
  desc.filter = gl::Filter::mipmaps;
  desc.wrap = gl::Wrap::repeat;
  desc.label = label;
  gl::Texture texture(desc);
  texture.upload(bytes, smaller_levels(bytes, desc.size));
  return texture;
}

}  // namespace

Programs::Programs(const std::filesystem::path& folder)
    : skin(load(folder, "surface.vert", "skin.frag")),
      shell(load(folder, "surface.vert", "shell.frag")),
      heat(load(folder, "surface.vert", "heat.frag")),
      eye(load(folder, "surface.vert", "eye.frag")),
      cornea(load(folder, "surface.vert", "cornea.frag")),
      hair(load(folder, "surface.vert", "hair.frag")),
      plain(load(folder, "surface.vert", "plain.frag")),
      fabric(load(folder, "surface.vert", "fabric.frag")),
      muscle(load(folder, "surface.vert", "muscle.frag")),
      tape(load(folder, "surface.vert", "tape.frag")),
      decal(load(folder, "surface.vert", "decal.frag")),
      lid_rim(load(folder, "surface.vert", "lid_rim.frag")),
      outline(load(folder, "outline.vert", "outline.frag")),
      depth(load(folder, "depth.vert", "depth.frag")),
      scatter(load(folder, "scatter.vert", "scatter.frag")),
      occlusion(load(folder, "screen.vert", "occlusion.frag")),
      floor_light(load(folder, "screen.vert", "floor_light.frag")),
      lines(load(folder, "lines.vert", "lines.frag")),
      mix(load(folder, "screen.vert", "mix.frag")),
      keep(load(folder, "screen.vert", "keep.frag")),
      backdrop(load(folder, "screen.vert", "backdrop.frag")),
      composite(load(folder, "screen.vert", "composite.frag")),
      composite_floor(load(folder, "floor.vert", "composite_floor.frag")),
      composite_clear(load(folder, "screen.vert", "composite_clear.frag")) {
  constexpr int kReliefSize = 64, kReliefCells = 9, kMottleSize = 32, kMottleCells = 4;
  relief = volume(kReliefSize, relief_volume(kReliefSize, kReliefCells), "relief");
  mottle = volume(kMottleSize, mottle_volume(kMottleSize, kMottleCells), "mottle");
  gl::TextureDesc one;
  one.filter = gl::Filter::nearest;
  one.label = "white";
  white = gl::Texture(one);
  constexpr std::array<std::byte, 4> kWhite{std::byte{255}, std::byte{255}, std::byte{255}, std::byte{255}};
  white.upload(kWhite);
  screen = gl::VertexArray::make("screen");
}

void Programs::mix_maps(const gl::Texture& first, const gl::Texture& second, glm::vec2 share) {
  mix.use();
  mix.set("u_share", share);
  first.bind(kOpennessUnit);
  second.bind(kTranslucencyUnit);
  gl::draw_screen(screen);
}

}  // namespace render
