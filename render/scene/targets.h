#pragma once

#include <glm/vec2.hpp>

#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"

namespace render {

/// What one picture or tile is drawn into: linear premultiplied samples, then the finished 8-bit picture, and
/// for a file of 16 bits the same in floats.
class Targets {
 public:
  /// Sizes in samples and pixels; multisamples 1 for none. Does nothing when all are as before.
  void resize(glm::ivec2 scene_size, glm::ivec2 picture_size, int multisamples, bool with_fine = false);

  const gl::Framebuffer& scene() const { return samples_.empty() ? resolved_ : samples_; }
  /// Makes the drawn scene readable as scene_texture().
  void resolve();
  const gl::Texture& scene_texture() const { return scene_colour_; }
  const gl::Framebuffer& picture() const { return picture_; }
  /// Empty unless asked for.
  const gl::Framebuffer& fine_picture() const { return fine_; }
  glm::ivec2 picture_size() const { return picture_size_; }

 private:
  gl::Texture multi_colour_, multi_depth_, scene_colour_, scene_depth_, picture_colour_, fine_colour_;
  gl::Framebuffer samples_, resolved_, picture_, fine_;
  glm::ivec2 scene_size_{0}, picture_size_{0};
  int multisamples_ = 0;
  bool with_fine_ = false;
};

}  // namespace render
