#pragma once

#include <filesystem>

#include "render/file/sha256.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace render {

/// A program that is compiled when it is first used: most pictures use a few, and each holds 1 MB of a
/// software driver's memory.
class LazyProgram {
 public:
  /// Throws AssetError when a file is missing.
  LazyProgram(const std::filesystem::path& folder, const char* vertex, const char* fragment);

  /// Throws AssetError for an include that is missing, GraphicsError when the driver refuses it. May change
  /// which program is in use.
  operator gl::Program&();
  /// The text it is compiled from.
  void add_source_to(Sha256& hash) const;
  void use() { static_cast<gl::Program&>(*this).use(); }
  template <typename T>
  void set(const char* uniform, const T& value) {
    static_cast<gl::Program&>(*this).set(uniform, value);
  }

 private:
  std::filesystem::path folder_;
  const char *vertex_, *fragment_;
  gl::Program program_;
};

/// The programs and fixed textures that every picture uses.
struct Programs {
  /// Throws AssetError and GraphicsError.
  explicit Programs(const std::filesystem::path& shader_folder);

  /// Two maps of one size, each by its share, into what is bound, with the state that is applied.
  void mix_maps(const gl::Texture& first, const gl::Texture& second, glm::vec2 share);

  LazyProgram skin, skin_lined, skin_hair, shell, heat, eye, cornea, hair, plain, fabric, muscle, tape, decal,
      stain, lid_rim,
      outline;  // surfaces
  LazyProgram depth, scatter, occlusion, floor_openness, floor_light, lines, mix, keep, halve;
  LazyProgram backdrop, composite, composite_floor, composite_clear;  // by the ground of the picture
  gl::Texture relief, mottle, white;
  gl::VertexArray screen;
  float lod_bias = 0;  // of textures on surfaces, see gl::Texture::bind()
};

}  // namespace render
