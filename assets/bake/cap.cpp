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
constexpr std::size_t kCrownRows = 6;  // rows below the crown where columns crowd together

glm::dvec3 direction(double around, double up) {
  const glm::dvec3 axis = {0, std::cos(kTilt), -std::sin(kTilt)};
  const glm::dvec3 front = {0, std::sin(kTilt), std::cos(kTilt)};
  return std::cos(up) * (std::cos(around) * front + std::sin(around) * glm::dvec3(1, 0, 0)) +
         std::sin(up) * axis;
}

/// The hem, degrees from the front and degrees above the tilted equator: along the hairline of forehead and
/// temple, over the ear, down behind it and round the nape.
constexpr double kHem[][2] = {{-30, -9.5}, {0, -8},   {30, -9.5},   {55, -13},    {76, -16},    {90, -13},
                              {104, -7.5}, {118, -9}, {136, -14.5}, {156, -17.5}, {180, -18.5}, {204, -17.5}};

double hem_angle(double around) {
  const double a = std::abs(std::remainder(around, 2 * kPi)) / kDegree;
  std::size_t i = 1;
  while (i + 3 < std::size(kHem) && a > kHem[i + 1][0]) ++i;
  const auto tangent = [](std::size_t k) {
    return (kHem[k + 1][1] - kHem[k - 1][1]) / (kHem[k + 1][0] - kHem[k - 1][0]);
  };
  const double width = kHem[i + 1][0] - kHem[i][0], t = (a - kHem[i][0]) / width, u = 1 - t;
  return kDegree * (u * u * (1 + 2 * t) * kHem[i][1] + t * t * (1 + 2 * u) * kHem[i + 1][1] +
                    width * t * u * (u * tangent(i) - t * tangent(i + 1)));
}

/// Distance of the cloth from the skin: close at the hem, then room for hair, more of it at the back.
double offset_mm(double row_share, double around, double up) {
  const double rise = 1 - std::exp(-row_share * 6);
  const double back = 0.5 - 0.5 * direction(around, up).z;
  const double gather =
      0.5 * std::exp(-row_share * 7) * std::cos(24 * around) * (1 - std::exp(-row_share * 40));
  return 3.4 + rise * (5.0 + 4.0 * back) + gather;
}

struct Grid {
  std::vector<Blend> anchors;  // kRows rings of kColumns, then the crown
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

/// Moves each anchor by `step` of the way to the mean of its neighbours; the hem row only along itself.
void relax(Grid& grid, double step) {
  std::vector<Blend> next = grid.anchors;
  for (std::size_t row = 0; row < kRows; ++row)
    for (std::size_t c = 0; c < kColumns; ++c) {
      const bool rim = row == 0;
      const double share = step / (rim ? 2 : 4);
      const std::size_t above = row + 1 == kRows ? kRows * kColumns : grid.at(row + 1, c);
      std::vector<std::pair<const Blend*, double>> shares = {{&grid.anchors[grid.at(row, c)], 1 - step}};
      for (const std::size_t side : {grid.at(row, c + kColumns - 1), grid.at(row, c + 1)})
        shares.emplace_back(&grid.anchors[side], share);
      if (!rim) {
        shares.emplace_back(&grid.anchors[above], share);
        shares.emplace_back(&grid.anchors[grid.at(row - 1, c)], share);
      }
      next[grid.at(row, c)] = mix(shares);
    }
  std::vector<std::pair<const Blend*, double>> crown;
  for (std::size_t c = 0; c < kColumns; ++c)
    crown.emplace_back(&grid.anchors[grid.at(kRows - 1, c)], 1.0 / double(kColumns));
  next.back() = mix(crown);
  grid.anchors = std::move(next);
}

/// Takes the roots of the ears and the facets of the skull out of the cloth without shrinking it: a step
/// inwards, then a slightly larger one outwards [taubin1995].
void smooth(Grid& grid) {
  for (int i = 0; i < kSmoothing; ++i) {
    relax(grid, 0.5);
    relax(grid, -0.53);
  }
}

/// Keeps only the waves of a ring that go round at most `waves` times.
std::vector<Blend> low_pass(const std::vector<Blend>& ring, std::size_t waves) {
  const double n = double(ring.size());
  std::vector<Blend> out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    std::vector<std::pair<const Blend*, double>> shares;
    for (std::size_t j = 0; j < ring.size(); ++j) {
      double share = 1 / n;
      for (std::size_t m = 1; m <= waves; ++m)
        share += 2 / n * std::cos(2 * kPi * double(m) * (double(i) - double(j)) / n);
      shares.emplace_back(&ring[j], share);
    }
    out.push_back(mix(shares));
  }
  return out;
}

/// Rounds the crown: the k-th ring from the top keeps k waves, and the top continues the parabola of the mean
/// heights of the two rings below it.
void round_crown(Part& part, const std::vector<std::vector<std::uint32_t>>& rows, std::uint32_t top) {
  std::vector<std::pair<const Blend*, double>> shares;
  std::vector<std::vector<Blend>> rings;
  for (std::size_t k = 1; k <= kCrownRows; ++k) {
    std::vector<Blend> ring;
    for (const std::uint32_t point : rows[rows.size() - k]) ring.push_back(part.points[point]);
    rings.push_back(low_pass(ring, k));
    for (std::size_t c = 0; c < kColumns; ++c) part.points[rows[rows.size() - k][c]] = rings.back()[c];
  }
  for (std::size_t c = 0; c < kColumns; ++c) {
    shares.emplace_back(&rings[0][c], 4.0 / 3 / double(kColumns));
    shares.emplace_back(&rings[1][c], -1.0 / 3 / double(kColumns));
  }
  part.points[top] = mix(shares);
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
  smooth(grid);
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
  constexpr double kRoll[][2] = {{-1.5, -9.0}, {-1.2, -2.5}, {-0.6, 1.6}, {1.6, 3.6},
                                 {4.2, 3.0},   {5.6, 0.4},   {5.2, -2.4}, {3.6, -4.0}};
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
          const double around = 2 * kPi * double(c) / double(kColumns);
          Blend blend = grid.anchors[at];
          blend.fixed_offset_mm =
              offset_mm(double(row) / double(kRows), around, row_angle(row, around)) * grid.normal[at];
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
  crown.fixed_offset_mm = offset_mm(1.0, 0, kPi / 2) * grid.normal.back();
  part.points.push_back(crown);
  const std::uint32_t top = std::uint32_t(part.points.size() - 1);
  round_crown(part, rows, top);
  for (std::size_t c = 0; c < kColumns; c += 2)
    part.faces.push_back({corner(rows.size() - 1, c), corner(rows.size() - 1, c + 1),
                          corner(rows.size() - 1, c + 2),
                          Corner{top, {(double(c) + 1) / double(kColumns), 1.0}}});
  return part;
}

}  // namespace bake
