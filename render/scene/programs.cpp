#include "render/scene/programs.h"

#include <array>
#include <future>
#include <string>

#include "render/error.h"
#include "render/gl/draw.h"
#include "render/gl/shader_source.h"
#include "render/image/mip_levels.h"
#include "render/scene/frame_block.h"
#include "render/scene/grain_map.h"
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

gl::Texture tile(gl::TextureKind kind, glm::ivec3 size, const std::vector<std::byte>& bytes,
                 const char* label) {
  gl::TextureDesc desc;
  desc.kind = kind;
  desc.size = size;
  desc.filter = gl::Filter::mipmaps;
  desc.wrap = gl::Wrap::repeat;
  desc.label = label;
  gl::Texture texture(desc);
  texture.upload(bytes, smaller_levels(bytes, desc.size));
  return texture;
}

}  // namespace

LazyProgram::LazyProgram(const std::filesystem::path& folder, const char* vertex, const char* fragment)
    : folder_(folder), vertex_(vertex), fragment_(fragment) {
  for (const char* file : {vertex, fragment})
    if (!std::filesystem::exists(folder / file))
      throw AssetError((folder / file).string() + ": missing; the program is not complete");
}

LazyProgram::operator gl::Program&() {
  if (program_.empty()) program_ = load(folder_, vertex_, fragment_);
  return program_;
}

void LazyProgram::add_source_to(Sha256& hash) const {
  for (const char* file : {vertex_, fragment_}) hash.add_text(gl::shader_source(folder_, file) + "\n");
}

Programs::Programs(const std::filesystem::path& folder)
    : skin(folder, "surface.vert", "skin.frag"),
      skin_lined(folder, "surface.vert", "skin_lined.frag"),
      skin_hair(folder, "surface.vert", "skin_hair.frag"),
      shell(folder, "surface.vert", "shell.frag"),
      heat(folder, "surface.vert", "heat.frag"),
      eye(folder, "surface.vert", "eye.frag"),
      cornea(folder, "surface.vert", "cornea.frag"),
      hair(folder, "surface.vert", "hair.frag"),
      plain(folder, "surface.vert", "plain.frag"),
      fabric(folder, "surface.vert", "fabric.frag"),
      muscle(folder, "surface.vert", "muscle.frag"),
      tape(folder, "surface.vert", "tape.frag"),
      decal(folder, "surface.vert", "decal.frag"),
      stain(folder, "surface.vert", "stain.frag"),
      lid_rim(folder, "surface.vert", "lid_rim.frag"),
      outline(folder, "outline.vert", "outline.frag"),
      depth(folder, "depth.vert", "depth.frag"),
      scatter(folder, "scatter.vert", "scatter.frag"),
      occlusion(folder, "screen.vert", "occlusion.frag"),
      floor_openness(folder, "screen.vert", "floor_openness.frag"),
      floor_light(folder, "screen.vert", "floor_light.frag"),
      lines(folder, "lines.vert", "lines.frag"),
      mix(folder, "screen.vert", "mix.frag"),
      keep(folder, "screen.vert", "keep.frag"),
      halve(folder, "screen.vert", "halve.frag"),
      backdrop(folder, "screen.vert", "backdrop.frag"),
      composite(folder, "screen.vert", "composite.frag"),
      composite_floor(folder, "floor.vert", "composite_floor.frag"),
      composite_clear(folder, "screen.vert", "composite_clear.frag") {
  // Worked out on other threads while the driver reads the programs.
  auto grain = std::async(std::launch::async, grain_map);
  auto mottles = std::async(std::launch::async, [] { return &render::mottle(); });
  // Every picture has these: better now, while the body is worked out, than before the first of them.
  for (LazyProgram* used : {&depth, &backdrop, &composite}) used->use();
  relief = tile(gl::TextureKind::flat, {kGrainMapSide, kGrainMapSide, 1}, grain.get(), "relief");
  mottle = tile(gl::TextureKind::volume, glm::ivec3(kMottleSide), *mottles.get(), "mottle");
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
