// How a new week grows with the mesh: 1, 2 and 4 halves of the real head's skin, and procedural legs of about
// half, once and twice the points of the tests'.
#include <benchmark/benchmark.h>

#include "app/body/person_shape.h"
#include "simulation/calf/leg_drive.h"
#include "simulation/face/face_motion.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/bench/bench_plans.h"
#include "tests/simulation/calf/solved_leg.h"
#include "tests/simulation/face/mask.h"

namespace {

using namespace simulation;

struct Head {
  std::vector<glm::vec3> points_mm, normals;
  std::vector<glm::uvec3> triangles;
  std::vector<FaceField> fields;
};

/// The left half of the real head's skin, that many times over.
Head half_heads(std::size_t copies) {
  const auto outcome = bench::example_outcome("face-glabella.json");
  const app::BodyPart& part = outcome->body().parts().front();
  const auto expressions = outcome->body().mesh().expressions(outcome->body().mesh().parts().front());
  const auto kept = [&](std::uint32_t point) { return part.rest_mm[point].x >= 0.0F; };
  std::vector<std::uint32_t> place(part.rest_mm.size());
  Head head;
  for (const FaceField& field : expressions) head.fields.push_back({field.name, {}, {}});
  for (std::size_t copy = 0; copy < copies; ++copy) {
    for (std::uint32_t i = 0; i < place.size(); ++i) {
      if (!kept(i)) continue;
      place[i] = static_cast<std::uint32_t>(head.points_mm.size());
      head.points_mm.push_back(part.rest_mm[i]);
    }
    for (const glm::uvec3& t : part.topology->point_triangles)
      if (kept(t.x) && kept(t.y) && kept(t.z))
        head.triangles.emplace_back(place[t.x], place[t.y], place[t.z]);
    for (std::size_t k = 0; k < expressions.size(); ++k) {
      for (std::size_t i = 0; i < expressions[k].points.size(); ++i) {
        if (!kept(expressions[k].points[i])) continue;
        head.fields[k].points.push_back(place[expressions[k].points[i]]);
        head.fields[k].deltas_mm.push_back(expressions[k].deltas_mm[i]);
      }
    }
  }
  head.normals.resize(head.points_mm.size());
  vertex_normals(head.points_mm, head.triangles, head.normals);
  return head;
}

void face_growth(benchmark::State& state) {
  Head head = half_heads(static_cast<std::size_t>(state.range(0)));
  const AncestryMix mix{app::kAncestryMix[0].second, app::kAncestryMix[1].second,
                        app::kAncestryMix[2].second};
  const FacePart part(head.points_mm, head.fields, mix, mask::landmarks());
  const FaceMotion motion(part, head.normals, head.triangles);
  double effort = 0.0;
  for (auto _ : state) {
    effort = effort > 0.9 ? 0.1 : effort + 0.1;
    motion.apply(face_pose(Expression::frown, effort, {}, {}), head.points_mm, head.normals);
    benchmark::ClobberMemory();
  }
  state.SetComplexityN(static_cast<benchmark::IterationCount>(head.points_mm.size()));
}

void calf_growth(benchmark::State& state) {
  const auto rings = static_cast<int>(state.range(0));
  const int segments = rings * 128 / 180;
  CalfBody body({}, shapes::make_legs(360.0, rings, segments));
  body.surface.use_tissue(solved_body().fields);
  std::vector<glm::vec3> points = body.rest();
  std::vector<glm::vec3> normals(body.surface.rest_normals().begin(), body.surface.rest_normals().end());
  double loss = 0.0;
  for (auto _ : state) {
    loss = loss > 0.3 ? 0.02 : loss + 0.02;
    const LegDrive drive{{loss, loss, 0.0}, {}};
    body.surface.deform({drive, drive}, points, normals);
    benchmark::ClobberMemory();
  }
  state.SetComplexityN(static_cast<benchmark::IterationCount>(points.size()));
}

BENCHMARK(face_growth)->Arg(1)->Arg(2)->Arg(4)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(calf_growth)->Arg(127)->Arg(180)->Arg(254)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
