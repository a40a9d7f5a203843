#include <stdexcept>

#include "app/base/version.h"
#include "app/studio/picture.h"
#include "render/image/compose.h"

namespace app {

std::vector<std::string> plan_captions(const Outcome& a, const Outcome& b, const Moment& moment) {
  const auto caption = [&](const char* letter, const Outcome& outcome) {
    const std::string& title = outcome.plan().title;
    return letter + (title.empty() ? std::string() : ": " + title) + "\n" + caption_of(outcome, moment);
  };
  return {caption("A", a), caption("B", b)};
}

Taken Photographer::take_beside(const Outcome& a, const Outcome& b, const Picture& picture, int supersample) {
  if (picture.comparison != Comparison::side || picture.tape.shown || picture.points)
    throw std::invalid_argument("take_beside: expected halves, without tape and points");
  presenter_.set_light(picture.light);
  // One plan after the other on the same stage: body, light and camera cannot differ.
  const auto shoot = [&](const Outcome& outcome) {
    presenter_.show(Stage::now, outcome, picture.moment, picture.layer);
    presenter_.lay_tape(Stage::now, std::nullopt);
    presenter_.lay_points(Stage::now, nullptr);
    return shot_of(Stage::now, picture, camera_of(picture, presenter_.framing(picture.moment.pose)));
  };
  const Shot left = shoot(a);
  const render::Image image_a = renderer_.capture(left.view, left.size, supersample);
  const Shot right = shoot(b);
  require_comparable(left, right);
  const render::Image image_b = renderer_.capture(right.view, right.size, supersample);
  render::Image both =
      render::make_image(picture.size.x, picture.size.y,
                         picture.transparent ? render::Rgba{0, 0, 0, 0} : render::Rgba{255, 255, 255, 255});
  render::blit(both, image_a, 0, 0);
  render::blit(both, image_b, picture.size.x - image_b.width, 0);

  Notes notes;
  notes.light = light_line(picture.light, texts_);
  notes.keep_clear = picture.keep_clear;
  notes.label = kLabel;
  notes.captions = plan_captions(a, b, picture.moment);
  if (picture.layer == render::Layer::heat) notes.heat_limit_mm = kHeatLimitMm;
  annotate(both, font_, notes);
  return {std::move(both), studio_hash(left), left.view.camera, std::nullopt, nullptr};
}

}  // namespace app
