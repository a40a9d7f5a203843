#include <gtest/gtest.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <map>

#include "app/body/free_points.h"
#include "app/body/workbench.h"
#include "render/camera/pick.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/anatomy/face_frame.h"
#include "simulation/face/face_anatomy.h"
#include "simulation/measure/vertex_normals.h"
#include "simulation/plan/protocol.h"
#include "tests/app/body/sized_face.h"

namespace app {
namespace {

using namespace simulation;

/// Farthest beside the drawn muscle that a needle point may lie, mm of the median head: a needle point is
/// drawn as a dot that wide.
constexpr double kBesideMm = 2.0;
/// Share of what is drawn that has to be counted and to move.
constexpr double kAgreed = 0.9;
/// A usual dose of one point on the face.
constexpr double kPointUnits = 4.0;
/// Least movement of the skin at full effort that counts, mm of the median head: a tenth of a millimetre is
/// the shallowest line that profilometry reads (line_map.cpp).
constexpr double kMovesMm = 0.1;

class MuscleMasks : public testing::TestWithParam<HeadSize> {
 protected:
  const SizedFace& face() const { return sized_face(GetParam()); }
};

/// How far a needle that goes straight in at this place passes beside the muscle, mm; 0 when it meets it.
double beside_mm(const SizedFace& face, const SkinPlace& place, const AnatomyMesh& muscle) {
  const glm::dvec3 at = face.point(place);
  const glm::dvec3 inward = -face.normal(place);
  if (render::pick(muscle.positions_mm, muscle.triangles, {at, inward})) return 0.0;
  double least = 1e9;
  for (const glm::vec3& p : muscle.positions_mm) {
    const glm::dvec3 from = glm::dvec3(p) - at;
    if (glm::dot(from, inward) < 0.0 || glm::dot(from, inward) > 30.0) continue;
    least = std::min(least, glm::length(from - inward * glm::dot(from, inward)));
  }
  return least;
}

TEST_P(MuscleMasks, NeedlePointsLieOnTheDrawnMuscle) {
  for (const AtlasRow& row : atlas()) {
    if (row.region != Region::face || !row.muscle || !row.planned || !structure_of(*row.muscle)) continue;
    for (const MuscleShare& share : muscles_of({*row.muscle, Side::both, {}}))
      for (const BodySide side : kBodySides) {
        const AnatomyMesh& muscle = face().drawn(*structure_of(share.muscle), side);
        for (const glm::dvec2& site : standard_sites(share.muscle, share.points)) {
          const auto place = face().skin_over(share.muscle, side, site);
          ASSERT_TRUE(place) << row.key;
          EXPECT_LE(beside_mm(face(), *place, muscle), kBesideMm * face().scale())
              << name(share.muscle) << " at " << site.x << ", " << site.y;
        }
      }
  }
}

/// Share of the drawn muscle's outer face, by area, over which `holds` is true of the skin.
template <typename Holds>
double share_of_area(const SizedFace& face, Structure structure, BodySide side, Holds holds) {
  double all = 0.0, held = 0.0;
  for (const auto& [place, area] : face.outer_face(structure, side)) {
    all += area;
    if (holds(place)) held += area;
  }
  return all > 0.0 ? held / all : 0.0;
}

TEST_P(MuscleMasks, WhatIsDrawnIsWhereADoseIsCounted) {
  for (const AtlasRow& row : atlas()) {
    if (row.region != Region::face || !row.structure || columns_of(*row.structure).empty()) continue;
    const double share = share_of_area(face(), *row.structure, BodySide::left, [&](const SkinPlace& place) {
      const auto got = face().reached_by(place, kPointUnits);
      const auto parts = columns_of(*row.structure);
      return std::any_of(parts.begin(), parts.end(), [&](Muscle muscle) {
        return got.contains({muscle, BodySide::left});
      });
    });
    EXPECT_GE(share, kAgreed) << row.key;
  }
}

TEST_P(MuscleMasks, WhatIsDrawnLiesUnderSkinThatItMoves) {
  for (const AtlasRow& row : atlas()) {
    if (row.region != Region::face || !row.structure || columns_of(*row.structure).empty()) continue;
    const double share = share_of_area(face(), *row.structure, BodySide::left, [&](const SkinPlace& place) {
      return face().moved_mm(*row.structure, BodySide::left, place) >= kMovesMm * face().scale();
    });
    EXPECT_GE(share, kAgreed) << row.key;
  }
}

/// From the front, at x mm from the midline and y over the eye, both of the median head.
bool seen_from_front(const SizedFace& face, Structure structure, double x, double y) {
  const FaceFrame frame(face.landmarks(), BodySide::left);
  const glm::dvec3 at = frame.at(Mark::eye_midline) + frame.mm(x, y, 100.0);
  const AnatomyMesh& muscle = face.drawn(structure, BodySide::left);
  return render::pick(muscle.positions_mm, muscle.triangles, {at, {0.0, 0.0, -1.0}}).has_value();
}

// Widths at sellion and glabella: source key procerus2019.
TEST_P(MuscleMasks, TheProcerusIsAsWideAsMeasured) {
  const auto half_width = [&](double y) {
    double x = 0.0;
    while (x < 20.0 && seen_from_front(face(), Structure::procerus, x + 0.05, y)) x += 0.05;
    return x;
  };
  EXPECT_NEAR(2.0 * half_width(1.0), 10.9, 0.6);
  EXPECT_NEAR(2.0 * half_width(20.0), 14.5, 0.6);
}

// One sheet below the split 47 above the supraorbital notch (here 15 over the eye), two above: costin2015.
TEST_P(MuscleMasks, TheFrontalisIsSplitOnlyHighOnTheForehead) {
  for (const double above : {25.0, 35.0, 44.0})
    EXPECT_TRUE(seen_from_front(face(), Structure::frontalis, 1.5, 15.0 + above)) << above;
  EXPECT_FALSE(seen_from_front(face(), Structure::frontalis, 2.0, 15.0 + 50.0));
  EXPECT_TRUE(seen_from_front(face(), Structure::frontalis, 14.0, 15.0 + 50.0));
}

// Points in the masseter stay more than 10 behind its front edge, where the risorius begins.
TEST_P(MuscleMasks, MasseterPointsStayBehindItsFrontEdge) {
  const AnatomyMesh& muscle = face().drawn(Structure::masseter, BodySide::left);
  for (const glm::dvec2& site : standard_sites(Muscle::masseter, protocol_points(Muscle::masseter))) {
    const auto place = face().skin_over(Muscle::masseter, BodySide::left, site);
    ASSERT_TRUE(place);
    const glm::dvec3 at = face().point(*place);
    double edge_z = -1e9;
    for (const glm::vec3& p : muscle.positions_mm)
      if (std::abs(p.y - at.y) < 3.0) edge_z = std::max(edge_z, static_cast<double>(p.z));
    EXPECT_GT(edge_z - at.z, 10.0 * face().scale()) << site.x;
  }
}

INSTANTIATE_TEST_SUITE_P(Heads, MuscleMasks,
                         testing::Values(HeadSize{Sex::female, 0.9}, HeadSize{Sex::female, 1.0},
                                         HeadSize{Sex::female, 1.1}, HeadSize{Sex::male, 0.9},
                                         HeadSize{Sex::male, 1.0}, HeadSize{Sex::male, 1.1}),
                         [](const auto& head) {
                           const char* size = head.param.scale < 1.0   ? "Small"
                                              : head.param.scale > 1.0 ? "Large"
                                                                       : "Median";
                           return std::string(head.param.sex == Sex::male ? "Male" : "Female") + size;
                         });

}  // namespace
}  // namespace app
