#include "app/studio/picture.h"

#include <future>

#include "app/studio/letters.h"

namespace app {

Photographer::Photographer(const Paths& paths)
    : outcomes_file_(paths.shared_file("clinical/outcomes.json")),
      font_(paths.shared_file("fonts/Inter-Medium.otf")),
      texts_(read_texts(paths.shared_file("texts/en.json"))),
      limits_(read_limits(paths.shared_file("clinical/limits.json"))),
      renderer_(paths.share / "shaders"),
      presenter_(renderer_, paths) {}

const std::vector<KnownOutcome>& Photographer::known_outcomes(const Pane& pane) {
  if (!known_ && pane.moment.side_effect) known_ = read_outcomes(outcomes_file_);
  static const std::vector<KnownOutcome> kNone;
  return known_ ? *known_ : kNone;
}

Taken Photographer::take(const Frame& frame, const PictureFormat& format) {
  // What most people reach comes from the model alone: beside the drawing, on a thread of its own.
  auto range = std::async(std::launch::async, [&] { return ranges_.lines(frame, texts_); });
  Composed composed = compose(renderer_, presenter_, frame, format);
  Taken taken{std::move(composed.image), std::move(composed.studio_hash),
              stamp(frame.panes.front().outcome->plan(), &frame.panes.back().outcome->plan()),
              read_tape_of(frame, presenter_), presenter_.points(frame.main().stage)};
  Notes notes = notes_of(frame, format, presenter_, taken.tape, texts_, known_outcomes(frame.main()));
  notes.stamp = taken.stamp;
  notes.range = range.get();
  annotate(taken.image, font_, notes);
  return taken;
}

LetterRows Photographer::letter_rows(const Pane& pane, Join join, const simulation::Plan& plan,
                                     const simulation::Plan* second, const PictureFormat& format) {
  return app::letter_rows(font_, texts_, pane, join, plan, second, format, known_outcomes(pane),
                          stamp(plan, second));
}

}  // namespace app
