#include "app/marks/structure_pick.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <glm/geometric.hpp>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "app/marks/structure_step.h"
#include "app/studio/presenter.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Structure;

std::shared_ptr<const Outcome> outcome_of(const std::string& plan) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  return workbench.preview(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + plan));
}

const Outcome& calf() {
  static const auto outcome = outcome_of("calf-standard.json");
  return *outcome;
}

const Outcome& face() {
  static const auto outcome = outcome_of("face-glabella.json");
  return *outcome;
}

StructureScene scene_of(const Outcome& outcome, render::Layer layer, const Moment& moment = {}) {
  const Body& body = outcome.body();
  const auto state = outcome.state(moment);
  StructureScene scene{&body, &outcome.model(), layer, body.surface(state, moment), {}};
  scene.anatomy = body.anatomy(state, moment, scene.surface);
  return scene;
}

/// From 400 mm outside the leg toward its axis; angle from the rear toward the other leg, degrees.
render::Ray at_leg(BodySide side, double t, double degrees) {
  const simulation::LegFrame& leg = calf().body().tape(side).frame();
  const double a = degrees * 3.14159265358979 / 180.0;
  const glm::dvec3 out = leg.posterior * std::cos(a) + leg.medial * std::sin(a);
  return {leg.axis_point_mm(t) + out * 400.0, -out};
}

render::Ray from_front(const glm::dvec3& at) {
  return {at + glm::dvec3(0.0, 0.0, 300.0), {0.0, 0.0, -1.0}};
}

glm::dvec3 mark(const std::string& name) {
  return face().body().landmarks().at(name);
}

TEST(StructurePick, RaysAtALegMeetWhatLiesThereOnTheirOwnSide) {
  struct Case {
    double t, degrees;
    Structure structure;
  };
  const Case cases[] = {{0.25, 31.0, Structure::gastrocnemius_medial},
                        {0.25, -34.0, Structure::gastrocnemius_lateral},
                        {0.88, 0.0, Structure::achilles_tendon},
                        {0.5, 160.0, Structure::tibia}};
  const StructureScene muscles = scene_of(calf(), render::Layer::muscle);
  const StructureScene skin = scene_of(calf(), render::Layer::skin);
  for (const BodySide side : simulation::kBodySides)
    for (const Case& c : cases) {
      const auto met = structure_under(muscles, at_leg(side, c.t, c.degrees));
      ASSERT_TRUE(met) << c.t << " " << c.degrees;
      EXPECT_EQ(met->structure, c.structure) << c.t << " " << c.degrees;
      EXPECT_EQ(met->side, side);
      EXPECT_FALSE(met->below_skin);
      const auto below = structure_under(skin, at_leg(side, c.t, c.degrees));
      ASSERT_TRUE(below) << c.t << " " << c.degrees;
      EXPECT_EQ(below->structure, c.structure) << c.t << " " << c.degrees;
      EXPECT_EQ(below->side, side);
      EXPECT_TRUE(below->below_skin);
    }
}

TEST(StructurePick, BelowTheSkinATendonsSheetIsTheMuscleItLiesOn) {
  for (const BodySide side : simulation::kBodySides) {
    const auto below = structure_under(scene_of(calf(), render::Layer::skin), at_leg(side, 0.4, 0.0));
    ASSERT_TRUE(below);
    EXPECT_EQ(below->side, side);
    EXPECT_NE(below->structure, Structure::achilles_tendon);
    EXPECT_FALSE(simulation::columns_of(below->structure).empty());
  }
}

