#include "app/studio/picture.h"

namespace app {

Photographer::Photographer(const Paths& paths)
    : font_(paths.shared_file("fonts/Inter-Medium.otf")),
      texts_(read_texts(paths.shared_file("texts/en.json"))),
      renderer_(paths.share / "shaders"),
      presenter_(renderer_, paths) {}

Taken Photographer::take(const Frame& frame, const PictureFormat& format) {
  Composed composed = compose(renderer_, presenter_, frame, format);
  Taken taken{std::move(composed.image), std::move(composed.studio_hash), read_tape_of(frame, presenter_),
              presenter_.points(frame.main().stage)};
  Notes notes = notes_of(frame, format, presenter_, taken.tape, texts_);
  notes.range = ranges_.lines(frame, texts_);
  annotate(taken.image, font_, notes);
  return taken;
}

}  // namespace app
