#pragma once

#include <filesystem>

#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace render {

/// The programs and fixed textures that every picture uses.
struct Programs {
  /// Compiles all of them. Throws AssetError and GraphicsError.
  explicit Programs(const std::filesystem::path& shader_folder);

  /// Two maps of one size, each by its share, into what is bound, with the state that is applied.
  void mix_maps(const gl::Texture& first, const gl::Texture& second, glm::vec2 share);

  gl::Program skin, shell, heat, eye, cornea, hair, plain, fabric, muscle, tape, decal, lid_rim,
      outline;  // surfaces
  gl::Program depth, scatter, occlusion, floor_light, lines, mix, keep;
  gl::Program backdrop, composite, composite_floor, composite_clear;  // by the ground of the picture
  gl::Texture relief, mottle, white;
  gl::VertexArray screen;
  float lod_bias = 0;  // of textures on surfaces, see gl::Texture::bind()
};

}  // namespace render
