#include "app/window/save_picture.h"

#include <cmath>
#include <cstdio>

#include "app/base/names.h"
#include "app/studio/annotate.h"
#include "app/studio/picture.h"
#include "app/window/results.h"

namespace app {
namespace {

constexpr int kHeight = 1600;

std::filesystem::path free_name(const Session& session, const std::filesystem::path& folder) {
  char week[16];
  std::snprintf(week, sizeof week, "w%02d", static_cast<int>(std::lround(session.week())));
  const std::string stem =
      "foreshow_" + std::string(name_of(kRegionNames, session.region)) + "_" + week + "_";
  for (int n = 1;; ++n) {
    const std::filesystem::path path = folder / (stem + std::to_string(n) + ".png");
    if (!std::filesystem::exists(path)) return path;
  }
}

/// On every pane that the window shows.
void label_points(const InjectionMap& points, const Session& session, const Outcome& outcome,
                  const Texts& texts, const render::Image& image, Notes& notes) {
  const render::Topology& topology = *outcome.body().parts().front().topology;
  const bool halves = session.compare == Compare::side_by_side;
  const glm::dvec2 size(std::lround(kHeight * session.aspect), kHeight);
  const auto write = [&](const Surface& shown, double left) {
    write_points(points, topology, shown.parts.front(), texts, session.view().camera, {left, 0.0}, size,
                 notes);
  };
  if (halves) write(outcome.baseline(moment_of(session)), 0.0);
  write(outcome.surface(moment_of(session)), image.width - size.x);
}

}  // namespace

std::filesystem::path save_picture(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                   const std::shared_ptr<const Outcome>& beside, ModelView& model,
                                   const render::Font& font, const Texts& texts,
                                   const std::filesystem::path& folder) {
  const Moment now = moment_of(session);
  // Tape and needle points are those of one plan.
  const bool two_plans = session.compare == Compare::beside && beside;
  std::optional<TapeTaken> tape;
  if (!two_plans && session.tape.shown && session.region == simulation::Region::calf)
    tape = read_tape_at(*outcome, now, session.tape);
  std::shared_ptr<const InjectionMap> points;
  if (!two_plans && session.points.shown)
    points = std::make_shared<const InjectionMap>(injection_map(
        session.plan(), static_cast<std::size_t>(session.session_shown), outcome->body(), outcome->model()));
  render::Image image =
      model.capture(session, outcome, kHeight, tape ? std::optional(tape->t) : std::nullopt, points, beside);
  Moment before = now;
  before.week = 0.0;
  Notes notes;
  notes.label = texts.at("simulation_label");
  notes.light = light_line(session.light, texts);
  if (session.compare == Compare::side_by_side || session.compare == Compare::wipe)
    notes.captions.push_back(caption_of(*outcome, before));
  if (two_plans) {
    notes.captions = plan_captions(*outcome, *beside, now);
  } else {
    notes.captions.push_back(caption_of(*outcome, now) + treatment_line(*outcome, now, texts));
  }
  if (session.layer == render::Layer::heat) notes.heat_limit_mm = kHeatLimitMm;
  if (tape) {
    const auto skin = outcome->surface(now).parts.front().positions_mm;
    write_tape(make_tape_ring(outcome->body(), skin, tape->t), *tape, texts, session.view().camera,
               {image.width, image.height}, session.compare == Compare::side_by_side, notes);
  }
  if (points) label_points(*points, session, *outcome, texts, image, notes);
  annotate(image, font, notes);
  const std::filesystem::path path = free_name(session, folder);
  render::write_png(path, image);
  return path;
}

}  // namespace app
