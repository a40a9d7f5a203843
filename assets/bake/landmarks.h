#pragma once

#include <string>
#include <vector>

#include "assets/bake/part.h"

namespace bake {

/// Named points of a region: the part holds one point per name, in the same order, and no faces.
struct Landmarks {
  std::vector<std::string> names;
  Part part;
};

/// Joint centres of both legs and the lowest vertex of each heel and each knee's foremost vertex at the
/// height of the knee joint.
Landmarks leg_landmarks(const Mesh& mesh);
/// Joint centres of head, neck and shoulders and vertices of brows, eyes, nose and mouth.
Landmarks face_landmarks(const Mesh& mesh);

}  // namespace bake
