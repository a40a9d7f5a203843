#include "assets/bake/cap.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numbers>

#include "assets/bake/edge_loops.h"
#include "assets/bake/error.h"
#include "assets/bake/ray.h"

namespace bake {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kDegree = kPi / 180;
constexpr std::size_t kColumns = 96;  // around the head; even
constexpr std::size_t kRows = 15;     // from the hem to below the crown
// Middle of the skull and the axis of the cap, tilted back so that the hem is high at the forehead and low at
// the nape. Raw base mesh, mm.
const glm::dvec3 kMiddleMm = {0, 760, 48};
constexpr double kTilt = 37 * kDegree;
constexpr int kSmoothing = 24;
constexpr std::size_t kCrownRows = 3;  // rows whose normals turn to the crown's, where columns crowd together

glm::dvec3 direction(double around, double up) {
  const glm::dvec3 axis = {0, std::cos(kTilt), -std::sin(kTilt)};
  const glm::dvec3 front = {0, std::sin(kTilt), std::cos(kTilt)};
  return std::cos(up) * (std::cos(around) * front + std::sin(around) * glm::dvec3(1, 0, 0)) + std::sin(up) * axis;
}

/// The hem, degrees from the front and degrees above the tilted equator: along the hairline of forehead and
/// temple, over the ear, down behind it and round the nape.
constexpr double kHem[][2] = {{0, -8}, {30, -9.5}, {55, -14}, {78, -19}, {87, -19}, {98, -8.5}, {108, -6}, {118, -8},
                              {134, -17.5}, {155, -18.5}, {180, -18.5}};

double hem_angle(double around) {
  const double a = std::abs(std::remainder(around, 2 * kPi)) / kDegree;
  for (std::size_t i = 0; i + 1 < std::size(kHem); ++i)
    if (a <= kHem[i + 1][0]) {
      const double t = (a - kHem[i][0]) / (kHem[i + 1][0] - kHem[i][0]);
      return kDegree * std::lerp(kHem[i][1], kHem[i + 1][1], t * t * (3 - 2 * t));
    }
  return kDegree * kHem[std::size(kHem) - 1][1];
}

/// Distance of the cloth from the skin: close at the hem, then room for hair, more of it at the back.
double offset_mm(double row_share, double around) {
  const double rise = 1 - std::exp(-row_share * 6);
  const double back = (0.5 - 0.5 * std::cos(around)) * std::sin(kPi * std::min(1.0, 0.25 + 0.75 * row_share));
  const double gather = 0.5 * std::exp(-row_share * 7) * std::cos(24 * around) * (1 - std::exp(-row_share * 40));
  return 3.2 + rise * (4.8 + 4.0 * back) + gather;
}

struct Grid {
  std::vector<Blend> anchors;        // kRows rings of kColumns, then the crown
  std::vector<glm::dvec3> place, normal;
  std::size_t at(std::size_t row, std::size_t column) const { return row * kColumns + column % kColumns; }
};

double row_angle(std::size_t row, double around) {
  const double share = double(row) / double(kRows);
  const double low = hem_angle(around);
  return low + (kPi / 2 - low) * share;
}

glm::dvec3 place_of(const Blend& blend, const Mesh& mesh) {
  glm::dvec3 sum(0);
  for (const auto& [vertex, weight] : blend.terms) sum += weight * mesh.positions_mm[vertex];
  return sum;
}

/// Averages each anchor with its neighbours in the grid, so that neither the ears' roots nor the facets of the
/// skull show through the cloth. Hem row and crown only along themselves.
void smooth(Grid& grid) {
  std::vector<Blend> next = grid.anchors;
  for (std::size_t row = 0; row < kRows; ++row)
    for (std::size_t c = 0; c < kColumns; ++c) {
      const std::size_t left = grid.at(row, c + kColumns - 1), right = grid.at(row, c + 1);
      std::vector<std::pair<const Blend*, double>> shares = {{&grid.anchors[grid.at(row, c)], 0.5}};
      const bool rim = row == 0;
      const std::size_t above = row + 1 == kRows ? kRows * kColumns : grid.at(row + 1, c);
      for (const std::size_t side : {left, right}) shares.emplace_back(&grid.anchors[side], rim ? 0.25 : 0.125);
      if (!rim) {
        shares.emplace_back(&grid.anchors[above], 0.125);
        shares.emplace_back(&grid.anchors[grid.at(row - 1, c)], 0.125);
      }
      next[grid.at(row, c)] = mix(shares);
    }
  std::vector<std::pair<const Blend*, double>> crown;
  for (std::size_t c = 0; c < kColumns; ++c)
    crown.emplace_back(&grid.anchors[grid.at(kRows - 1, c)], 1.0 / double(kColumns));
  next.back() = mix(crown);
  grid.anchors = std::move(next);
}

Grid skull_grid(const Mesh& mesh, std::span<const std::uint32_t> bust) {
  Grid grid;
  const auto anchor = [&](const glm::dvec3& along) {
    const auto hit = first_hit(mesh, bust, kMiddleMm, along);
    if (!hit) throw AssetError("human_full_size.json: the skull has a hole where the cap should sit");
    return *hit;
  };
  // The left half is cast, the right half is its mirror image, so that both sides are the same to the bit.
  const auto mirror = mirror_of(mesh, "body");
  grid.anchors.resize(kRows * kColumns);
  for (std::size_t row = 0; row < kRows; ++row)
    for (std::size_t c = 0; c <= kColumns / 2; ++c) {
      const double around = 2 * kPi * double(c) / double(kColumns);
      const Blend left = anchor(direction(around, row_angle(row, around)));
      Blend right = left;
      for (auto& term : right.terms) term.first = mirror.at(term.first);
      const bool middle = c == 0 || c == kColumns / 2;
      grid.anchors[grid.at(row, c)] = middle ? mix(left, right, 0.5) : left;
      if (!middle) grid.anchors[grid.at(row, kColumns - c)] = right;
    }
  grid.anchors.push_back(anchor(direction(0, kPi / 2)));
  for (int i = 0; i < kSmoothing; ++i) smooth(grid);
  for (const Blend& blend : grid.anchors) grid.place.push_back(place_of(blend, mesh));
  for (std::size_t row = 0; row < kRows; ++row)
    for (std::size_t c = 0; c < kColumns; ++c) {
      const glm::dvec3 across = grid.place[grid.at(row, c + 1)] - grid.place[grid.at(row, c + kColumns - 1)];
      const std::size_t above = row + 1 == kRows ? kRows * kColumns : grid.at(row + 1, c);
      const std::size_t below = row == 0 ? grid.at(row, c) : grid.at(row - 1, c);
      grid.normal.push_back(glm::normalize(glm::cross(across, grid.place[above] - grid.place[below])));
    }
  glm::dvec3 crown(0);
  for (std::size_t c = 0; c < kColumns; ++c) crown += grid.normal[grid.at(kRows - 1, c)];
  crown = glm::normalize(crown);
  for (std::size_t row = kRows - kCrownRows; row < kRows; ++row)
    for (std::size_t c = 0; c < kColumns; ++c) {
      const double share = double(row + 1 + kCrownRows - kRows) / double(kCrownRows + 1);
      glm::dvec3& normal = grid.normal[grid.at(row, c)];
      normal = glm::normalize(glm::mix(normal, crown, share * share));
    }
  grid.normal.push_back(crown);
  return grid;
}

}  // namespace