TEST(StructurePick, RaysAtAFaceMeetItsMuscles) {
  struct Case {
    render::Ray ray;
    Structure structure;
    BodySide side;
  };
  const glm::dvec3 up(0.0, 1.0, 0.0);
  const glm::dvec3 glabella = 0.5 * (mark("l-brow-medial") + mark("r-brow-medial"));
  const Case cases[] = {
      {from_front(mark("l-brow-middle") + 25.0 * up), Structure::frontalis, BodySide::left},
      {from_front(mark("r-brow-middle") + 25.0 * up), Structure::frontalis, BodySide::right},
      {from_front(glm::dvec3(0.0, glabella.y - 6.0, glabella.z)), Structure::procerus, BodySide::left}};
  for (const render::Layer layer : {render::Layer::muscle, render::Layer::xray, render::Layer::skin}) {
    const StructureScene scene = scene_of(face(), layer);
    for (const Case& c : cases) {
      const auto met = structure_under(scene, c.ray);
      ASSERT_TRUE(met) << static_cast<int>(c.structure);
      EXPECT_EQ(met->structure, c.structure);
      EXPECT_EQ(met->side, c.side);
      EXPECT_EQ(met->below_skin, layer == render::Layer::skin);
    }
  }
}

TEST(StructurePick, AnEyeAndTheAirTellNothing) {
  const StructureScene skin = scene_of(face(), render::Layer::skin);
  EXPECT_FALSE(structure_under(skin, from_front(mark("l-eye"))));
  for (const render::Layer layer : {render::Layer::muscle, render::Layer::skin})
    EXPECT_FALSE(structure_under(scene_of(face(), layer), from_front({2000.0, 0.0, 0.0})));
}

TEST(StructurePick, ATappedPlaceStaysInItsTissueAndIsHiddenFromBehind) {
  const render::Ray ray = at_leg(BodySide::right, 0.25, 31.0);
  render::Camera camera;
  camera.orthographic = true;
  for (const render::Layer layer : {render::Layer::muscle, render::Layer::skin}) {
    const StructureScene scene = scene_of(calf(), layer);
    const auto met = structure_under(scene, ray);
    ASSERT_TRUE(met);
    camera.eye_mm = ray.origin_mm;
    camera.target_mm = ray.origin_mm + 400.0 * ray.direction;
    const StructurePoint point = structure_point(scene, *met, camera);
    EXPECT_TRUE(point.seen);
    const glm::dvec3 off = point.position_mm - ray.origin_mm;
    EXPECT_LT(glm::length(off - glm::dot(off, ray.direction) * ray.direction), 0.01);  // on the ray

    camera.eye_mm = ray.origin_mm + 800.0 * ray.direction;
    EXPECT_FALSE(structure_point(scene, *met, camera).seen);

    // In week 12 the head is thinner: the place moves inward with it, by less than 8 mm.
    const StructureScene later = scene_of(calf(), layer, {.week = 12.0});
    const glm::dvec3 moved = structure_point(later, *met, camera).position_mm - point.position_mm;
    EXPECT_GT(glm::dot(moved, ray.direction), 0.1);
    EXPECT_LT(glm::length(moved), 8.0);
  }
}

TEST(StructurePick, TheEffectIsThatOfTheStateAndOfWhatThePlanAimsAt) {
  using Reach = StructureEffect::Reach;
  const auto state = calf().state({.week = 12.0});
  const auto effect = effect_on(Structure::gastrocnemius_medial, BodySide::right, calf().plan(), state);
  const auto& muscle = state.muscles.at(simulation::Muscle::gastrocnemius_medial, BodySide::right);
  EXPECT_EQ(effect.reach, Reach::target);
  EXPECT_EQ(effect.block, muscle.block);
  EXPECT_EQ(effect.volume, muscle.volume);
  EXPECT_GT(effect.block, 0.2);
  EXPECT_LT(effect.volume, 0.98);
  EXPECT_EQ(effect_on(Structure::tibia, BodySide::right, calf().plan(), state).reach, Reach::none);

  // A week before the first session the plan still aims at it.
  EXPECT_EQ(effect_on(Structure::procerus, BodySide::left, face().plan(), {}).reach, Reach::target);
  EXPECT_EQ(effect_on(Structure::masseter, BodySide::left, face().plan(), {}).reach, Reach::none);
  simulation::TreatmentState spread;
  spread.muscles.at(simulation::Muscle::masseter, BodySide::left).block = 0.03;
  EXPECT_EQ(effect_on(Structure::masseter, BodySide::left, face().plan(), spread).reach, Reach::spread);
  EXPECT_EQ(effect_on(Structure::masseter, BodySide::right, face().plan(), spread).reach, Reach::none);
}

