#include "app/marks/injection_map.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "app/body/workbench.h"
#include "app/check/dose_sums.h"
#include "app/files/plan_file.h"
#include "app/marks/point_decals.h"
#include "app/marks/point_labels.h"
#include "render/camera/pick.h"
#include "simulation/plan/protocol.h"
#include "simulation/response/dose_field.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Muscle;

std::shared_ptr<const Outcome> outcome_of(const std::string& plan) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + plan));
}

const Outcome& calf() {
  static const auto outcome = outcome_of("calf-standard.json");
  return *outcome;
}

const Outcome& face() {
  static const auto outcome = outcome_of("face-full.json");
  return *outcome;
}

const BodyPart& skin_of(const Outcome& outcome) {
  return outcome.body().parts().front();
}

double sum_of(const InjectionMap& map) {
  double sum = map.unplaced_units;
  for (const InjectionPoint& point : map.points) sum += point.units;
  return sum;
}

InjectionMap map_of(const Outcome& outcome) {
  return injection_map(outcome.plan(), 0, outcome.body(), outcome.model());
}

/// Looks at the middle of the points.
render::Camera camera_at(const Outcome& outcome, const InjectionMap& map, render::StandardView view) {
  const BodyPart& skin = skin_of(outcome);
  render::Framing framing;
  framing.centre_mm = glm::dvec3(0.0);
  for (const InjectionPoint& point : map.points)
    framing.centre_mm +=
        point_of(*skin.topology, point.place, skin.rest_mm) / static_cast<double>(map.points.size());
  framing.height_mm = 420.0;
  framing.orthographic = map.region == simulation::Region::calf;
  return render::standard_camera(view, framing, 0.75);
}

TEST(SkinPlace, TextureCoordinatesLeadBackToTheSamePlace) {
  for (const Outcome* outcome : {&calf(), &face()}) {
    const BodyPart& skin = skin_of(*outcome);
    const auto& topology = *skin.topology;
    int checked = 0;
    for (std::uint32_t t = 5; t < topology.triangles.size(); t += 997) {
      const SkinPlace place{t, {0.2, 0.5, 0.3}};
      const auto back = place_at_uv(topology, uv_of(topology, place));
      ASSERT_TRUE(back) << t;
      EXPECT_LT(
          glm::length(point_of(topology, *back, skin.rest_mm) - point_of(topology, place, skin.rest_mm)),
          0.01)
          << t;
      ++checked;
    }
    EXPECT_GT(checked, 10);
  }
}

TEST(SkinOver, IsTheInverseOfMusclePlaces) {
  const auto check = [](const Outcome& outcome, Muscle muscle, int points) {
    for (const BodySide side : simulation::kBodySides)
      for (const glm::dvec2& site : simulation::standard_sites(muscle, points)) {
        const auto place = outcome.body().skin_over(muscle, side, site, outcome.model());
        ASSERT_TRUE(place) << static_cast<int>(muscle);
        const BodyPart& skin = skin_of(outcome);
        const auto places =
            outcome.body().muscle_places(point_of(*skin.topology, *place, skin.rest_mm), outcome.model());
        const auto back = std::find_if(places.begin(), places.end(),
                                       [&](const auto& p) { return p.muscle == muscle && p.side == side; });
        ASSERT_NE(back, places.end());
        EXPECT_NEAR(back->sheet.x, site.x, 1e-3);
        EXPECT_NEAR(back->sheet.y, site.y, 1e-3);
      }
  };
  check(calf(), Muscle::gastrocnemius_medial, 6);
  check(calf(), Muscle::gastrocnemius_lateral, 10);
  for (const Muscle muscle : {Muscle::corrugator, Muscle::procerus, Muscle::frontalis_medial,
                              Muscle::frontalis_lateral, Muscle::orbicularis_oculi, Muscle::nasalis,
                              Muscle::mentalis, Muscle::depressor_anguli_oris, Muscle::masseter})
    check(face(), muscle, 3);
  EXPECT_FALSE(calf().body().skin_over(Muscle::corrugator, BodySide::left, glm::dvec2(0.5), calf().model()));
  EXPECT_FALSE(face().body().skin_over(Muscle::soleus, BodySide::left, glm::dvec2(0.5), face().model()));
}

