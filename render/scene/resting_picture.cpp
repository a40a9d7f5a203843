#include "render/scene/resting_picture.h"

#include <array>
#include <glm/common.hpp>
#include <utility>

#include "render/gl/draw.h"

namespace render {
namespace {

// Where in the pixel, in sixteenths about its middle: eight places of which each row and each column of the
// pixel holds one. They add up to the middle, the first two as well, so that no picture is shifted.
constexpr std::array<glm::ivec2, RestingPicture::kFrames> kPlaces{
    glm::ivec2(1, -3), {-1, 3}, {5, 1}, {-3, -5}, {-5, 5}, {-7, -1}, {3, 7}, {7, -7}};
// The noise of the shadow turns by eighths, neighbours in time far from each other.
constexpr std::array<int, RestingPicture::kFrames> kTurns{0, 4, 2, 6, 1, 5, 3, 7};
// A still has two samples on a side of a pixel, and textures and hairs as fine as these.
constexpr float kSampleSize = 0.5f;
// A step of this length is felt when input comes meanwhile.
constexpr double kLongMs = 100.0;

bool power_of_two(int n) {
  return (n & (n - 1)) == 0;
}

}  // namespace

ColourMap RestingPicture::make_light(glm::ivec2 size) {
  return make_colour_map(size, gl::Format::rgba32f, gl::Filter::nearest, "resting light");
}

void RestingPicture::forget_former() {
  former_ = ColourMap();
  mixed_ = ColourMap();
  passing_to_ = 0;
}

void RestingPicture::start(const SceneView& view, const Picture::Setup& setup) {
  if (sum_.map.empty() || setup.size != setup_.size) {
    sum_ = make_light(setup.size);
    bands_help_ = true;
    bands_ = 1;
  }
  view_ = view;
  setup_ = setup;
  setup_.sample_size = kSampleSize;
  forget_former();
  count_ = band_ = 0;
  light_checked_ = false;
  sum_.target.clear_colour(0, glm::vec4(0));
}

void RestingPicture::leave(Picture& picture) {
  if (passing_to_ != 0 && passing_to_ == picture.light_version()) picture.go_back(new_share());
  picture.pass_floor_over(1);
  forget_former();
  count_ = kFrames;
}

Picture::Setup RestingPicture::frame_setup() const {
  Picture::Setup setup = setup_;
  const auto frame = static_cast<std::size_t>(count_);
  setup.jitter_px = glm::vec2(kPlaces[frame]) / 16.0f;
  setup.noise_turn = static_cast<float>(kTurns[frame]) / kFrames;
  return setup;
}

bool RestingPicture::step(Picture& picture, const Parts& parts) {
  if (done()) return false;
  drew_ = false;
  picture.prepare(view_, parts, frame_setup(), no_timer_);
  if (count_ == 1 && !light_checked_) {
    light_checked_ = picture.light_current();
    if (!light_checked_) {
      pass_over(picture);
      return false;
    }
  }
  add_band(picture);
  if (++band_ < bands_) return false;
  band_ = 0;
  ++count_;
  if (passing_to_ == 0 && !power_of_two(count_)) return false;
  show(picture);
  return true;
}

/// A piece of the new light; with the last of them all frames are begun again.
void RestingPicture::pass_over(Picture& picture) {
  if (!picture.advance_light()) return;
  former_share_ = 1.0f / static_cast<float>(count_);
  former_ = std::exchange(sum_, make_light(setup_.size));
  mixed_ = make_light(setup_.size);
  sum_.target.clear_colour(0, glm::vec4(0));
  mixed_.target.clear_colour(0, glm::vec4(0));
  passing_to_ = picture.light_version();
  light_checked_ = true;
  count_ = 0;
}

void RestingPicture::add_band(Picture& picture) {
  drew_ = true;
  targets_.resize(setup_.size, setup_.size, setup_.multisamples);
  const Tile model = picture.model_area();
  // Even rows, so that pixel quads stay as they are.
  const auto row = [&](int band) { return model.size.y * band / bands_ / 2 * 2; };
  const int from = row(band_), to = band_ + 1 == bands_ ? model.size.y : row(band_ + 1);
  if (model.empty() || to <= from) return;
  const gl::OnlyWithin within(model.origin + glm::ivec2(0, from), {model.size.x, to - from});
  picture.draw_scene({{0, 0}, setup_.size}, targets_, no_timer_);
  gl::apply(gl::without_depth(gl::Blend::add));
  sum_.target.bind({0, 0}, setup_.size);
  picture.programs().mix_maps(targets_.scene_texture(), targets_.scene_texture(), {1, 0});
}

void RestingPicture::show(Picture& picture) {
  const Tile whole{{0, 0}, setup_.size};
  if (passing_to_ != 0) picture.pass_floor_over(new_share());
  if (passing_to_ == 0 || done()) {
    picture.composite(whole, sum_.map, 1.0f / static_cast<float>(count_), targets_.picture());
  } else {
    const float share = new_share();
    gl::apply(gl::without_depth());
    mixed_.target.bind({0, 0}, setup_.size);
    picture.programs().mix_maps(former_.map, sum_.map,
                                {(1 - share) * former_share_, share / static_cast<float>(count_)});
    picture.composite(whole, mixed_.map, 1.0f, targets_.picture());
  }
  if (!done()) return;
  forget_former();
}

void RestingPicture::took(double milliseconds) {
  if (!drew_ || band_ != 0) return;
  if (bands_ == 1 && milliseconds > kLongMs && bands_help_) {
    whole_ms_ = milliseconds;
    bands_ = 2;
  } else if (bands_ == 2) {
    // What a band costs that is not of its pixels would make the whole take too long.
    bands_help_ = milliseconds < 0.65 * whole_ms_;
    if (!bands_help_ || 2 * milliseconds < kLongMs) bands_ = 1;
  }
}

}  // namespace render
