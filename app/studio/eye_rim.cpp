#include "app/studio/eye_rim.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

constexpr int kColumns = LidFinder::kColumns;
/// Distances from the lid's edge on to the ball, mm. Tears stand some tenths of a millimetre high.
constexpr std::array<float, 4> kOnBallMm{0.12f, 0.28f, 0.5f, 0.8f};
constexpr int kRows = 3 + static_cast<int>(kOnBallMm.size());
constexpr int kRimRings = 8, kSpokes = 24;
constexpr float kClearMm = 0.06f;  // over skin and ball, so that neither shows through

/// Half sizes of the caruncle along and across the opening and its height over the ball, mm: assumed from
/// its usual 3 by 5 mm, part of it under the lids.
constexpr float kCaruncleLongMm = 3.2f, kCaruncleTallMm = 2.3f, kCaruncleHighMm = 2.3f;

enum Kind { lower_lid = 0, upper_lid = 1, caruncle = 2 };

struct Build {
  render::TopologyDraft topology;
  std::vector<float> kinds;

  std::uint32_t add(glm::vec2 uv, Kind kind) {
    topology.vertex_uv.push_back(uv);
    topology.vertex_point.push_back(topology.point_count);
    kinds.push_back(static_cast<float>(kind));
    return topology.point_count++;
  }
  void add_grid(int columns, int rows, Kind kind, bool turned) {
    const std::uint32_t base = topology.point_count;
    for (int c = 0; c < columns; ++c)
      for (int r = 0; r < rows; ++r)
        add({static_cast<float>(c) / (static_cast<float>(columns) - 1.0f),
             static_cast<float>(r) / (static_cast<float>(rows) - 1.0f)},
            kind);
    const auto at = [&](int c, int r) { return base + static_cast<std::uint32_t>(c * rows + r); };
    for (int c = 0; c + 1 < columns; ++c)
      for (int r = 0; r + 1 < rows; ++r) {
        glm::uvec3 a(at(c, r), at(c + 1, r), at(c + 1, r + 1)), b(at(c, r), at(c + 1, r + 1), at(c, r + 1));
        if (turned) std::swap(a.y, a.z), std::swap(b.y, b.z);
        topology.triangles.push_back(a);
        topology.triangles.push_back(b);
      }
  }
};

/// The lasting result.
struct Rim {
  render::Topology topology;
  std::vector<float> kinds;
};

const Rim& build() {
  static const Rim made = [] {
    Build b;
    for (int side = 0; side < 2; ++side) {
      b.add_grid(kColumns, kRows, lower_lid, false);
      b.add_grid(kColumns, kRows, upper_lid, true);
      b.add_grid(kSpokes + 1, kRimRings, caruncle, false);
    }
    b.topology.point_triangles = b.topology.triangles;
    return Rim{std::move(b.topology).finished(), std::move(b.kinds)};
  }();
  return made;
}

void add_ribbon(const LidOpening& opening, bool upper, std::vector<glm::vec3>& out) {
  const EyeBall& ball = opening.ball;
  for (const LidColumn& c : opening.columns) {
    const glm::vec3 edge = upper ? c.upper_mm : c.lower_mm;
    const auto lifted = [&](glm::vec3 p) {
      return p + glm::normalize(p - ball.centre_mm) * kClearMm + glm::vec3(0, 0, kClearMm);
    };
    const auto& lid = upper ? c.upper_lid_mm : c.lower_lid_mm;
    out.push_back(lifted(lid[1]));
    out.push_back(lifted(lid[0]));
    out.push_back(lifted(edge));
    const float over = std::clamp(glm::distance(edge, ball.centre_mm) - ball.radius_mm, 0.0f, 1.5f);
    // In the corners the lids meet before the ribbon ends.
    const float reach = std::min(1.0f, (c.upper - c.lower) * ball.radius_mm * 0.5f / kOnBallMm.back());
    for (const float mm : kOnBallMm) {
      const float step = mm * reach / ball.radius_mm * (upper ? -1.0f : 1.0f);
      const float left = 1.0f - mm / kOnBallMm.back();
      out.push_back(ball.point_mm({c.azimuth, (upper ? c.upper : c.lower) + step},
                                  ball.radius_mm + kClearMm + over * left * left * left));
    }
  }
}

void add_caruncle(const LidOpening& opening, bool nasal_first, std::vector<glm::vec3>& out) {
  const EyeBall& ball = opening.ball;
  const LidColumn& corner = nasal_first ? opening.columns.front() : opening.columns.back();
  const float inward = nasal_first ? 1.0f : -1.0f;
  const glm::vec2 middle(corner.azimuth + inward * -0.9f / ball.radius_mm,
                         0.5f * (corner.lower + corner.upper));
  const glm::vec2 half = glm::vec2(kCaruncleLongMm, kCaruncleTallMm) / ball.radius_mm;
  for (int spoke = 0; spoke <= kSpokes; ++spoke) {
    const float turn = 2.0f * std::numbers::pi_v<float> * static_cast<float>(spoke) / kSpokes;
    const glm::vec2 forth(std::cos(turn), std::sin(turn));
    for (int ring = 0; ring < kRimRings; ++ring) {
      const float out_share = static_cast<float>(ring) / (kRimRings - 1.0f);
      const glm::vec2 at = middle + half * out_share * forth;
      const float dome = 1.0f - out_share * out_share;
      out.push_back(ball.point_mm(at, ball.radius_mm + kClearMm + kCaruncleHighMm * dome));
    }
  }
}

}  // namespace

const render::Topology& rim_topology() {
  return build().topology;
}

const std::vector<float>& rim_kinds() {
  return build().kinds;
}

EyeRim make_eye_rim(const std::array<LidOpening, 2>& openings) {
  EyeRim rim;
  const std::size_t per_eye = rim_kinds().size() / 2;
  for (std::size_t side = 0; side < 2; ++side) {
    const LidOpening& opening = openings[side];
    if (opening.columns.size() == static_cast<std::size_t>(kColumns)) {
      add_ribbon(opening, false, rim.positions_mm);
      add_ribbon(opening, true, rim.positions_mm);
      add_caruncle(opening, side == 1, rim.positions_mm);
    } else {
      rim.positions_mm.resize((side + 1) * per_eye, opening.ball.centre_mm);
    }
  }
  rim.normals.resize(rim.positions_mm.size());
  simulation::vertex_normals(rim.positions_mm, rim_topology().point_triangles, rim.normals);
  return rim;
}

}  // namespace app
