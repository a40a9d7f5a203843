#include "simulation/calf/bone_mesh.h"
#include "simulation/calf/fat_mesh.h"
#include "simulation/calf/leg.h"
#include "simulation/calf/muscle_mesh.h"
#include "simulation/calf/shin_compartments.h"
#include "simulation/calf/tendons.h"

namespace simulation {

const std::vector<AnatomyMesh>& CalfSurface::Leg::rest_anatomy(std::span<const glm::vec3> rest_mm) const {
  std::call_once(anatomy_once_, [&] {
    const LegUnderSkin rest(outline, muscles, field, LegLoss{});
    for (const CalfMuscle muscle : kCalfMuscles) anatomy_.push_back(muscle_mesh(rest, muscle));
    anatomy_.push_back(achilles_mesh(rest));
    for (AnatomyMesh& bone : leg_bones(bones, outline)) anatomy_.push_back(std::move(bone));
    const LegCompartments shin(outline, bones, person, muscles, week0.girth_mm);
    for (const CompartmentMuscle m : kCompartmentMuscles) anatomy_.push_back(compartment_mesh(rest, shin, m));
    for (AnatomyMesh& tendon : leg_tendons(outline, bones, rest_mm)) anatomy_.push_back(std::move(tendon));
  });
  return anatomy_;
}

const std::vector<std::optional<BlendedSurface>>& CalfSurface::Leg::anatomy_motion(
    std::span<const glm::vec3> rest_mm) const {
  std::call_once(motion_once_, [&] {
    const LegMotion tissue = motion();
    std::vector<std::optional<BlendedSurface>> made;
    for (const AnatomyMesh& mesh : rest_anatomy(rest_mm)) {
      auto& moves = made.emplace_back();
      if (mesh.tissue != Tissue::bone)
        moves = tissue.surface(mesh.positions_mm, mesh.normals, mesh.triangles);
    }
    anatomy_motion_ = std::move(made);
  });
  return anatomy_motion_;
}

std::vector<AnatomyMesh> CalfSurface::anatomy(const Sided<LegDrive>& drives) const {
  std::vector<AnatomyMesh> out;
  for (const BodySide side : kBodySides) {
    const Leg& leg = *legs_[side];
    const std::size_t first = out.size();
    const std::vector<AnatomyMesh>& rest = leg.rest_anatomy(rest_);
    out.insert(out.end(), rest.begin(), rest.end());
    if (!leg.skin) {
      const LegUnderSkin under(leg.outline, leg.muscles, leg.field, in_range(drives[side].loss));
      for (const CalfMuscle muscle : kCalfMuscles)
        out[first + static_cast<std::size_t>(muscle)] = muscle_mesh(under, muscle);
      out[first + std::size(kCalfMuscles)] = achilles_mesh(under);
      continue;
    }
    const auto values = whole_values(drives[side]);
    const auto& motions = leg.anatomy_motion(rest_);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (motions[i]) motions[i]->apply(values, out[first + i].positions_mm, out[first + i].normals);
    }
  }
  return out;
}

const CalfSurface::Leg::Fat& CalfSurface::Leg::fat(BodySide side) const {
  std::call_once(fat_once_,
                 [&] { fat_.rest = fat_mesh(outline, field.radius_mm(LegLoss{}), muscles, side); });
  if (skin)
    std::call_once(fat_motion_once_, [&] {
      fat_.motion = motion().surface(fat_.rest.positions_mm, fat_.rest.normals, fat_.rest.triangles);
    });
  return fat_;
}

std::vector<AnatomyMesh> CalfSurface::fat(const Sided<LegDrive>& drives) const {
  std::vector<AnatomyMesh> out;
  for (const BodySide side : kBodySides) {
    const Leg& leg = *legs_[side];
    if (!leg.skin) {
      out.push_back(
          fat_mesh(leg.outline, leg.field.radius_mm(in_range(drives[side].loss)), leg.muscles, side));
      continue;
    }
    const Leg::Fat& fat = leg.fat(side);
    out.push_back(fat.rest);
    fat.motion->apply(whole_values(drives[side]), out.back().positions_mm, out.back().normals);
  }
  return out;
}

}  // namespace simulation
