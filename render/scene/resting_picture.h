#pragma once

#include "render/scene/picture.h"

namespace render {

/// The picture of a view that rests, better with every frame: each samples other places inside the pixels and
/// of the shadow, all count alike in linear light, and their mean is tone mapped once. Where the light of the
/// shape is out of date, the first frame has the former light, the new one is worked out in pieces, and the
/// picture passes over to it frame by frame. What it ends with depends on view and parts alone.
class RestingPicture {
 public:
  /// As many as there are places of samples in a pixel.
  static constexpr int kFrames = 8;

  /// Forgets what was, and takes this view from now on. setup: without jitter.
  void start(const SceneView& view, const Picture::Setup& setup);
  /// Before anything else is drawn: the light stays as far as the picture has passed over to it.
  void leave(Picture& picture);
  bool done() const { return count_ == kFrames; }

  /// One piece of work, on the parts that were there at start(). True when picture() has become better.
  bool step(Picture& picture, const Parts& parts);
  /// Wall time of that step, driver included: of a software driver, so that its steps stay short.
  void took(double milliseconds);

  /// Finished pixels, of the size of the setup, after the first better picture.
  const Targets& targets() const { return targets_; }

 private:
  /// Linear premultiplied light, float.
  static ColourMap make_light(glm::ivec2 size);

  Picture::Setup frame_setup() const;
  void pass_over(Picture& picture);
  void forget_former();
  void add_band(Picture& picture);
  void show(Picture& picture);
  float new_share() const { return static_cast<float>(count_) / kFrames; }

  SceneView view_;
  Picture::Setup setup_;
  Targets targets_;
  ColourMap sum_;             // of count_ frames
  ColourMap former_, mixed_;  // while the light passes over: mean before it, and what is shown
  PassTimer no_timer_{PassTimer::Clock::wall};
  int count_ = kFrames;  // frames in sum_
  int band_ = 0;         // next of the frame
  int bands_ = 1;
  bool light_checked_ = false;
  bool drew_ = false;             // the last step drew a band
  float former_share_ = 0;        // of former_ in the sum it was: one over its frames
  std::uint64_t passing_to_ = 0;  // version of the light that the picture passes over to; 0: it does not
  double whole_ms_ = 0;           // of a frame in one band
  bool bands_help_ = true;
};

}  // namespace render
