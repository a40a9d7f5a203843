#include "app/studio/picture.h"

#include <algorithm>
#include <cmath>

#include "app/base/error.h"
#include "app/base/number_text.h"
#include "app/base/version.h"
#include "app/marks/point_labels.h"
#include "app/marks/tape_words.h"
#include "render/image/compose.h"

namespace app {
namespace {

constexpr float kGhostOpacity = 0.4f;

glm::ivec2 half_size(const Picture& picture) {
  return {picture.size.x / 2, picture.size.y};
}

}  // namespace

render::Camera camera_of(const Picture& picture, const render::Framing& framing) {
  const glm::ivec2 size = picture.comparison == Comparison::side ? half_size(picture) : picture.size;
  render::Framing clear = framing;
  clear.height_mm *= static_cast<double>(size.y) / std::max(1, size.y - 2 * picture.keep_clear);
  return render::standard_camera(picture.view, clear, static_cast<double>(size.x) / size.y);
}

std::string caption_of(const Outcome& outcome, const Moment& moment) {
  if (outcome.untreated(moment)) return "Before treatment";
  return "Week " + number_text(std::round(moment.week * 10.0) / 10.0) + ", " +
         std::string(name_of(kResponderNames, moment.responder)) + " responder";
}

std::string treatment_line(const Outcome& outcome, const Moment& moment, const Texts& texts) {
  if (outcome.plan().fillers.empty() || outcome.untreated(moment)) return {};
  const auto& sessions = outcome.plan().sessions;
  const bool toxin = moment.treatment != Treatment::filler &&
                     std::any_of(sessions.begin(), sessions.end(),
                                 [&](const simulation::Session& s) { return s.week < moment.week; });
  if (outcome.state(moment).filler.none()) return "\n" + texts.at("treatment.shown_toxin");
  return "\n" + texts.at(toxin ? "treatment.shown_both" : "treatment.shown_filler");
}

Shot Photographer::shot_of(Stage stage, const Picture& picture, const render::Camera& camera) const {
  Shot shot;
  shot.view = presenter_.view(stage, picture.layer, camera);
  shot.view.transparent_background = picture.transparent;
  shot.size = picture.comparison == Comparison::side ? half_size(picture) : picture.size;
  shot.expression = picture.moment.expression;
  shot.effort = picture.moment.effort;
  shot.pose = picture.moment.pose;
  shot.materials = presenter_.materials(stage);
  return shot;
}

render::Image Photographer::compared(const Outcome& outcome, const Picture& picture, const Shot& after,
                                     std::optional<double> tape_t,
                                     const std::shared_ptr<const InjectionMap>& points, int supersample) {
  presenter_.show(Stage::before, outcome, picture.moment, picture.layer);
  // A ghost has one ring: two in one place could not be read.
  presenter_.lay_tape(Stage::before, picture.comparison == Comparison::ghost ? std::nullopt : tape_t);
  presenter_.lay_points(Stage::before, picture.comparison == Comparison::ghost ? nullptr : points);
  const Shot before = shot_of(Stage::before, picture, after.view.camera);
  require_comparable(before, after);
  if (picture.comparison == Comparison::ghost) {
    render::SceneView view = presenter_.ghost_view(picture.layer, after.view.camera, kGhostOpacity);
    view.transparent_background = picture.transparent;
    return renderer_.capture(view, after.size, supersample);
  }
  const render::Image left = renderer_.capture(before.view, before.size, supersample);
  const render::Image right = renderer_.capture(after.view, after.size, supersample);
  if (picture.comparison == Comparison::wipe)
    return render::wipe(left, right, 0.5, std::max(2, picture.size.x / 600));
  render::Image both =
      render::make_image(picture.size.x, picture.size.y,
                         picture.transparent ? render::Rgba{0, 0, 0, 0} : render::Rgba{255, 255, 255, 255});
  render::blit(both, left, 0, 0);
  render::blit(both, right, picture.size.x - right.width, 0);
  return both;
}

TapeTaken read_tape_at(const Outcome& outcome, const Moment& moment, const TapePlace& place) {
  const Body& body = outcome.body();
  TapeTaken taken{tape_height(body, place), {}};
  // Both in the pose of the picture: a muscle that pulls is thicker.
  const Surface baseline = outcome.baseline(moment);
  const Surface surface = outcome.surface(moment);
  const auto before = tape_girth_cm(body, baseline.parts.front().positions_mm, taken.t);
  const auto now = tape_girth_cm(body, surface.parts.front().positions_mm, taken.t);
  for (const auto side : simulation::kBodySides)
    taken.reading[side] = read_tape({before[side], now[side]}, tape_repeat_cm(outcome));
  return taken;
}

void write_tape(const TapeRing& ring, const TapeTaken& tape, const Texts& texts, const render::Camera& camera,
                glm::ivec2 size, bool halves, Notes& notes) {
  if (ring.empty()) return;
  if (!halves) {
    for (const TapeMark& mark : tape_marks(ring, camera, glm::dvec2(0.0), size))
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

void write_points(const InjectionMap& map, const render::Topology& topology, const PartSurface& skin,
                  const Texts& texts, const render::Camera& camera, glm::dvec2 origin, glm::dvec2 size,
                  Notes& notes) {
  const auto seen = points_seen(map, topology, skin.positions_mm, skin.normals, camera);
  const auto marks = point_marks(map, seen, topology, skin.positions_mm, camera, origin, size);
  for (const PointMark& mark : marks)
    notes.points.push_back(
        {mark, texts.fill("points.units", {{"units", number_text(map.points[mark.point].units)}})});
  notes.points_key = texts.at("points.key");
}

void Photographer::write_all_points(const InjectionMap& map, const Picture& picture, const Shot& shot,
                                    const Body& body, Notes& notes) const {
  const bool halves = picture.comparison == Comparison::side;
  const render::Topology& topology = *body.parts().front().topology;
  const glm::dvec2 size(shot.size);
  if (halves)
    write_points(map, topology, presenter_.skin(Stage::before), texts_, shot.view.camera, glm::dvec2(0.0),
                 size, notes);
  write_points(map, topology, presenter_.skin(Stage::now), texts_, shot.view.camera,
               {halves ? picture.size.x - shot.size.x : 0, 0}, size, notes);
}

Taken Photographer::take(const Outcome& outcome, const Picture& picture, int supersample) {
  presenter_.set_light(picture.light);
  presenter_.show(Stage::now, outcome, picture.moment, picture.layer);
  std::optional<TapeTaken> tape;
  if (picture.tape.shown) tape = read_tape_at(outcome, picture.moment, picture.tape);
  const std::optional<double> tape_t = tape ? std::optional(tape->t) : std::nullopt;
  presenter_.lay_tape(Stage::now, tape_t);
  std::shared_ptr<const InjectionMap> points;
  if (picture.points)
    points = std::make_shared<const InjectionMap>(injection_map(
        outcome.plan(), session_at(outcome.plan(), picture.moment.week), outcome.body(), outcome.model()));
  presenter_.lay_points(Stage::now, points);
  const Shot shot = shot_of(Stage::now, picture, camera_of(picture, presenter_.framing(picture.moment.pose)));
  render::Image image = picture.comparison == Comparison::none
                            ? renderer_.capture(shot.view, shot.size, supersample)
                            : compared(outcome, picture, shot, tape_t, points, supersample);

  const std::string caption = caption_of(outcome, picture.moment);
  const std::string treatments = treatment_line(outcome, picture.moment, texts_);
  Notes notes;
  notes.light = light_line(picture.light, texts_);
  notes.keep_clear = picture.keep_clear;
  notes.label = kLabel;
  if (picture.layer == render::Layer::heat) notes.heat_limit_mm = kHeatLimitMm;
  switch (picture.comparison) {
    case Comparison::none:
      if (picture.captioned) notes.captions = {caption + treatments};
      break;
    case Comparison::ghost:
      notes.captions = {outcome.untreated(picture.moment) ? caption
                                                          : caption + ", over before treatment" + treatments};
      break;
    default:
      notes.captions = {"Before treatment", caption + treatments};
  }
  if (tape)
    write_tape(presenter_.lay_tape(Stage::now, tape_t), *tape, texts_, shot.view.camera, picture.size,
               picture.comparison == Comparison::side, notes);
  if (points) write_all_points(*points, picture, shot, outcome.body(), notes);
  annotate(image, font_, notes);
  return {std::move(image), studio_hash(shot), shot.view.camera, tape, points};
}

}  // namespace app
