#pragma once

#include <cstddef>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <vector>

#include "render/gl/handle.h"

namespace render::gl {

void destroy_texture(unsigned id);

enum class Format { rgba8, srgb8_alpha8, rgba16f, rgba32f, r32f, depth24, depth32f };
enum class Filter { nearest, linear, mipmaps };
enum class Wrap { clamp, repeat };
enum class TextureKind { flat, volume, multisample };

struct TextureDesc {
  TextureKind kind = TextureKind::flat;
  glm::ivec3 size{1, 1, 1};
  Format format = Format::rgba8;
  Filter filter = Filter::linear;
  Wrap wrap = Wrap::clamp;
  int samples = 1;             // multisample only
  bool depth_compare = false;  // sampler2DShadow
  const char* label = "";
};

/// An image of the driver.
class Texture {
 public:
  Texture() = default;
  explicit Texture(const TextureDesc& desc);

  /// 8-bit RGBA rows, bottom row first in GL terms. Where the filter wants mipmaps, `smaller` are all levels
  /// below, the largest first; without them the driver makes them.
  void upload(std::span<const std::byte> rgba8, const std::vector<std::vector<std::byte>>& smaller = {});
  /// The same of all levels in one list, the largest first; the largest alone leaves the rest to the driver.
  void upload_levels(std::span<const std::span<const std::byte>> levels);
  /// RGBA rows of a flat texture of floats.
  void upload_floats(std::span<const glm::vec4> rgba);
  /// How many levels the filter reads, the largest counted in.
  int level_count() const;
  /// Width and height of a level.
  glm::ivec2 level_size(int level) const;
  /// Makes room for the smaller levels, to be drawn into.
  void make_levels() const;
  /// Reads take these levels alone, until told otherwise: so one can be drawn from the one above.
  void read_levels(int first, int last) const;
  /// lod_bias: of a texture with smaller levels, how many levels finer (below 0) it is read.
  void bind(int unit, float lod_bias = 0) const;

  const TextureDesc& desc() const { return desc_; }
  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  void make_mipmaps() const;
  void upload_level(int level, glm::ivec3 size, std::span<const std::byte> rgba8) const;

  Handle<destroy_texture> handle_;
  TextureDesc desc_;
};

}  // namespace render::gl
