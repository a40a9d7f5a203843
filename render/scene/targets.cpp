#include "render/scene/targets.h"

namespace render {
namespace {

gl::Texture make(glm::ivec2 size, gl::Format format, int samples, const char* label) {
  gl::TextureDesc desc;
  desc.kind = samples > 1 ? gl::TextureKind::multisample : gl::TextureKind::flat;
  desc.size = {size, 1};
  desc.format = format;
  desc.filter = gl::Filter::nearest;
  desc.samples = samples;
  desc.label = label;
  return gl::Texture(desc);
}

}  // namespace

void Targets::resize(glm::ivec2 scene_size, glm::ivec2 picture_size, int multisamples, bool with_fine) {
  if (scene_size != scene_size_ || multisamples != multisamples_) {
    scene_colour_ = make(scene_size, gl::Format::rgba16f, 1, "scene");
    if (multisamples > 1) {
      multi_colour_ = make(scene_size, gl::Format::rgba16f, multisamples, "scene samples");
      multi_depth_ = make(scene_size, gl::Format::depth32f, multisamples, "scene sample depth");
      samples_ = gl::Framebuffer({&multi_colour_}, &multi_depth_, "scene samples");
      resolved_ = gl::Framebuffer({&scene_colour_}, nullptr, "scene");
    } else {
      samples_ = gl::Framebuffer();
      scene_depth_ = make(scene_size, gl::Format::depth32f, 1, "scene depth");
      resolved_ = gl::Framebuffer({&scene_colour_}, &scene_depth_, "scene");
    }
    scene_size_ = scene_size;
    multisamples_ = multisamples;
  }
  const bool other_size = picture_size != picture_size_;
  if (other_size) {
    picture_colour_ = make(picture_size, gl::Format::rgba8, 1, "picture");
    picture_ = gl::Framebuffer({&picture_colour_}, nullptr, "picture");
    picture_size_ = picture_size;
  }
  if (other_size || with_fine != with_fine_) {
    fine_colour_ = with_fine ? make(picture_size, gl::Format::rgba32f, 1, "fine picture") : gl::Texture();
    fine_ = with_fine ? gl::Framebuffer({&fine_colour_}, nullptr, "fine picture") : gl::Framebuffer();
    with_fine_ = with_fine;
  }
}

void Targets::resolve() {
  if (!samples_.empty()) gl::Framebuffer::blit(samples_, scene_size_, resolved_, {0, 0}, scene_size_);
}

}  // namespace render
