#pragma once

#include <cmath>
#include <cstdint>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "simulation/face/face_surface.h"

/// A symmetric mask of points in front of a head, with expression units shaped like those of the mesh
/// package. Points come in mirrored pairs: 2i is left, 2i + 1 right.
namespace mask {

inline simulation::FaceLandmarks landmarks() {
  simulation::FaceLandmarks l;
  const auto pair = [](double x, double y, double z) {
    return simulation::Sided<glm::dvec3>{glm::dvec3(x, y, z), glm::dvec3(-x, y, z)};
  };
  l.eye = pair(29, 676, 119);
  l.brow_medial = pair(15, 703, 148);
  l.brow_middle = pair(31, 700, 143);
  l.brow_lateral = pair(53, 684, 121);
  l.cheek_upper = pair(53, 666, 120);
  l.mouth_corner = pair(26, 617, 138);
  l.nose_base = {0, 632, 153};
  l.jaw = {0, 592, 133};
  return l;
}

inline std::vector<glm::vec3> points() {
  std::vector<glm::vec3> out;
  for (int j = 0; j <= 60; ++j) {
    for (int i = 0; i <= 40; ++i) {
      const auto x = static_cast<float>(2 * i);
      const auto y = static_cast<float>(600 + 2.5 * j);
      const float z = 150.0F - 0.008F * x * x;
      out.emplace_back(x, y, z);
      out.emplace_back(-x, y, z);
    }
  }
  return out;
}

/// Triangles over points(), wound outwards on both halves.
inline std::vector<glm::uvec3> triangles() {
  std::vector<glm::uvec3> out;
  const auto at = [](unsigned i, unsigned j, unsigned side) { return 2 * (j * 41 + i) + side; };
  for (unsigned j = 0; j < 60; ++j)
    for (unsigned i = 0; i < 40; ++i)
      for (unsigned side = 0; side < 2; ++side) {
        glm::uvec3 a(at(i, j, side), at(i + 1, j, side), at(i + 1, j + 1, side));
        glm::uvec3 b(at(i, j, side), at(i + 1, j + 1, side), at(i, j + 1, side));
        if (side == 1) {
          std::swap(a.y, a.z);
          std::swap(b.y, b.z);
        }
        out.push_back(a);
        out.push_back(b);
      }
  return out;
}

/// Bell-shaped movement about a place, on one side or both.
inline simulation::FaceField field(const std::string& name, double x, double y, const glm::vec3& move,
                                   double width, bool left, bool right) {
  simulation::FaceField out;
  out.name = "expression/units/caucasian/" + name;
  const std::vector<glm::vec3> rest = points();
  for (std::size_t i = 0; i < rest.size(); ++i) {
    glm::vec3 sum(0.0F);
    for (const double side : {1.0, -1.0}) {
      if ((side > 0 && !left) || (side < 0 && !right)) continue;
      const double dx = (rest[i].x - side * x) / width;
      const double dy = (rest[i].y - y) / 8.0;
      const auto w = static_cast<float>(std::exp(-0.5 * (dx * dx + dy * dy)));
      sum += glm::vec3(move.x * static_cast<float>(side), move.y, move.z) * w;
    }
    if (sum.x * sum.x + sum.y * sum.y + sum.z * sum.z < 1e-6F) continue;
    out.points.push_back(static_cast<std::uint32_t>(i));
    out.deltas_mm.push_back(sum);
  }
  return out;
}

/// The package's unit that lowers the corners of the mouth and raises the chin between them.
inline simulation::FaceField mouth_depression() {
  simulation::FaceField corners = field("mouth-depression", 25, 613, {0.9F, -7.0F, -4.5F}, 6, true, true);
  const simulation::FaceField chin = field("mouth-depression", 0, 605, {0, 1.8F, 0}, 6, true, true);
  corners.points.insert(corners.points.end(), chin.points.begin(), chin.points.end());
  corners.deltas_mm.insert(corners.deltas_mm.end(), chin.deltas_mm.begin(), chin.deltas_mm.end());
  return corners;
}

inline std::vector<simulation::FaceField> fields() {
  std::vector<simulation::FaceField> out;
  for (const bool left : {true, false}) {
    const std::string side = left ? "left" : "right";
    const auto add = [&](const std::string& name, double x, double y, glm::vec3 move, double width) {
      out.push_back(field(name, x, y, move, width, left, !left));
    };
    add("eyebrows-" + side + "-down", 16, 690, {-0.6F, -5.5F, 0}, 12);
    add("eyebrows-" + side + "-up", 33, 694, {0, 4.8F, 0}, 10);
    add("eyebrows-" + side + "-inner-up", 15, 690, {-0.6F, 4.2F, 0}, 7);
    add("eyebrows-" + side + "-extern-up", 47, 692, {2.5F, 6.5F, -1}, 10);
    add("eye-" + side + "-slit", 29, 680, {0, -3.6F, 0}, 10);
    add("eye-" + side + "-closure", 29, 681, {0, -9.7F, 0}, 10);
    add("nose-" + side + "-elevation", 16, 640, {1, 4.5F, 0}, 8);
  }
  out.push_back(field("mouth-corner-puller", 25, 615, {5, 10, -3}, 12, true, true));
  out.push_back(mouth_depression());
  return out;
}

inline simulation::FacePart part() {
  return {points(), fields(), {}, landmarks()};
}

}  // namespace mask