Part clinic_cap(const Mesh& mesh, std::span<const std::uint32_t> bust) {
  const Grid grid = skull_grid(mesh, bust);
  Part part;
  part.name = "cap";
  part.material = "cap";
  // Cross-section of the rolled hem, from its end under the cloth round the outside to the seam: distance
  // from the skin and down from the hem, mm.
  constexpr double kRoll[][2] = {{-1.5, -9.0}, {-1.2, -2.5}, {-0.6, 1.6}, {1.6, 3.6}, {4.2, 3.0}, {5.6, 0.4},
                                 {5.2, -2.4},  {3.6, -4.0}};
  constexpr std::size_t kRollRows = std::size(kRoll);
  constexpr std::size_t kShellFirst = 1;  // the shell's own rows start above the roll
  std::vector<std::vector<std::uint32_t>> rows;
  std::vector<double> row_v;
  const auto add_row = [&](const auto& point_at, double v) {
    std::vector<std::uint32_t> row;
    for (std::size_t c = 0; c < kColumns; ++c) {
      row.push_back(std::uint32_t(part.points.size()));
      part.points.push_back(point_at(c));
    }
    rows.push_back(std::move(row));
    row_v.push_back(v);
  };
  for (std::size_t k = 0; k < kRollRows; ++k)
    add_row(
        [&](std::size_t c) {
          const std::size_t at = grid.at(0, c);
          const glm::dvec3 up = glm::normalize(grid.place[grid.at(1, c)] - grid.place[at]);
          Blend blend = grid.anchors[at];
          blend.fixed_offset_mm = kRoll[k][0] * grid.normal[at] - kRoll[k][1] * up;
          return blend;
        },
        0.02 * double(k) / double(kRollRows));
  for (std::size_t row = kShellFirst; row < kRows; ++row)
    add_row(
        [&](std::size_t c) {
          const std::size_t at = grid.at(row, c);
          Blend blend = grid.anchors[at];
          blend.fixed_offset_mm =
              offset_mm(double(row) / double(kRows), 2 * kPi * double(c) / double(kColumns)) * grid.normal[at];
          return blend;
        },
        0.02 + 0.98 * double(row) / double(kRows));
  const auto corner = [&](std::size_t row, std::size_t column) {
    return Corner{rows[row][column % kColumns], {double(column) / double(kColumns), row_v[row]}};
  };
  for (std::size_t row = 0; row + 1 < rows.size(); ++row)
    for (std::size_t c = 0; c < kColumns; ++c)
      part.faces.push_back({corner(row, c), corner(row, c + 1), corner(row + 1, c + 1), corner(row + 1, c)});
  Blend crown = grid.anchors.back();
  crown.fixed_offset_mm = offset_mm(1.0, 0) * grid.normal.back();
  part.points.push_back(crown);
  const std::uint32_t top = std::uint32_t(part.points.size() - 1);
  for (std::size_t c = 0; c < kColumns; c += 2)
    part.faces.push_back({corner(rows.size() - 1, c), corner(rows.size() - 1, c + 1), corner(rows.size() - 1, c + 2),
                          Corner{top, {(double(c) + 1) / double(kColumns), 1.0}}});
  return part;
}

}  // namespace bake
