#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>
#include <span>
#include <vector>

#include "app/body/outcome.h"
#include "app/body/workbench.h"

namespace app {
namespace {

using simulation::AnatomyMesh;
using simulation::Structure;

/// Turns of a closed surface round a point: 1 inside, 0 outside.
double winding(const std::vector<glm::vec3>& points, std::span<const glm::uvec3> triangles,
               const glm::dvec3& p) {
  double sum = 0.0;
  for (const glm::uvec3& t : triangles) {
    const glm::dvec3 a = glm::dvec3(points[t.x]) - p;
    const glm::dvec3 b = glm::dvec3(points[t.y]) - p;
    const glm::dvec3 c = glm::dvec3(points[t.z]) - p;
    const double la = glm::length(a), lb = glm::length(b), lc = glm::length(c);
    sum += std::atan2(glm::dot(a, glm::cross(b, c)),
                      la * lb * lc + glm::dot(a, b) * lc + glm::dot(b, c) * la + glm::dot(c, a) * lb);
  }
  return sum / (2.0 * 3.14159265358979);
}

struct Build {
  simulation::Sex sex;
  double girth_cm, gastrocnemius_mm, fat_mm;
};

class LegAnatomy : public testing::TestWithParam<Build> {};

TEST_P(LegAnatomy, LiesInsideTheSkinOfTheBakedLeg) {
  const Build& build = GetParam();
  Workbench workbench(Paths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  simulation::Plan plan;
  plan.region = simulation::Region::calf;
  plan.person.sex = build.sex;
  plan.person.calf.max_girth_cm = {build.girth_cm, build.girth_cm};
  plan.person.calf.gastrocnemius_mm = {build.gastrocnemius_mm, build.gastrocnemius_mm};
  plan.person.calf.fat_mm = build.fat_mm;
  const auto outcome = workbench.preview(plan);
  const Body& body = outcome->body();
  const BodyPart& skin = body.parts().front();
  const Surface rest = body.surface({}, Moment{});
  int forefeet = 0;
  for (const AnatomyMesh& mesh : body.anatomy({}, Moment{}, rest)) {
    forefeet += mesh.structure == Structure::forefoot_bones ? 1 : 0;
    int outside = 0;
    int seen = 0;
    for (std::size_t i = 5; i < mesh.positions_mm.size(); i += 83) {
      ++seen;
      if (winding(rest.parts[0].positions_mm, skin.topology->point_triangles, mesh.positions_mm[i]) < 0.5)
        ++outside;
    }
    // A toe's bone may brush the gap between two toes.
    EXPECT_LE(outside, mesh.structure == Structure::forefoot_bones ? seen / 50 : 0)
        << "structure " << static_cast<int>(mesh.structure) << " tissue " << static_cast<int>(mesh.tissue)
        << " of " << seen;
  }
  EXPECT_EQ(forefeet, 2);
}

INSTANTIATE_TEST_SUITE_P(Builds, LegAnatomy,
                         testing::Values(Build{simulation::Sex::female, 31.0, 13.0, 4.0},
                                         Build{simulation::Sex::female, 36.4, 20.0, 7.0},
                                         Build{simulation::Sex::female, 42.0, 26.0, 7.0},
                                         Build{simulation::Sex::male, 31.0, 13.0, 4.0},
                                         Build{simulation::Sex::male, 36.4, 20.0, 7.0},
                                         Build{simulation::Sex::male, 42.0, 26.0, 7.0}));

}  // namespace
}  // namespace app
