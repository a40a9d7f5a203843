#pragma once

#include <string>

#include "render/scene/material.h"
#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/plan/plan.h"

namespace app {

/// How a part of a person looks: the renderer's material without its picture, and the picture's file below
/// the baked folder (empty: none).
struct Look {
  render::Material material;
  std::string texture;
};

/// Throws AssetError for a material name that is not known.
Look look_of(const std::string& material, const simulation::Person& person);

/// All of a look in one line: equal lines, equal looks.
std::string describe(const Look& look);

/// Signs on the skin: a colour that stands out from the person's tone.
render::Material decal_material(const simulation::Person& person);

/// Marks of needles on the skin, see render::MaterialKind::stain.
render::Material stain_material(glm::vec3 tint);

/// Moist edge of the lids, a little darker where the skin is.
render::Material rim_material(const simulation::Person& person);

render::Material anatomy_material(simulation::Tissue tissue);

}  // namespace app
