#pragma once

#include <functional>
#include <string>
#include <vector>

#include "assets/bake/morph_rows.h"
#include "assets/bake/part.h"

namespace bake {

/// A region mesh ready to be stored.
struct Region {
  std::string name;  // `calf` or `face`
  std::vector<Part> parts;
  std::vector<std::string> landmark_names;  // of the part `landmarks`
  std::vector<std::string> targets;
  std::vector<std::string> empty_targets;  // macros that move nothing here
  std::vector<std::uint8_t> glb;
};

Region bake_legs(const std::filesystem::path& package, const Mesh& mesh, const MorphRows& rows);
Region bake_face(const std::filesystem::path& package, const Mesh& mesh, const MorphRows& rows);

/// Height in mm of the body (feet to crown) with these target weights.
double body_height_mm(const Mesh& mesh, const MorphRows& rows,
                      const std::vector<std::pair<std::string, double>>& weights);

}  // namespace bake
