#pragma once

#include <memory>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/leg_fields.h"
#include "simulation/calf/leg_tissue.h"
#include "tests/simulation/calf/calf_body.h"

/// What a CalfSurface builds for one of its legs, for tests that need the tissue itself.
struct LegParts {
  simulation::LegTape tape;
  simulation::LegOutline centre;
  simulation::LegOutline outline;
  simulation::GirthReading week0;
  simulation::CalfMuscles muscles;
  simulation::LegBones bones;
  simulation::LegTissue tissue;

  LegParts(const CalfBody& body, simulation::BodySide side, const simulation::Person& person = {})
      : tape(body.surface.tape(side)),
        centre(tape, body.legs.mesh.points_mm),
        outline(tape, body.surface.rest_mm(), &centre),
        week0(tape.largest(body.surface.rest_mm())),
        muscles(outline, person, side, week0.girth_mm, week0.t),
        bones(outline, body.surface.rest_mm()),
        tissue(outline, muscles, bones) {}
  LegParts(const LegParts&) = delete;
  LegParts& operator=(const LegParts&) = delete;
};

/// Cell size of the legs that tests solve: coarser than the program's, so that a run takes seconds.
inline constexpr double kTestCellMm = 10.0;

/// Both legs of a usual person with their tissue solved, and every part a test may ask for.
struct SolvedBody {
  CalfBody body;
  simulation::Sided<std::shared_ptr<const simulation::LegFields>> fields;

  SolvedBody() {
    for (const simulation::BodySide side : simulation::kBodySides) {
      fields[side] = std::make_shared<simulation::LegFields>(body.surface.prepare(side, {}, kTestCellMm));
    }
    body.surface.use_tissue(fields);
  }

  struct Skin {
    std::vector<glm::vec3> points_mm;
    std::vector<glm::vec3> normals;
  };
  Skin rest() const {
    return {body.rest(), {body.surface.rest_normals().begin(), body.surface.rest_normals().end()}};
  }
  Skin at(const simulation::Sided<simulation::LegDrive>& drives) const {
    Skin out = rest();
    body.surface.deform(drives, out.points_mm, out.normals);
    return out;
  }
  Skin left_at(const simulation::LegDrive& left) const { return at({left, {}}); }
};

/// Solved at the first call and shared by all tests of a process.
inline const SolvedBody& solved_body() {
  static const SolvedBody body;
  return body;
}
