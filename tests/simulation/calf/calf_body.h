#pragma once

#include <vector>

#include "simulation/calf/calf_surface.h"
#include "tests/simulation/helpers.h"

/// A person's legs on the procedural mesh, with what tests ask of them.
struct CalfBody {
  shapes::Legs legs;
  simulation::CalfSurface surface;

  explicit CalfBody(const simulation::Person& person = {}, shapes::Legs mesh = shapes::make_legs())
      : legs(std::move(mesh)), surface(legs.mesh.points_mm, legs.mesh.triangles, legs.landmarks, person) {}

  std::vector<glm::vec3> at(const simulation::Sided<simulation::LegLoss>& loss) const {
    std::vector<glm::vec3> out(surface.rest_mm().size());
    surface.deform(loss, out);
    return out;
  }
  std::vector<glm::vec3> left_at(const simulation::LegLoss& left) const {
    simulation::Sided<simulation::LegLoss> loss;
    loss.left = left;
    return at(loss);
  }
  double girth_mm(const std::vector<glm::vec3>& points, double t,
                  simulation::BodySide side = simulation::BodySide::left) const {
    return surface.tape(side).girth_mm(points, t);
  }
  std::vector<glm::vec3> rest() const { return {surface.rest_mm().begin(), surface.rest_mm().end()}; }
};

inline simulation::Person person_of(double girth_cm, double gastrocnemius_mm, double fat_mm) {
  simulation::Person person;
  person.calf.max_girth_cm = {girth_cm, girth_cm};
  person.calf.gastrocnemius_mm = {gastrocnemius_mm, gastrocnemius_mm};
  person.calf.fat_mm = fat_mm;
  return person;
}
