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

  gl::Program skin, skin_lined, skin_hair, shell, heat, eye, cornea, hair, plain, fabric, muscle, tape, decal,
      lid_rim,
      outline;  // surfaces
  gl::Program depth, scatter, occlusion, floor_light, lines;
  gl::Program backdrop, composite, composite_floor, composite_clear;  // by the ground of the picture
  gl::Texture relief, mottle, white;
  gl::VertexArray screen;
};

}  // namespace render