TEST(StructurePick, TheForeheadIsTheMeanOfItsColumns) {
  simulation::TreatmentState state;
  state.muscles.at(simulation::Muscle::frontalis_medial, BodySide::left).block = 0.6;
  state.muscles.at(simulation::Muscle::frontalis_lateral, BodySide::left).block = 0.3;
  simulation::Plan plan;
  plan.sessions.emplace_back();
  const simulation::MuscleTarget target{simulation::Muscle::frontalis, simulation::Side::left, {}};
  plan.sessions[0].injections = {{target, 10.0}};
  const auto effect = effect_on(Structure::frontalis, BodySide::left, plan, state);
  EXPECT_NEAR(effect.block, 0.5, 1e-12);
  EXPECT_NEAR(effect.volume, 1.0, 1e-12);
  EXPECT_EQ(effect.reach, StructureEffect::Reach::target);
  EXPECT_EQ(effect_on(Structure::frontalis, BodySide::right, plan, state).reach,
            StructureEffect::Reach::none);
}

struct Stepped {
  const Outcome& outcome;
  render::StandardView view;
  Structure first;
  std::size_t least;  // structures seen
};

TEST(StructureStep, ARoundVisitsWhatTheCameraSeesOnceEach) {
  for (const Stepped& c : {Stepped{calf(), render::StandardView::back, Structure::gastrocnemius_medial, 12},
                           Stepped{face(), render::StandardView::front, Structure::frontalis, 12}}) {
    const StructureScene scene = scene_of(c.outcome, render::Layer::xray);
    constexpr double kAspect = 1.2;
    const render::Camera camera = render::standard_camera(c.view, framing_of(c.outcome.body()), kAspect);
    std::vector<SidedStructure> round;
    std::optional<SidedStructure> at;
    for (std::size_t i = 0; i < 100; ++i) {
      const auto next = next_structure(scene, camera, kAspect, at, 1);
      ASSERT_TRUE(next);
      EXPECT_TRUE(structure_point(scene, *next, camera).seen);
      const SidedStructure here{next->structure, next->side};
      if (!round.empty() && here == round.front()) break;
      round.push_back(here);
      // Back again where it came from.
      const auto before = next_structure(scene, camera, kAspect, here, -1);
      ASSERT_TRUE(before);
      if (at) {
        EXPECT_EQ((SidedStructure{before->structure, before->side}), *at);
      }
      at = here;
    }
    EXPECT_EQ(round.front(), (SidedStructure{c.first, BodySide::left}));
    EXPECT_TRUE(std::is_sorted(round.begin(), round.end()));
    EXPECT_EQ(std::adjacent_find(round.begin(), round.end()), round.end());
    EXPECT_GE(round.size(), c.least);
    EXPECT_LT(round.size(), 60u);
  }
}

TEST(StructureStep, HiddenStructuresAreLeftOutAndNoAnatomyHasNone) {
  const StructureScene scene = scene_of(face(), render::Layer::muscle);
  const auto camera_of = [](render::StandardView view) {
    return render::standard_camera(view, framing_of(face().body()), 1.0);
  };
  // From the side the skull hides the other temple muscle.
  const auto left_temporalis = SidedStructure{Structure::temporalis, BodySide::left};
  const auto after = next_structure(scene, camera_of(render::StandardView::left), 1.0, left_temporalis, 1);
  ASSERT_TRUE(after);
  EXPECT_NE(after->structure, Structure::temporalis);
  // The heads of the frown muscles show beside the procerus.
  const render::Camera front = camera_of(render::StandardView::front);
  const auto shown =
      next_structure(scene, front, 1.0, SidedStructure{Structure::frontalis, BodySide::right}, 1);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->structure, Structure::corrugator);
  EXPECT_FALSE(next_structure(StructureScene{}, front, 1.0, {}, 1));
}

}  // namespace
}  // namespace app
