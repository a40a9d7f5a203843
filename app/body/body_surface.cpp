// How a body moves: its skin and what lies under it in a state.
#include <algorithm>

#include "app/body/body.h"
#include "app/body/filler_target.h"
#include "simulation/calf/leg_drive.h"
#include "simulation/face/side_effect_pose.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

/// How hard the person stands on tip-toe; 0 when standing.
double tiptoe_effort(const Moment& held) {
  return held.pose == simulation::CalfPose::tiptoe ? held.effort : 0.0;
}

/// Share of the full turn that the feet make.
double foot_turn(const Moment& held) {
  return tiptoe_effort(held) * simulation::heel_rise(held.side_effect);
}

}  // namespace

float lowest_y_mm(std::span<const glm::vec3> points_mm) {
  return std::min_element(points_mm.begin(), points_mm.end(),
                          [](const auto& a, const auto& b) { return a.y < b.y; })
      ->y;
}

/// By how much all of a body stands lower whose heels do not come up as they should: the floor stays.
float Body::lower_by_mm(const Moment& held) const {
  if (tiptoe_effort(held) == 0.0 || foot_turn(held) == tiptoe_effort(held)) return 0.0f;
  const auto lowest = [&](double turn) {
    std::vector<glm::vec3> points_mm = parts_.front().rest_mm;
    feet_.apply(points_mm, turn);
    return lowest_y_mm(points_mm);
  };
  return lowest(foot_turn(held)) - lowest(tiptoe_effort(held));
}

void Body::move_calf(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  PartSurface& skin = surface.parts.front();
  const auto drives = simulation::leg_drives(state, held.pose, held.effort);
  PointRuns& changed = surface.changed.front();
  if (!skins_) {
    calf().deform(drives, skin.positions_mm, skin.normals, surface.calf_held, changed);
  } else {
    for (const simulation::BodySide side : simulation::kBodySides)
      (*skins_)[side].apply(drives[side], skin.positions_mm, skin.normals, surface.calf_held[side], changed);
    simulation::join_runs(changed);
  }
  const double effort = tiptoe_effort(held);
  if (effort == 0.0) return;
  feet_.apply(skin.positions_mm, foot_turn(held));
  const float lower_mm = lower_by_mm(held);
  if (lower_mm != 0.0f)
    for (glm::vec3& point : skin.positions_mm) point.y -= lower_mm;
  simulation::vertex_normals(skin.positions_mm, parts_.front().topology->point_triangles, skin.normals);
}

void Body::move_face(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const {
  auto pose = simulation::face_pose(held.expression, held.effort, state, face_response_);
  for (simulation::TargetWeight& added : simulation::side_effect_pose(held.side_effect))
    pose.push_back(std::move(added));
  if (!state.filler.none()) {
    const simulation::FillerSizes sizes = fillers_.sizes(state.filler);
    for (std::size_t k = 0; k < sizes.size(); ++k)
      if (sizes[k] != 0.0) pose.push_back({filler_target_name(k), sizes[k]});
  }
  simulation::LineRelief relief = lines_->relief(state, held.expression, held.effort, person_.face);
  for (std::size_t i = 0; i < face_.size(); ++i) {
    if (face_[i].movers().empty()) continue;
    PartSurface& part = surface.parts[i];
    folds_[i].lift(surface.folds_held[i], part.positions_mm, part.normals);
    face_[i].apply(pose, part.positions_mm, part.normals, surface.face_held[i], surface.changed[i]);
    folds_[i].apply(relief.swell_mm, surface.folds_held[i], part.positions_mm, part.normals,
                    surface.changed[i]);
  }
  surface.line_depths_mm = std::move(relief.depth_mm);
  surface.line_swells_mm = std::move(relief.swell_mm);
}

Surface Body::surface(const simulation::TreatmentState& state, const Moment& held) const {
  Surface out;
  surface(state, held, out);
  return out;
}

/// Brings a surface that holds nothing of this body, or a shape that the next one cannot go on from, to the
/// rest shape.
void Body::start_from_rest(Surface& out) const {
  out.parts.resize(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    out.parts[i].positions_mm = parts_[i].rest_mm;
    out.parts[i].normals = parts_[i].rest_normals;
  }
  out.face_held.assign(face_.size(), {});
  out.folds_held.assign(face_.size(), {});
  out.calf_held = {};
}

void Body::surface(const simulation::TreatmentState& state, const Moment& held, Surface& out) const {
  // Standing on tip-toe writes points that nothing else does: the next state starts from the rest shape.
  const bool partly = tiptoe_effort(held) == 0.0 || !is_calf();
  const bool afresh = !partly || out.partly != shape_mark_;
  if (afresh) start_from_rest(out);
  out.changed.assign(parts_.size(), {});
  out.partly.reset();
  is_calf() ? move_calf(state, held, out) : move_face(state, held, out);
  if (partly) out.partly = shape_mark_;
  if (!afresh) return;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    out.changed[i] = {{0U, static_cast<std::uint32_t>(parts_[i].rest_mm.size())}};
}

std::vector<simulation::AnatomyMesh> Body::anatomy(const simulation::TreatmentState& state,
                                                   const Moment& held, const Surface& surface) const {
  if (!is_calf()) {
    if (state.filler.none()) return face_anatomy().under(surface.parts.front().positions_mm);
    // Filler lies between muscle and skin: it lifts the skin and leaves the muscle.
    simulation::TreatmentState without = state;
    without.filler = {};
    return face_anatomy().under(this->surface(without, held).parts.front().positions_mm);
  }
  const auto drives = simulation::leg_drives(state, held.pose, held.effort);
  std::vector<simulation::AnatomyMesh> meshes = calf().anatomy(drives);
  hold(meshes, held);
  return meshes;
}

std::vector<simulation::AnatomyMesh> Body::fat(const simulation::TreatmentState& state,
                                               const Moment& held) const {
  if (!is_calf()) return {};
  std::vector<simulation::AnatomyMesh> meshes =
      calf().fat(simulation::leg_drives(state, held.pose, held.effort));
  hold(meshes, held);
  return meshes;
}

/// Meshes under the standing skin, as the feet stand.
void Body::hold(std::vector<simulation::AnatomyMesh>& meshes, const Moment& held) const {
  const float lower_mm = lower_by_mm(held);
  for (simulation::AnatomyMesh& mesh : meshes) {
    feet_.apply(mesh, foot_turn(held));
    if (lower_mm == 0.0f) continue;
    for (glm::vec3& point : mesh.positions_mm) point.y -= lower_mm;
  }
}

}  // namespace app