TEST(InjectionMap, HoldsEveryUnitOfTheSessionOnce) {
  const InjectionMap map = map_of(calf());
  EXPECT_EQ(map.points.size(), 20u);
  EXPECT_NEAR(sum_of(map), session_units(calf().plan().sessions[0]), 1e-9);
  EXPECT_EQ(map.unplaced_units, 0.0);
  const InjectionMap faces = map_of(face());
  EXPECT_NEAR(sum_of(faces), session_units(face().plan().sessions[0]), 1e-9);
  EXPECT_EQ(faces.unplaced_units, 0.0);
  EXPECT_TRUE(injection_map(calf().plan(), 7, calf().body(), calf().model()).points.empty());
}

TEST(InjectionMap, CountsWhatHasNoPlaceOnThisSkin) {
  simulation::Plan plan = calf().plan();
  auto& list = plan.sessions[0].injections;
  const glm::dvec2 nowhere(0.0001, 0.0001);
  ASSERT_FALSE(place_at_uv(*skin_of(calf()).topology, nowhere));
  list.push_back({simulation::SkinPoint{nowhere}, 3.0});
  list.push_back({simulation::MuscleTarget{Muscle::procerus, simulation::Side::midline, {}}, 4.0});
  const InjectionMap map = injection_map(plan, 0, calf().body(), calf().model());
  EXPECT_EQ(map.points.size(), 20u);
  EXPECT_DOUBLE_EQ(map.unplaced_units, 7.0);
  EXPECT_NEAR(sum_of(map), session_units(plan.sessions[0]), 1e-9);
}

TEST(InjectionMap, AFreePointLiesWhereThePlanPutsItAndSpreadsLikeTheDoseField) {
  const InjectionMap named = map_of(calf());
  const BodyPart& skin = skin_of(calf());
  const glm::dvec2 uv = uv_of(*skin.topology, named.points[3].place);
  simulation::Plan plan = calf().plan();
  plan.sessions[0].injections = {{simulation::SkinPoint{uv}, 32.0}};
  const InjectionMap map = injection_map(plan, 0, calf().body(), calf().model());
  ASSERT_EQ(map.points.size(), 1u);
  EXPECT_TRUE(map.points[0].free());
  EXPECT_LT(glm::length(point_of(*skin.topology, map.points[0].place, skin.rest_mm) -
                        point_of(*skin.topology, named.points[3].place, skin.rest_mm)),
            0.01);
  EXPECT_EQ(map.points[0].side, named.points[3].side);
  // Eight times four reference units: twice the radius.
  const double four = calf().model().value("spread.calf");
  EXPECT_NEAR(map.points[0].spread_across_mm, 2.0 * four, 1e-9);
  EXPECT_NEAR(map.points[0].spread_along_mm, 2.0 * four * calf().model().value("spread.along"), 1e-9);
}

TEST(InjectionMap, SitesAreMirroredAndOnTheCalfBehind) {
  const BodyPart& skin = skin_of(calf());
  glm::dvec3 sum(0.0);
  for (const InjectionPoint& point : map_of(calf()).points) {
    const glm::dvec3 at = point_of(*skin.topology, point.place, skin.rest_mm);
    EXPECT_EQ(at.x > 0.0, point.side == BodySide::left);
    EXPECT_LT(normal_of(*skin.topology, point.place, skin.rest_normals).z, 0.2);
    sum += at;
  }
  EXPECT_NEAR(sum.x / 20.0, 0.0, 3.0);
}

TEST(InjectionMap, TheSessionOfAWeekIsTheLastOneGiven) {
  simulation::Plan plan = calf().plan();
  plan.sessions.push_back(plan.sessions[0]);
  plan.sessions[1].week = 14.0;
  EXPECT_EQ(session_at(plan, 0.0), 0u);
  EXPECT_EQ(session_at(plan, 13.9), 0u);
  EXPECT_EQ(session_at(plan, 14.0), 1u);
}

TEST(PointDecals, HugTheSkinInEveryShape) {
  const PointDecals decals = make_point_decals(map_of(calf()), skin_of(calf()));
  ASSERT_FALSE(decals.empty());
  const Surface moved = calf().surface({12.0, simulation::Responder::high});
  const auto& skin = moved.parts.front();
  std::vector<glm::vec3> positions_mm, normals;
  lay_decals(decals, skin.positions_mm, skin.normals, positions_mm, normals);
  ASSERT_EQ(positions_mm.size(), decals.skin_points.size());
  ASSERT_EQ(decals.kinds.size(), decals.skin_points.size());
  double shift = 0.0;
  for (std::size_t i = 0; i < positions_mm.size(); ++i) {
    const glm::vec3& on = skin.positions_mm[decals.skin_points[i]];
    EXPECT_NEAR(glm::length(positions_mm[i] - on), kDecalLiftMm, 1e-4);
    shift = std::max(shift,
                     static_cast<double>(glm::length(on - skin_of(calf()).rest_mm[decals.skin_points[i]])));
  }
  EXPECT_GT(shift, 0.5);  // the skin did move, and they with it
}

