#include "app/studio/frame_notes.h"

#include "app/base/number_text.h"
#include "app/marks/point_labels.h"
#include "app/marks/tape_words.h"
#include "app/studio/captions.h"

namespace app {
namespace {

/// Beside the rings, or below the two captions of a picture in halves, each of which tells its own.
void write_tape(const TapeRing& ring, const TapeTaken& tape, const Frame& frame, glm::ivec2 size,
                const Texts& texts, Notes& notes) {
  if (ring.empty()) return;
  if (!in_halves(frame.join)) {
    for (const TapeMark& mark : tape_marks(ring, frame.main().camera, glm::dvec2(0.0), size))
      notes.tapes.push_back({mark.grip.x, mark.grip.y, mark.to_the_left,
                             tape_lines(texts, mark.side, tape.reading[mark.side], TapeTells::both)});
    return;
  }
  // Half a picture is too narrow for words beside the legs.
  for (std::size_t half = 0; half < notes.captions.size(); ++half)
    for (const auto side : simulation::kBodySides)
      for (const std::string& line :
           tape_lines(texts, side, tape.reading[side], half == 0 ? TapeTells::before : TapeTells::now))
        notes.captions[half] += "\n" + line;
}

/// Units of the points of one pane, whose upper left corner is at `origin`.
void write_points(const Pane& pane, const Presenter& presenter, glm::dvec2 origin, glm::dvec2 size,
                  const Texts& texts, Notes& notes) {
  const auto map = presenter.points(pane.stage);
  if (!map) return;
  const render::Topology& topology = *pane.outcome->body().parts().front().topology;
  const PartSurface& skin = presenter.skin(pane.stage);
  const auto seen = points_seen(*map, topology, skin.positions_mm, skin.normals, pane.camera);
  for (const PointMark& mark :
       point_marks(*map, seen, topology, skin.positions_mm, pane.camera, origin, size))
    notes.points.push_back(
        {mark, texts.fill("points.units", {{"units", number_text(map->points[mark.point].units)}})});
  notes.points_key = texts.at("points.key");
}

}  // namespace

std::optional<TapeTaken> read_tape_of(const Frame& frame, const Presenter& presenter) {
  const Pane& pane = frame.main();
  const auto t = presenter.tape_t(pane.stage);
  if (!t) return std::nullopt;
  const Body& body = pane.outcome->body();
  TapeTaken taken{*t, {}};
  // Both in the pose of the picture: a muscle that pulls is thicker.
  const Surface baseline = pane.outcome->baseline(pane.moment);
  const auto before = tape_girth_cm(body, baseline.parts.front().positions_mm, *t);
  const auto now = tape_girth_cm(body, presenter.skin(pane.stage).positions_mm, *t);
  for (const auto side : simulation::kBodySides)
    taken.reading[side] = read_tape({before[side], now[side]}, tape_repeat_cm(*pane.outcome));
  return taken;
}

Notes notes_of(const Frame& frame, const PictureFormat& format, const Presenter& presenter,
               const std::optional<TapeTaken>& tape, const Texts& texts,
               std::span<const KnownOutcome> known) {
  const Pane& main = frame.main();
  const glm::ivec2 size = pane_size(frame.join, format.size);
  Notes notes;
  notes.label = permanent_label(texts);
  notes.light = light_line(main.light, texts);
  notes.keep_clear = format.keep_clear;
  if (frame.join == Join::wipe) notes.divider = frame.wipe;
  notes.captions = captions_of(frame, format.captioned, texts, known);
  if (main.layer == render::Layer::heat) notes.heat_limit_mm = kHeatLimitMm;
  if (tape) write_tape(presenter.ring(main.stage), *tape, frame, format.size, texts, notes);
  // Of a wipe, whose panes lie over each other, the treated one's.
  if (frame.join == Join::side)
    write_points(frame.panes.front(), presenter, glm::dvec2(0.0), size, texts, notes);
  const int left = frame.join == Join::side ? format.size.x - size.x : 0;
  write_points(main, presenter, {left, 0}, size, texts, notes);
  return notes;
}

}  // namespace app
