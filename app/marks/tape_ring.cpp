#include "app/marks/tape_ring.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "simulation/measure/section.h"
#include "simulation/measure/smooth.h"

namespace app {
namespace {

using simulation::BodySide;

constexpr int kColumns = 256;          // round the leg; one more closes the band
constexpr int kRows = 5;               // across the band
constexpr double kShortestAxis = 0.8;  // of the width of the ring in the picture

std::size_t point_of(int row, int column) {
  return static_cast<std::size_t>(row * (kColumns + 1) + column);
}
constexpr std::size_t kPointsPerLeg = static_cast<std::size_t>(kRows) * (kColumns + 1);

/// One row of the band: points round the hull of the section at t, from the front of the leg.
std::vector<glm::dvec3> row_of(const simulation::LegTape& tape, std::span<const glm::vec3> skin, double t) {
  const auto hull = simulation::convex_hull(tape.loop(skin, t));
  if (hull.size() < 3) return {};
  const glm::dvec2 centre = simulation::loop_centroid_mm(hull);
  const simulation::SectionPlane plane = tape.frame().plane(t);
  std::vector<glm::dvec3> row;
  for (int i = 0; i <= kColumns; ++i) {
    const double angle = simulation::kPi * (1.0 + 2.0 * (i % kColumns) / kColumns);
    const double radius = simulation::loop_radius_mm(hull, centre, angle) + kTapeOffMm;
    const glm::dvec2 at = centre + radius * glm::dvec2(std::cos(angle), std::sin(angle));
    row.push_back(plane.origin_mm + plane.u * at.x + plane.v * at.y);
  }
  return row;
}

/// Outward, from the neighbours round and across.
glm::vec3 normal_at(const std::vector<std::vector<glm::dvec3>>& rows, int row, int column,
                    const glm::dvec3& axis) {
  const auto& line = rows[static_cast<std::size_t>(row)];
  const glm::dvec3 round = line[static_cast<std::size_t>((column + 1) % kColumns)] -
                           line[static_cast<std::size_t>((column + kColumns - 1) % kColumns)];
  const auto place = static_cast<std::size_t>(column);
  const glm::dvec3 across = rows.back()[place] - rows.front()[place];
  const glm::dvec3 normal = glm::normalize(glm::cross(round, across));
  return glm::dot(normal, line[place] - axis) < 0.0 ? -normal : normal;
}

/// Appends one leg's band; nothing when a row is not closed.
bool add_band(const simulation::LegTape& tape, std::span<const glm::vec3> skin, double t, TapeRing& ring) {
  const simulation::LegFrame& frame = tape.frame();
  std::vector<std::vector<glm::dvec3>> rows;
  for (int row = 0; row < kRows; ++row) {
    const double up = kTapeWidthMm * (static_cast<double>(row) / (kRows - 1) - 0.5);
    rows.push_back(row_of(tape, skin, t - up / frame.length_mm));
    if (rows.back().empty()) return false;
  }
  const auto& middle = rows[kRows / 2];
  std::vector<float> along{0.0f};
  for (int i = 1; i <= kColumns; ++i) {
    const auto place = static_cast<std::size_t>(i);
    along.push_back(along.back() + static_cast<float>(glm::length(middle[place] - middle[place - 1])));
  }
  for (int row = 0; row < kRows; ++row)
    for (int i = 0; i <= kColumns; ++i) {
      ring.positions_mm.emplace_back(rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(i)]);
      ring.normals.push_back(normal_at(rows, row, i % kColumns, frame.axis_point_mm(t)));
      ring.along_mm.push_back(along[static_cast<std::size_t>(i)]);
    }
  auto& line = ring.middle_mm[frame.side];
  for (int i = 0; i < kColumns; ++i) line.emplace_back(middle[static_cast<std::size_t>(i)]);
  ring.axis_mm[frame.side] = {frame.axis_point_mm(0.0), frame.axis_point_mm(1.0)};
  return true;
}

/// Points of a convex ring that face the camera, in order; all of them seen along its axis.
std::vector<glm::dvec3> front_half(const std::vector<glm::vec3>& ring, const render::Camera& camera) {
  glm::dvec3 centre(0.0);
  for (const glm::vec3& p : ring) centre += glm::dvec3(p) / static_cast<double>(ring.size());
  const glm::dvec3 toward_eye = glm::normalize(camera.eye_mm - camera.target_mm);
  const auto faces = [&](std::size_t i) {
    const glm::dvec3 out = glm::dvec3(ring[i % ring.size()]) - centre;
    return glm::dot(out, toward_eye) > -0.05 * glm::length(out);
  };
  std::size_t first = 0;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (faces(i) && !faces(i + ring.size() - 1)) first = i;
  std::vector<glm::dvec3> front;
  for (std::size_t i = first; i < first + ring.size() && faces(i); ++i)
    front.emplace_back(ring[i % ring.size()]);
  return front;
}

double segment_distance(glm::dvec2 p, glm::dvec2 a, glm::dvec2 b) {
  const glm::dvec2 along = b - a;
  const double length2 = glm::dot(along, along);
  const double s = length2 > 0.0 ? std::clamp(glm::dot(p - a, along) / length2, 0.0, 1.0) : 0.0;
  return glm::length(p - (a + s * along));
}

}  // namespace