TEST(PointDecals, OneRadiusOfTheirTextureIsTheSpreadInMillimetres) {
  InjectionMap map = map_of(calf());
  map.points.resize(1);
  const InjectionPoint& point = map.points[0];
  const BodyPart& skin = skin_of(calf());
  const PointDecals decals = make_point_decals(map, skin);
  const glm::dvec3 centre = point_of(*skin.topology, point.place, skin.rest_mm);
  int spread = 0, disc = 0;
  for (std::size_t i = 0; i < decals.skin_points.size(); ++i) {
    const double away = glm::length(glm::dvec3(skin.rest_mm[decals.skin_points[i]]) - centre);
    const glm::dvec2 uv(decals.topology.vertex_uv[i]);
    const bool is_disc = decals.kinds[i] == 1.0f;
    const glm::dvec2 radii =
        is_disc ? glm::dvec2(kDotMm[0]) : glm::dvec2(point.spread_along_mm, point.spread_across_mm);
    EXPECT_NEAR(glm::length(uv * radii), away, 1e-3);
    ++(is_disc ? disc : spread);
  }
  EXPECT_GT(disc, 3);
  EXPECT_GT(spread, 30);
}

TEST(PointMarks, AClickOnAMarkFindsItsTextureCoordinateAgain) {
  for (const Outcome* outcome : {&calf(), &face()}) {
    const InjectionMap map = map_of(*outcome);
    const BodyPart& skin = skin_of(*outcome);
    const Surface shown = outcome->surface({12.0});
    const auto& now = shown.parts.front();
    const bool leg = outcome == &calf();
    const glm::dvec2 size(900.0, 1200.0);
    const render::Camera camera =
        camera_at(*outcome, map, leg ? render::StandardView::back : render::StandardView::front);
    const auto marks_from = [&](const render::Camera& from) {
      const auto seen = points_seen(map, *skin.topology, now.positions_mm, now.normals, from);
      return point_marks(map, seen, *skin.topology, now.positions_mm, from, glm::dvec2(0.0), size);
    };
    int seen = 0;
    for (const PointMark& mark : marks_from(camera)) {
      if (!mark.seen) continue;
      ++seen;
      const glm::dvec2 ndc = render::pixel_to_ndc(mark.pixel, size);
      const auto place =
          place_under(*skin.topology, now.positions_mm, render::ray_through(camera, ndc, 0.75));
      ASSERT_TRUE(place);
      const auto back = place_at_uv(*skin.topology, uv_of(*skin.topology, *place));
      ASSERT_TRUE(back);
      EXPECT_LT(glm::length(point_of(*skin.topology, *back, skin.rest_mm) -
                            point_of(*skin.topology, map.points[mark.point].place, skin.rest_mm)),
                1.0);
    }
    EXPECT_GT(seen, leg ? 15 : 8);
    const render::Camera other =
        camera_at(*outcome, map, leg ? render::StandardView::front : render::StandardView::back);
    for (const PointMark& mark : marks_from(other)) EXPECT_FALSE(mark.seen);
  }
}

TEST(PointLabels, NeverOverlapAndAreLeftOutWhereThereIsNoRoom) {
  std::vector<PointMark> marks;
  for (int i = 0; i < 30; ++i)
    marks.push_back({static_cast<std::size_t>(i), {100.0 + 9.0 * i, 100.0}, true, 3.0});
  const std::vector<glm::dvec2> sizes(marks.size(), glm::dvec2(30.0, 12.0));
  const NoteBox room{{0.0, 0.0}, {500.0, 200.0}};
  const auto places = label_places(marks, sizes, room);
  int placed = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    ++placed;
    for (const PointMark& mark : marks)
      EXPECT_FALSE(overlap(*places[i], {mark.pixel - mark.dot_px, mark.pixel + mark.dot_px}));
    for (std::size_t j = 0; j < i; ++j) {
      if (!places[j]) continue;
      EXPECT_FALSE(overlap(*places[i], *places[j]));
    }
  }
  EXPECT_GT(placed, 5);
  EXPECT_LT(placed, 30);
  marks.resize(kMostLabels + 1, marks.front());
  const std::vector<glm::dvec2> many(marks.size(), glm::dvec2(1.0));
  for (const auto& place : label_places(marks, many, room)) EXPECT_FALSE(place);
}

}  // namespace
}  // namespace app
