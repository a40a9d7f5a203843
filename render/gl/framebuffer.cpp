#include "render/gl/framebuffer.h"

#include <glad/gl.h>

#include <array>
#include <stdexcept>
#include <string>

#include "render/error.h"
#include "render/gl/names.h"

namespace render::gl {

void destroy_framebuffer(unsigned id) {
  glDeleteFramebuffers(1, &id);
}

namespace {

void require_complete(const char* label) {
  const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
  if (status != GL_FRAMEBUFFER_COMPLETE)
    throw GraphicsError(std::string("framebuffer ") + label + ": the driver cannot draw into it, status " +
                        std::to_string(status));
}

}  // namespace

Framebuffer::Framebuffer(std::initializer_list<const Texture*> colours, const Texture* depth,
                         const char* label) {
  GLuint id = 0;
  glGenFramebuffers(1, &id);
  handle_ = Handle<destroy_framebuffer>(id);
  glBindFramebuffer(GL_FRAMEBUFFER, id);
  set_label(Labelled::framebuffer, id, label);
  std::array<GLenum, 8> draws{};
  GLsizei count = 0;
  for (const Texture* colour : colours) {
    const GLenum point = GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(count);
    glFramebufferTexture2D(GL_FRAMEBUFFER, point, target_of(colour->desc().kind), colour->id(), 0);
    draws.at(static_cast<std::size_t>(count++)) = point;
  }
  if (depth != nullptr)
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, target_of(depth->desc().kind), depth->id(),
                           0);
  if (count == 0) {
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);
  } else {
    glDrawBuffers(count, draws.data());
  }
  require_complete(label);
}

Framebuffer::Framebuffer(const Texture& colour, int level, const char* label) {
  GLuint id = 0;
  glGenFramebuffers(1, &id);
  handle_ = Handle<destroy_framebuffer>(id);
  glBindFramebuffer(GL_FRAMEBUFFER, id);
  set_label(Labelled::framebuffer, id, label);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, target_of(colour.desc().kind), colour.id(),
                         level);
  require_complete(label);
}

void Framebuffer::bind(glm::ivec2 viewport_origin, glm::ivec2 viewport_size) const {
  glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
  glViewport(viewport_origin.x, viewport_origin.y, viewport_size.x, viewport_size.y);
}

void Framebuffer::clear_colour(int index, glm::vec4 value) const {
  glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glClearBufferfv(GL_COLOR, index, &value.x);
}

void Framebuffer::clear_depth(float value) const {
  glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
  glDepthMask(GL_TRUE);
  glClearBufferfv(GL_DEPTH, 0, &value);
}

void Framebuffer::blit(const Framebuffer& from, glm::ivec2 from_size, const Framebuffer& to,
                       glm::ivec2 to_origin, glm::ivec2 to_size) {
  blit_part(from, glm::ivec2(0), from_size, to, to_origin, to_size);
}

void Framebuffer::blit_part(const Framebuffer& from, glm::ivec2 from_origin, glm::ivec2 from_size,
                            const Framebuffer& to, glm::ivec2 to_origin, glm::ivec2 to_size) {
  const glm::ivec2 from_end = from_origin + from_size;
  const glm::ivec2 to_end = to_origin + to_size;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from.id());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.id());
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glBlitFramebuffer(from_origin.x, from_origin.y, from_end.x, from_end.y, to_origin.x, to_origin.y, to_end.x,
                    to_end.y, GL_COLOR_BUFFER_BIT, from_size == to_size ? GL_NEAREST : GL_LINEAR);
}

void Framebuffer::read_rgba8(glm::ivec2 size, std::span<std::uint8_t> out) const {
  if (out.size() != std::size_t(size.x) * std::size_t(size.y) * 4)
    throw std::invalid_argument("Framebuffer::read_rgba8: wrong byte count");
  glBindFramebuffer(GL_READ_FRAMEBUFFER, handle_.id());
  glReadBuffer(handle_.empty() ? GL_BACK : GL_COLOR_ATTACHMENT0);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.x, size.y, GL_RGBA, GL_UNSIGNED_BYTE, out.data());
}

void Framebuffer::read_rgba32f(int index, glm::ivec2 size, std::span<glm::vec4> out) const {
  if (out.size() != std::size_t(size.x) * std::size_t(size.y))
    throw std::invalid_argument("Framebuffer::read_rgba32f: wrong value count");
  glBindFramebuffer(GL_READ_FRAMEBUFFER, handle_.id());
  glReadBuffer(GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(index));
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, size.x, size.y, GL_RGBA, GL_FLOAT, out.data());
}

}  // namespace render::gl
