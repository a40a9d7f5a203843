#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"
#include "render/image/image.h"
#include "render/scene/programs.h"
#include "render/scene/studio.h"
#include "render/scene/tile.h"

namespace render {

/// Steps of a channel of the finished picture, between which the composite dithers.
constexpr float dither_steps(Depth depth) {
  return depth == Depth::bits_8 ? 255.0f : 65535.0f;
}

/// The paper behind the model, finished to the last bit and kept: while the camera turns it is copied, and
/// only the pixels of the model are worked out.
class Backdrop {
 public:
  /// Draws it if it is not that of such a picture yet. size: pixels. Needs the Frame block bound.
  void run(const Studio& studio, glm::ivec2 size, Programs& programs);
  /// That of a tile of such a picture, into a target of its size, dithered for that depth.
  static void draw(const Studio& studio, glm::ivec2 size, const Tile& tile, const gl::Framebuffer& target,
                   Programs& programs, Depth depth = Depth::bits_8);
  /// target: of the same size.
  void copy_to(const gl::Framebuffer& target) const;

 private:
  struct Key {
    glm::vec3 top{0}, bottom{0};
    glm::ivec2 size{0};
    bool operator==(const Key&) const = default;
  };

  gl::Texture colour_;
  gl::Framebuffer target_;
  Key key_;
};

}  // namespace render