render::Topology tape_topology() {
  render::TopologyDraft topology;
  topology.point_count = static_cast<std::uint32_t>(2 * kPointsPerLeg);
  for (std::uint32_t i = 0; i < topology.point_count; ++i) topology.vertex_point.push_back(i);
  for (int leg = 0; leg < 2; ++leg) {
    const auto index = [leg](int row, int column) {
      return static_cast<std::uint32_t>(leg * kPointsPerLeg + point_of(row, column));
    };
    for (int row = 0; row < kRows; ++row)
      for (int i = 0; i <= kColumns; ++i)
        topology.vertex_uv.emplace_back(static_cast<float>(i) / kColumns,
                                        static_cast<float>(row) / (kRows - 1));
    for (int row = 0; row + 1 < kRows; ++row)
      for (int i = 0; i < kColumns; ++i) {
        topology.triangles.emplace_back(index(row, i), index(row, i + 1), index(row + 1, i + 1));
        topology.triangles.emplace_back(index(row, i), index(row + 1, i + 1), index(row + 1, i));
      }
  }
  topology.point_triangles = topology.triangles;
  return std::move(topology).finished();
}

TapeRing make_tape_ring(const Body& body, std::span<const glm::vec3> skin_mm, double t) {
  TapeRing ring;
  for (const BodySide side : simulation::kBodySides)
    if (!add_band(body.tape(side), skin_mm, t, ring)) return {};
  return ring;
}

std::array<TapeMark, 2> tape_marks(const TapeRing& ring, const render::Camera& camera, glm::dvec2 origin,
                                   glm::dvec2 size) {
  const auto pixel = [&](const glm::dvec3& point) {
    const glm::dvec2 ndc = render::to_ndc(camera, point, size.x / size.y);
    return origin + glm::dvec2(0.5 + 0.5 * ndc.x, 0.5 - 0.5 * ndc.y) * size;
  };
  std::array<TapeMark, 2> marks;
  std::array<double, 2> middle{};
  for (std::size_t i = 0; i < 2; ++i) {
    TapeMark& mark = marks[i];
    mark.side = simulation::kBodySides[i];
    mark.knee = pixel(ring.axis_mm[mark.side][0]);
    mark.ankle = pixel(ring.axis_mm[mark.side][1]);
    for (const glm::dvec3& point : front_half(ring.middle_mm[mark.side], camera))
      mark.line.push_back(pixel(point));
    for (const glm::dvec2& p : mark.line) middle[i] += p.x / static_cast<double>(mark.line.size());
  }
  if (middle[0] > middle[1]) std::swap(marks[0], marks[1]);
  marks[0].to_the_left = true;
  for (TapeMark& mark : marks) {
    const auto by_x = [](const glm::dvec2& a, const glm::dvec2& b) { return a.x < b.x; };
    const auto by_y = [](const glm::dvec2& a, const glm::dvec2& b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(mark.line.begin(), mark.line.end(), by_x);
    const auto [high, low] = std::minmax_element(mark.line.begin(), mark.line.end(), by_y);
    mark.grip = mark.to_the_left ? *left : *right;
    mark.width = right->x - left->x;
    mark.high = high->y;
    mark.low = low->y;
  }
  return marks;
}

double height_under(const TapeMark& mark, glm::dvec2 pixel, double otherwise) {
  const glm::dvec2 axis = mark.ankle - mark.knee;
  const double length2 = glm::dot(axis, axis);
  const double least = kShortestAxis * mark.width;
  return length2 < least * least ? otherwise : glm::dot(pixel - mark.knee, axis) / length2;
}

double distance_px(const TapeMark& mark, glm::dvec2 pixel) {
  double best = std::numeric_limits<double>::max();
  for (std::size_t i = 1; i < mark.line.size(); ++i)
    best = std::min(best, segment_distance(pixel, mark.line[i - 1], mark.line[i]));
  return best;
}

}  // namespace app
