#pragma once

#include <string>
#include <vector>

#include "simulation/plan/plan.h"

namespace app {

/// A morph target of the region meshes and how much of it, by its manifest name.
struct ShapeWeight {
  std::string target;
  float weight = 0.0f;
};

/// Share of each ancestry in the shape of every model; the person format does not ask for it, so the model is
/// an even mix.
inline constexpr std::pair<const char*, float> kAncestryMix[] = {
    {"caucasian", 1.0f / 3.0f}, {"asian", 1.0f / 3.0f}, {"african", 1.0f / 3.0f}};

/// Share of a brow's own shape it keeps while the skin under it moves: hair does not stretch. Chosen by eye.
inline constexpr double kBrowHold = 0.9;

/// Targets that turn the raw base mesh into this person: sex and age (package macros, linear from 25 to 90
/// years; adults below 25 take the shape of 25), build from muscle thickness and fat (calf), ageing of the
/// face (assumed: starts at 28, so that a face of 40 looks 40). Weights of zero are left out.
std::vector<ShapeWeight> person_shape(simulation::Region region, const simulation::Person& person);

}  // namespace app
