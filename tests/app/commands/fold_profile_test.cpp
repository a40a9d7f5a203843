// The relief of lines in an exported face, measured as a profile through the deepest place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <glm/geometric.hpp>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "app/body/workbench.h"
#include "app/commands/export.h"
#include "app/files/plan_file.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using simulation::Expression;
using simulation::LineGroup;

struct Exported {
  std::vector<glm::dvec3> points_mm;
  std::vector<glm::uvec3> triangles;
};

Exported read_obj(const std::filesystem::path& file) {
  Exported mesh;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "v") {
      glm::dvec3 p;
      words >> p.x >> p.y >> p.z;
      mesh.points_mm.push_back(p);
    } else if (kind == "f") {
      glm::uvec3 t;
      for (int k = 0; k < 3; ++k) {
        std::string corner;
        words >> corner;
        t[k] = static_cast<unsigned>(std::stoul(corner) - 1);
      }
      mesh.triangles.push_back(t);
    }
  }
  return mesh;
}

const Paths& paths() {
  static const Paths paths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache};
  return paths;
}

/// What `export` writes of a face whose lines all have this grade at full effort and none at rest.
Exported exported(const Scratch& scratch, int grade, const std::string& expression,
                  simulation::Sex sex = simulation::Sex::female) {
  simulation::Plan plan = read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/face-untreated.json");
  const simulation::LineGrade line{0, grade};
  plan.person.sex = sex;
  plan.person.face = {line, line, {line, line}};
  const auto plan_file = scratch / "plan.json", mesh_file = scratch / "mesh.obj";
  write_plan(plan_file, plan);
  ExportArguments arguments;
  arguments.plan = plan_file;
  arguments.week = "0";
  arguments.file = mesh_file;
  arguments.pose.expression = expression;
  run_export(arguments, paths());
  return read_obj(mesh_file);
}

/// Lines of the same head, for where they lie.
const Body& body() {
  static const auto outcome = Workbench(paths()).outcome(
      read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/face-untreated.json"));
  return outcome->body();
}

/// Along a straight cut square to the line at one of its samples: height of the folded skin over the smooth
/// skin of the same expression, from the lowest to the highest within one pitch of the line.
double profile_depth_mm(const simulation::LinePlace& line, std::size_t sample, const Exported& smooth,
                        const Exported& folded) {
  const auto& rest_mm = body().parts().front().rest_mm;
  const simulation::LinePoint& at = line.points[sample];
  const glm::dvec3 across(at.across);
  const glm::dvec3 along = glm::normalize(glm::dvec3(line.points[sample + 1].rest_mm) -
                                          glm::dvec3(line.points[sample - 1].rest_mm));
  const glm::dvec3 out = glm::normalize(glm::cross(along, across));
  constexpr double kBroadMm = 1.5;
  double lowest = 0.0, highest = 0.0;
  for (std::size_t i = 0; i < rest_mm.size(); ++i) {
    const glm::dvec3 off = glm::dvec3(rest_mm[i]) - glm::dvec3(at.rest_mm);
    if (std::abs(glm::dot(off, along)) > kBroadMm || glm::length(off) > simulation::line_pitch_mm(line.group))
      continue;
    const double height = glm::dot(folded.points_mm[i] - smooth.points_mm[i], out);
    lowest = std::min(lowest, height);
    highest = std::max(highest, height);
  }
  return highest - lowest;
}

/// The deepest profile of all samples of a group.
double deepest_profile_mm(LineGroup group, const Exported& smooth, const Exported& folded) {
  double deepest = 0.0;
  for (const simulation::LinePlace& line : body().lines()->lines())
    if (line.group == group)
      for (std::size_t i = 1; i + 1 < line.points.size(); i += 2)
        deepest = std::max(deepest, profile_depth_mm(line, i, smooth, folded));
  return deepest;
}

struct Place {
  const char* expression;
  LineGroup group;
};
void PrintTo(const Place& place, std::ostream* out) {
  *out << place.expression;
}

class FoldProfile : public testing::TestWithParam<Place> {};

// The law of arc length: skin shortened by e in folds of pitch L is at most (2 L / pi) sqrt(e) deep; e is
// what a full frown takes of the skin between the brows, 9.11 % [wilson2015].
TEST_P(FoldProfile, DeepensWithTheGradeUnderTheCeiling) {
  const Scratch scratch;
  const Place place = GetParam();
  const Exported smooth = exported(scratch, 0, place.expression);
  const double ceiling = 2.0 * simulation::line_pitch_mm(place.group) / 3.14159265 * std::sqrt(0.0911);
  double before = 0.0;
  for (int grade = 1; grade <= 3; ++grade) {
    const double depth = deepest_profile_mm(place.group, smooth, exported(scratch, grade, place.expression));
    RecordProperty("depth_mm_of_grade_" + std::to_string(grade), std::to_string(depth));
    EXPECT_GT(depth, before + 0.1) << grade;
    EXPECT_LT(depth, ceiling) << grade;
    before = depth;
  }
  EXPECT_GT(before, 0.5);
}

/// Triangles that do not face the way that the skin round them does.
std::size_t folded_over(const Exported& mesh) {
  std::vector<glm::dvec3> normals(mesh.points_mm.size(), glm::dvec3(0.0)), areas;
  for (const glm::uvec3& t : mesh.triangles) {
    const glm::dvec3& a = mesh.points_mm[t.x];
    areas.push_back(glm::cross(mesh.points_mm[t.y] - a, mesh.points_mm[t.z] - a));
    for (int k = 0; k < 3; ++k) normals[t[k]] += areas.back();
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    glm::dvec3 around(0.0);
    for (int k = 0; k < 3; ++k) around += glm::normalize(normals[mesh.triangles[i][k]]);
    if (!(glm::dot(areas[i], around) > 0.0)) ++count;
  }
  return count;
}

// Corners of a shut mouth used to lie folded on themselves.
TEST(ExportedFace, NoTriangleLiesAgainstItsNormals) {
  const Scratch scratch;
  for (const simulation::Sex sex : {simulation::Sex::female, simulation::Sex::male})
    for (const char* expression : {"neutral", "frown", "raise", "squint"})
      EXPECT_EQ(folded_over(exported(scratch, 3, expression, sex)), 0U) << expression;
}

INSTANTIATE_TEST_SUITE_P(Places, FoldProfile,
                         testing::Values(Place{"frown", LineGroup::glabella},
                                         Place{"raise", LineGroup::forehead},
                                         Place{"squint", LineGroup::crows_feet}));

}  // namespace
}  // namespace app
