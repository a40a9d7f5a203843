#include "render/gl/texture.h"

#include <glad/gl.h>

#include <algorithm>
#include <bit>
#include <glm/common.hpp>
#include <stdexcept>

#include "render/gl/device.h"
#include "render/gl/names.h"

namespace render::gl {
namespace {

int levels_of(const TextureDesc& desc) {
  const int sides = std::max({desc.size.x, desc.size.y, desc.size.z});
  return desc.filter == Filter::mipmaps ? std::bit_width(static_cast<unsigned>(sides)) : 1;
}

void set_sampling(GLenum target, const TextureDesc& desc) {
  const GLint shrink = desc.filter == Filter::nearest   ? GL_NEAREST
                       : desc.filter == Filter::mipmaps ? GL_LINEAR_MIPMAP_LINEAR
                                                        : GL_LINEAR;
  glTexParameteri(target, GL_TEXTURE_MIN_FILTER, shrink);
  glTexParameteri(target, GL_TEXTURE_MAG_FILTER, desc.filter == Filter::nearest ? GL_NEAREST : GL_LINEAR);
  const GLint wrap = desc.wrap == Wrap::repeat ? GL_REPEAT : GL_CLAMP_TO_EDGE;
  glTexParameteri(target, GL_TEXTURE_WRAP_S, wrap);
  glTexParameteri(target, GL_TEXTURE_WRAP_T, wrap);
  glTexParameteri(target, GL_TEXTURE_WRAP_R, wrap);
  // Told before the first level comes, the driver makes room for all of them once.
  glTexParameteri(target, GL_TEXTURE_MAX_LEVEL, levels_of(desc) - 1);
  if (desc.filter == Filter::mipmaps && desc.kind == TextureKind::flat) {
    // On the processor it would cost as much as all the light of a face.
    const DeviceInfo device = device_info();
    const float most = device.max_anisotropy;
    if (most > 1 && !device.software)
      glTexParameterf(target, GL_TEXTURE_MAX_ANISOTROPY_EXT, std::min(most, 4.0f));
  }
  if (desc.depth_compare) {
    glTexParameteri(target, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(target, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
  }
}

}  // namespace

void destroy_texture(unsigned id) {
  glDeleteTextures(1, &id);
}

Texture::Texture(const TextureDesc& desc) : desc_(desc) {
  const GLenum target = target_of(desc.kind);
  const FormatNames names = names_of(desc.format);
  const auto internal = static_cast<GLint>(names.internal);
  GLuint id = 0;
  glGenTextures(1, &id);
  handle_ = Handle<destroy_texture>(id);
  glBindTexture(target, id);
  if (desc.kind != TextureKind::multisample) set_sampling(target, desc);
  switch (desc.kind) {
    case TextureKind::flat:
      glTexImage2D(target, 0, internal, desc.size.x, desc.size.y, 0, names.layout, names.type, nullptr);
      break;
    case TextureKind::volume:
      glTexImage3D(target, 0, internal, desc.size.x, desc.size.y, desc.size.z, 0, names.layout, names.type,
                   nullptr);
      break;
    case TextureKind::multisample:
      glTexImage2DMultisample(target, desc.samples, names.internal, desc.size.x, desc.size.y, GL_TRUE);
      break;
  }
  set_label(Labelled::texture, id, desc.label);
}

void Texture::upload(std::span<const std::byte> rgba8, const std::vector<std::vector<std::byte>>& smaller) {
  std::vector<std::span<const std::byte>> levels{rgba8};
  levels.insert(levels.end(), smaller.begin(), smaller.end());
  upload_levels(levels);
}

void Texture::upload_levels(std::span<const std::span<const std::byte>> levels) {
  glBindTexture(target_of(desc_.kind), handle_.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (desc_.filter != Filter::mipmaps) return upload_level(0, desc_.size, levels.front());
  for (std::size_t level = 0; level < levels.size(); ++level)
    upload_level(static_cast<int>(level), glm::max(desc_.size >> static_cast<int>(level), glm::ivec3(1)),
                 levels[level]);
  if (levels.size() == 1) make_mipmaps();
}

void Texture::upload_level(int level, glm::ivec3 size, std::span<const std::byte> rgba8) const {
  const std::size_t wanted = std::size_t(size.x) * std::size_t(size.y) * std::size_t(size.z) * 4;
  if (rgba8.size() != wanted) throw std::invalid_argument("Texture::upload: wrong byte count");
  const GLenum target = target_of(desc_.kind);
  const FormatNames names = names_of(desc_.format);
  const auto internal = static_cast<GLint>(names.internal);
  if (desc_.kind == TextureKind::volume)
    glTexImage3D(target, level, internal, size.x, size.y, size.z, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba8.data());
  else
    glTexImage2D(target, level, internal, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba8.data());
}

void Texture::make_mipmaps() const {
  const GLenum target = target_of(desc_.kind);
  glBindTexture(target, handle_.id());
  glGenerateMipmap(target);
}

void Texture::upload_floats(std::span<const glm::vec4> rgba) {
  if (rgba.size() != std::size_t(desc_.size.x) * std::size_t(desc_.size.y))
    throw std::invalid_argument("Texture::upload_floats: wrong value count");
  glBindTexture(GL_TEXTURE_2D, handle_.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, desc_.size.x, desc_.size.y, GL_RGBA, GL_FLOAT, rgba.data());
}

int Texture::level_count() const {
  return levels_of(desc_);
}

glm::ivec2 Texture::level_size(int level) const {
  return glm::max(glm::ivec2(desc_.size) >> level, glm::ivec2(1));
}

void Texture::make_levels() const {
  const GLenum target = target_of(desc_.kind);
  const FormatNames names = names_of(desc_.format);
  glBindTexture(target, handle_.id());
  for (int level = 1; level < level_count(); ++level)
    glTexImage2D(target, level, static_cast<GLint>(names.internal), level_size(level).x, level_size(level).y,
                 0, names.layout, names.type, nullptr);
}

void Texture::read_levels(int first, int last) const {
  const GLenum target = target_of(desc_.kind);
  glBindTexture(target, handle_.id());
  glTexParameteri(target, GL_TEXTURE_BASE_LEVEL, first);
  glTexParameteri(target, GL_TEXTURE_MAX_LEVEL, last);
}

void Texture::bind(int unit, float lod_bias) const {
  const GLenum target = target_of(desc_.kind);
  glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
  glBindTexture(target, handle_.id());
  if (desc_.filter == Filter::mipmaps) glTexParameterf(target, GL_TEXTURE_LOD_BIAS, lod_bias);
}

}  // namespace render::gl
