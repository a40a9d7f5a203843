#pragma once

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <numbers>
#include <vector>

#include "simulation/measure/leg_frame.h"

/// Shapes with known measures.
namespace shapes {

struct Mesh {
  std::vector<glm::vec3> points_mm;
  std::vector<glm::uvec3> triangles;
};

/// Tube along y built from `radius(height share, angle)`, closed at both ends by a fan. Angle 0 is -Z (rear),
/// a quarter turn is -X; `centre(share)` shifts a section.
template <typename Radius, typename Centre>
Mesh tube(double top_y, double bottom_y, int rings, int segments, Radius radius, Centre centre) {
  Mesh mesh;
  for (int i = 0; i <= rings; ++i) {
    const double s = static_cast<double>(i) / rings;
    const glm::dvec3 c = centre(s) + glm::dvec3(0.0, top_y + (bottom_y - top_y) * s, 0.0);
    for (int j = 0; j < segments; ++j) {
      const double a = 2.0 * std::numbers::pi * j / segments;
      const double r = radius(s, a);
      mesh.points_mm.emplace_back(c + glm::dvec3(-r * std::sin(a), 0.0, -r * std::cos(a)));
    }
  }
  const auto at = [&](int ring, int j) { return static_cast<std::uint32_t>(ring * segments + j % segments); };
  for (int i = 0; i < rings; ++i) {
    for (int j = 0; j < segments; ++j) {
      mesh.triangles.emplace_back(at(i, j), at(i + 1, j), at(i + 1, j + 1));
      mesh.triangles.emplace_back(at(i, j), at(i + 1, j + 1), at(i, j + 1));
    }
  }
  for (const int ring : {0, rings}) {
    const auto hub = static_cast<std::uint32_t>(mesh.points_mm.size());
    const double s = static_cast<double>(ring) / rings;
    mesh.points_mm.emplace_back(centre(s) + glm::dvec3(0.0, top_y + (bottom_y - top_y) * s, 0.0));
    for (int j = 0; j < segments; ++j) {
      if (ring == 0) {
        mesh.triangles.emplace_back(hub, at(ring, j), at(ring, j + 1));
      } else {
        mesh.triangles.emplace_back(hub, at(ring, j + 1), at(ring, j));
      }
    }
  }
  return mesh;
}

/// A pair of legs, right the exact mirror of left, same order of points and triangles (wound the other way).
struct Legs {
  Mesh mesh;
  std::size_t points_per_leg = 0;
  std::size_t triangles_per_leg = 0;
  simulation::Sided<simulation::LegLandmarks> landmarks;
};

inline double bump(double x, double centre, double width) {
  return std::exp(-0.5 * (x - centre) * (x - centre) / (width * width));
}

/// Lower leg from 120 mm above the knee to 60 mm under the ankle, girth about `girth_mm`; it bulges to the
/// rear, tapers to the ankle and leans a little as real legs do. `rings` and `segments` set the fineness.
inline Legs make_legs(double girth_mm = 360.0, int rings = 180, int segments = 128) {
  constexpr double kKneeY = 450.0;
  constexpr double kLength = 365.0;
  const double scale = girth_mm / 360.0;
  const auto t_at = [&](double s) { return (-120.0 + s * (120.0 + kLength + 60.0)) / kLength; };
  const auto radius = [&](double s, double a) {
    const double t = t_at(s);
    const double base =
        36.0 + 16.0 * bump(t, 0.28, 0.22) + 22.0 * bump(t, -0.35, 0.28) + 3.0 * bump(t, 1.05, 0.1);
    const double rear = 0.5 + 0.5 * std::cos(a);
    return scale * (base + 9.0 * rear * bump(t, 0.27, 0.16) - 2.0 * std::cos(2.0 * a) * bump(t, 0.5, 0.4));
  };
  const auto centre = [&](double s) {
    return glm::dvec3(110.0 + 10.0 * t_at(s), 0.0, -10.0 * bump(t_at(s), 0.25, 0.3));
  };
  Legs legs;
  legs.mesh = tube(kKneeY + 120.0, kKneeY - kLength - 60.0, rings, segments, radius, centre);
  legs.points_per_leg = legs.mesh.points_mm.size();
  legs.triangles_per_leg = legs.mesh.triangles.size();
  for (std::size_t i = 0; i < legs.points_per_leg; ++i) {
    const glm::vec3 p = legs.mesh.points_mm[i];
    legs.mesh.points_mm.emplace_back(-p.x, p.y, p.z);
  }
  const auto shift = static_cast<std::uint32_t>(legs.points_per_leg);
  for (std::size_t i = 0; i < legs.triangles_per_leg; ++i) {
    const glm::uvec3 t = legs.mesh.triangles[i];
    legs.mesh.triangles.emplace_back(t.x + shift, t.z + shift, t.y + shift);
  }
  legs.landmarks.left = {{110.0, kKneeY, 0.0}, {120.0, kKneeY - kLength, 0.0}};
  legs.landmarks.right = {{-110.0, kKneeY, 0.0}, {-120.0, kKneeY - kLength, 0.0}};
  return legs;
}

}  // namespace shapes
