#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/shin_compartments.h"
#include "simulation/measure/surface_change.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::AnatomyMesh;
using simulation::BodySide;
using simulation::CompartmentMuscle;
using simulation::LegLoss;
using simulation::Structure;
using simulation::Tissue;

struct Compartments {
  CalfBody body;
  std::vector<glm::vec3> skin;
  simulation::LegOutline outline;
  simulation::LegBones bones;
  double girth_mm;
  simulation::CalfMuscles muscles;
  simulation::LegCompartments all;

  explicit Compartments(const simulation::Person& person)
      : body(person),
        skin(body.rest()),
        outline(body.surface.tape(BodySide::left), skin),
        bones(outline, skin),
        girth_mm(person.calf.max_girth_cm.left * 10.0),
        muscles(outline, person, BodySide::left, girth_mm, body.surface.tape(BodySide::left).largest(skin).t),
        all(outline, bones, person, muscles, girth_mm) {}
};

TEST(Compartments, HoldThePublishedShareOrWhatFits) {
  for (const auto& person :
       {person_of(36.4, 20.0, 7.0), person_of(42.0, 26.0, 4.0), person_of(31.0, 13.0, 4.0)}) {
    const Compartments leg(person);
    for (const CompartmentMuscle m : simulation::kCompartmentMuscles) {
      EXPECT_LT(leg.all.volume_ml(m), 1.01 * leg.all.wanted_ml(m)) << static_cast<int>(m);
      EXPECT_GT(leg.all.volume_ml(m), 0.6 * leg.all.wanted_ml(m)) << static_cast<int>(m);
    }
  }
  const Compartments usual(person_of(36.4, 20.0, 7.0));
  EXPECT_NEAR(usual.all.wanted_ml(CompartmentMuscle::tibialis_anterior), 109.8, 0.5);
}

TEST(Compartments, AMoreMuscularLegHasMore) {
  const Compartments slim(person_of(31.0, 13.0, 4.0));
  const Compartments strong(person_of(42.0, 26.0, 4.0));
  for (const CompartmentMuscle m : simulation::kCompartmentMuscles)
    EXPECT_GT(strong.all.volume_ml(m), 1.3 * slim.all.volume_ml(m));
}

TEST(Compartments, BelliesKeepClearOfBone) {
  for (const auto& person : {person_of(36.4, 20.0, 7.0), person_of(31.0, 13.0, 4.0)}) {
    const Compartments leg(person);
    for (const AnatomyMesh& mesh : leg.body.surface.anatomy({})) {
      const bool belly = mesh.structure == Structure::anterior_compartment ||
                         mesh.structure == Structure::lateral_compartment;
      if (!belly || mesh.tissue != Tissue::muscle || mesh.side != BodySide::left) continue;
      double deepest = 0.0;
      for (const glm::vec3& p : mesh.positions_mm) deepest = std::min(deepest, leg.bones.distance_mm(p));
      EXPECT_GT(deepest, -4.0) << static_cast<int>(mesh.structure);
    }
  }
}

TEST(Compartments, NoTreatmentMovesThem) {
  const CalfBody body;
  const auto before = body.surface.anatomy({});
  const auto after = body.surface.anatomy({{LegLoss{0.4, 0.4, -0.1}, {}}, {LegLoss{0.2, 0.1, 0.0}, {}}});
  ASSERT_EQ(before.size(), after.size());
  int seen = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].structure != Structure::anterior_compartment &&
        before[i].structure != Structure::lateral_compartment)
      continue;
    ++seen;
    EXPECT_EQ(before[i].positions_mm, after[i].positions_mm);
  }
  EXPECT_EQ(seen, 10);  // three bellies and two groups of tendons on each side
}

}  // namespace
