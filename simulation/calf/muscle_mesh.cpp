#include "simulation/calf/muscle_mesh.h"

#include <algorithm>
#include <cmath>

#include "simulation/calf/shin_compartments.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

// How fine meshes are, and the least skin over them: assumption, by eye.
constexpr int kRings = 72;
constexpr int kBellyRound = 40;             // points of a ring, even
constexpr int kKeptStride = 3;         // stations; shares vary slowly along the leg
constexpr double kLeastCoverMm = 1.2;  // nothing comes nearer to the skin

/// A band under the skin: at (t, q) an outer depth and a thickness, q from -1 to 1 across it.
struct BellyBand {
  double t_from;
  double t_to;
};

/// Ring points run over the outer face from q = -1 to 1 and back over the deep face.
double ring_q(int point) {
  return -std::cos(2.0 * kPi * point / kBellyRound);
}
bool on_outer_face(int point) {
  return point <= kBellyRound / 2;
}

/// Ring heights, closer together at the ends where a belly rounds off; by how much is an assumption.
double ring_t(const BellyBand& band, int ring) {
  const double u = static_cast<double>(ring) / kRings;
  const double eased = 0.5 - 0.5 * std::cos(kPi * u);
  return band.t_from + (band.t_to - band.t_from) * (0.35 * u + 0.65 * eased);
}

void add_triangles(AnatomyMesh& mesh, bool flip) {
  const auto put = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    mesh.triangles.push_back(flip ? glm::uvec3(a, c, b) : glm::uvec3(a, b, c));
  };
  const auto at = [](int ring, int point) {
    return static_cast<std::uint32_t>(1 + (ring - 1) * kBellyRound + (point % kBellyRound));
  };
  const auto last = static_cast<std::uint32_t>(1 + (kRings - 1) * kBellyRound);
  for (int j = 0; j < kBellyRound; ++j) {
    put(0, at(1, j + 1), at(1, j));
    put(last, at(kRings - 1, j), at(kRings - 1, j + 1));
    for (int i = 1; i + 1 < kRings; ++i) {
      put(at(i, j), at(i, j + 1), at(i + 1, j + 1));
      put(at(i, j), at(i + 1, j + 1), at(i + 1, j));
    }
  }
}

/// Builds the band: `centre(t)` and `width(t)` in radians, `outer(t, theta)` and `thick(t, theta)` in mm.
template <typename Centre, typename Width, typename Outer, typename Thick>
AnatomyMesh band_mesh(const LegUnderSkin& leg, const BellyBand& band, Centre centre, Width width, Outer outer,
                      Thick thick) {
  AnatomyMesh mesh;
  mesh.side = leg.outline.frame().side;
  const auto put = [&](double t, double theta, bool outside, double u, double v) {
    const double skin = leg.skin_mm.sample(t, theta);
    const double depth = std::max(kLeastCoverMm, outer(t, theta)) + (outside ? 0.0 : thick(t, theta));
    const double radius = std::max(1.0, skin - depth);
    mesh.positions_mm.emplace_back(leg.outline.point_mm(t, theta, radius));
    mesh.uvs.emplace_back(u, v);
  };
  put(band.t_from, centre(band.t_from), true, 0.5, 0.0);
  for (int i = 1; i < kRings; ++i) {
    const double t = ring_t(band, i);
    for (int j = 0; j < kBellyRound; ++j) {
      const double q = ring_q(j);
      put(t, centre(t) + q * width(t), on_outer_face(j), 0.5 + 0.5 * q,
          (t - band.t_from) / (band.t_to - band.t_from));
    }
  }
  put(band.t_to, centre(band.t_to), true, 0.5, 1.0);
  // Theta turns the other way in space on the two sides.
  add_triangles(mesh, mesh.side == BodySide::left);
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  return mesh;
}

// Where flesh turns into tendon, as shares of the belly: assumption, by eye.
void fade_ends(AnatomyMesh& mesh) {
  for (const glm::vec2& uv : mesh.uvs) {
    mesh.fleshiness.push_back(static_cast<float>(ease(0.0, 0.16, uv.y) * (1.0 - ease(0.86, 1.0, uv.y))));
  }
}

}  // namespace

LegUnderSkin::LegUnderSkin(const LegOutline& rest, const CalfMuscles& leg_muscles, const LossField& field,
                           const LegLoss& loss)
    : outline(rest), muscles(leg_muscles), skin_mm(field.radius_mm(loss)) {
  for (int i = 0; i < skin_mm.stations() + kKeptStride; i += kKeptStride) {
    kept.push_back(muscles.kept_thickness(skin_mm.t(i), loss, skin_mm));
  }
}

// Just short of the last entry, so that there is a next one (arithmetic).
CalfMuscles::Kept LegUnderSkin::kept_at(double t) const {
  const double row =
      std::clamp((t - skin_mm.t(0)) / (kKeptStride * skin_mm.t_step()), 0.0, kept.size() - 1.001);
  const auto i = static_cast<std::size_t>(row);
  CalfMuscles::Kept out;
  for (std::size_t m = 0; m < out.size(); ++m) {
    out[m] = kept[i][m] + (kept[i + 1][m] - kept[i][m]) * (row - static_cast<double>(i));
  }
  return out;
}

AnatomyMesh muscle_mesh(const LegUnderSkin& leg, CalfMuscle muscle) {
  const MuscleBundle& b = leg.muscles.bundle(muscle);
  const auto slot = static_cast<std::size_t>(muscle);
  AnatomyMesh mesh = band_mesh(
      leg, {b.t_from, b.t_to}, [&](double t) { return b.centre_at(t); },
      [&](double t) { return b.width_at(t); },
      [&](double t, double theta) { return leg.muscles.outer_depth_mm(muscle, t, theta, leg.kept_at(t)); },
      [&](double t, double theta) {
        return leg.muscles.thickness_mm(muscle, t, theta) * leg.kept_at(t)[slot];
      });
  constexpr Structure kStructures[] = {Structure::gastrocnemius_medial, Structure::gastrocnemius_lateral,
                                       Structure::soleus};
  mesh.structure = kStructures[slot];
  mesh.tissue = Tissue::muscle;
  fade_ends(mesh);
  return mesh;
}

AnatomyMesh compartment_mesh(const LegUnderSkin& rest, const LegCompartments& compartments,
                             CompartmentMuscle muscle) {
  const MuscleBundle& b = compartments.bundle(muscle);
  AnatomyMesh mesh = band_mesh(
      rest, {b.t_from, b.t_to}, [&](double t) { return b.centre_at(t); },
      [&](double t) { return b.width_at(t); },
      [&](double t, double theta) { return compartments.outer_depth_mm(muscle, t, theta); },
      [&](double t, double theta) { return compartments.thickness_mm(muscle, t, theta); });
  mesh.structure = muscle == CompartmentMuscle::peroneal ? Structure::lateral_compartment
                                                         : Structure::anterior_compartment;
  mesh.tissue = Tissue::muscle;
  fade_ends(mesh);
  return mesh;
}

// Within the heights at which CalfMuscles gives the tendon a thickness (assumption).
AnatomyMesh achilles_mesh(const LegUnderSkin& leg) {
  AnatomyMesh mesh = band_mesh(
      leg, {0.281, 1.09}, [](double) { return 0.0; },
      [&](double t) { return leg.muscles.tendon_half_width(t); },
      [&](double t, double theta) { return leg.muscles.tendon_depth_mm(t, theta, leg.kept_at(t)); },
      [&](double t, double theta) { return leg.muscles.tendon_thickness_mm(t, theta); });
  mesh.structure = Structure::achilles_tendon;
  mesh.tissue = Tissue::tendon;
  mesh.fleshiness.assign(mesh.positions_mm.size(), 0.0F);
  return mesh;
}

}  // namespace simulation
