#include "app/studio/lid_line.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <optional>
#include <stdexcept>

namespace app {
namespace {

constexpr float kLidMm = 6.0f;      // skin further than this off the ball is no lid
constexpr float kAroundMm = 26.0f;  // and none that moves becomes one from further than this off its middle
constexpr float kLeastDepthMm = 4.0f;
constexpr float kIrisMm = 6.5f;
constexpr float kJumpMm = 2.5f;    // from one meridian to the next: it left the lid
constexpr float kWidest = 1.3f;    // azimuth and elevation within which the eye can be open, rad
constexpr float kHighest = 0.62f;  // elevation that no lid's edge comes near, rad
constexpr int kFirstColumns = 53;
constexpr float kLeastGap = 0.02f;  // rad; a quarter of a millimetre is shut

/// What a triangle covers of a meridian: from the lower to the higher end.
struct Cover {
  float low, high;
  glm::vec3 low_mm, high_mm;
};

/// Middle of the opening in front; the ball itself reaches much deeper than its mesh does.
EyeBall ball_of(std::span<const glm::vec3> eyes_mm, std::size_t side) {
  glm::vec3 low(1e30f), high(-1e30f);
  for (const glm::vec3& p : eyes_mm) {
    if ((p.x > 0.0f) != (side == 1)) continue;
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  EyeBall ball;
  ball.centre_mm = 0.5f * (low + high);
  // Least squares of a sphere on the axis of sight, through the sclera: rho^2 + z^2 = 2 z z0 + (R^2 - z0^2).
  double count = 0, sum_z = 0, sum_q = 0, sum_zz = 0, sum_zq = 0;
  for (const glm::vec3& p : eyes_mm) {
    const glm::dvec3 d(p - ball.centre_mm);
    const double rho = std::hypot(d.x, d.y);
    if ((p.x > 0.0f) != (side == 1) || d.z < 0.0 || rho < kIrisMm) continue;
    const double q = rho * rho + d.z * d.z;
    count += 1.0, sum_z += d.z, sum_q += q, sum_zz += d.z * d.z, sum_zq += d.z * q;
  }
  const double spread = count * sum_zz - sum_z * sum_z;
  if (spread <= 0.0) throw std::invalid_argument("LidFinder: no ball to fit");
  const double deep = 0.5 * (count * sum_zq - sum_z * sum_q) / spread;
  ball.radius_mm = static_cast<float>(std::sqrt((sum_q - 2.0 * deep * sum_z) / count + deep * deep));
  ball.centre_mm.z += static_cast<float>(deep);
  return ball;
}

/// Skin round one eye, moved.
struct Moved {
  const EyeBall& ball;
  std::span<const glm::uvec3> triangles;
  std::vector<glm::vec3> points_mm;
  std::vector<float> azimuth;  // of each point; kNowhere for one that is no lid
};
constexpr float kNowhere = 9.0f;

Moved moved(const EyeBall& ball, std::span<const std::uint32_t> points, std::span<const glm::uvec3> triangles,
            std::span<const glm::vec3> skin_mm) {
  Moved out{ball, triangles, {}, {}};
  out.points_mm.reserve(points.size());
  out.azimuth.reserve(points.size());
  for (const std::uint32_t point : points) {
    const glm::vec3 p = skin_mm[point];
    const bool lid =
        p.z > ball.centre_mm.z + kLeastDepthMm && glm::distance(p, ball.centre_mm) < ball.radius_mm + kLidMm;
    out.points_mm.push_back(p);
    out.azimuth.push_back(lid ? std::atan2(p.x - ball.centre_mm.x, p.z - ball.centre_mm.z) : kNowhere);
  }
  return out;
}

Cover cover_of(const EyeBall& ball, const std::array<glm::vec3, 3>& p, const std::array<float, 3>& azimuth,
               float meridian) {
  Cover cover{1e30f, -1e30f, {}, {}};
  for (std::size_t k = 0; k < 3; ++k) {
    const std::size_t next = (k + 1) % 3;
    if ((azimuth[k] <= meridian) == (azimuth[next] <= meridian)) continue;
    const float share = (meridian - azimuth[k]) / (azimuth[next] - azimuth[k]);
    const glm::vec3 point = p[k] + (p[next] - p[k]) * share;
    const glm::vec3 d = point - ball.centre_mm;
    const float elevation = std::atan(d.y / std::sqrt(d.x * d.x + d.z * d.z));
    if (elevation < cover.low) cover.low = elevation, cover.low_mm = point;
    if (elevation > cover.high) cover.high = elevation, cover.high_mm = point;
  }
  return cover;
}

/// Covers of each of the meridians at these ascending azimuths.
std::vector<std::vector<Cover>> covers(const Moved& skin, const std::vector<float>& azimuths) {
  std::vector<std::vector<Cover>> out(azimuths.size());
  for (const glm::uvec3& t : skin.triangles) {
    const std::array<float, 3> azimuth{skin.azimuth[t.x], skin.azimuth[t.y], skin.azimuth[t.z]};
    const auto [least, most] = std::minmax({azimuth[0], azimuth[1], azimuth[2]});
    if (most == kNowhere || least > azimuths.back() || most < azimuths.front()) continue;
    const std::array<glm::vec3, 3> p{skin.points_mm[t.x], skin.points_mm[t.y], skin.points_mm[t.z]};
    const auto first = std::lower_bound(azimuths.begin(), azimuths.end(), least);
    for (auto at = first; at != azimuths.end() && *at <= most; ++at) {
      const Cover cover = cover_of(skin.ball, p, azimuth, *at);
      if (cover.low <= cover.high) out[static_cast<std::size_t>(at - azimuths.begin())].push_back(cover);
    }
  }
  return out;
}

/// The outermost point of the covers at an elevation.
glm::vec3 outer_mm(const EyeBall& ball, const std::vector<Cover>& column, float elevation,
                   glm::vec3 otherwise) {
  glm::vec3 best = otherwise;
  float furthest = -1.0f;
  for (const Cover& c : column) {
    if (elevation < c.low || elevation > c.high) continue;
    const float share = (elevation - c.low) / std::max(c.high - c.low, 1e-6f);
    const glm::vec3 point = c.low_mm + (c.high_mm - c.low_mm) * share;
    const float distance = glm::distance(point, ball.centre_mm);
    if (distance > furthest) furthest = distance, best = point;
  }
  return best;
}

/// The widest uncovered stretch between two covers.
std::optional<LidColumn> opening_of(const EyeBall& ball, std::vector<Cover>& column, float azimuth) {
  std::sort(column.begin(), column.end(), [](const Cover& a, const Cover& b) { return a.low < b.low; });
  LidColumn best;
  float widest = kLeastGap;
  const Cover* top = nullptr;
  for (const Cover& c : column) {
    if (top && c.low - top->high > widest && std::abs(c.low + top->high) < kWidest) {
      widest = c.low - top->high;
      best.lower = top->high, best.lower_mm = top->high_mm;
      best.upper = c.low, best.upper_mm = c.low_mm;
    }
    if (!top || c.high > top->high) top = &c;
  }
  if (widest == kLeastGap) return std::nullopt;
  best.azimuth = azimuth;
  for (std::size_t k = 0; k < LidColumn::kOnLidMm.size(); ++k) {
    const float step = LidColumn::kOnLidMm[k] / ball.radius_mm;
    best.lower_lid_mm[k] = outer_mm(ball, column, best.lower - step, best.lower_mm);
    best.upper_lid_mm[k] = outer_mm(ball, column, best.upper + step, best.upper_mm);
  }
  return best;
}

/// The unbroken run of open meridians about the one nearest straight ahead.
std::vector<LidColumn> open_columns(const Moved& skin, const std::vector<float>& azimuths) {
  std::vector<std::vector<Cover>> found = covers(skin, azimuths);
  std::vector<std::optional<LidColumn>> columns;
  for (std::size_t k = 0; k < azimuths.size(); ++k)
    columns.push_back(opening_of(skin.ball, found[k], azimuths[k]));
  const auto follows = [](const std::optional<LidColumn>& a, const std::optional<LidColumn>& b) {
    return a && b && glm::distance(a->lower_mm, b->lower_mm) < kJumpMm &&
           glm::distance(a->upper_mm, b->upper_mm) < kJumpMm;
  };
  const std::size_t middle = azimuths.size() / 2;
  if (!columns[middle]) return {};
  std::size_t first = middle, last = middle;
  while (first > 0 && follows(columns[first], columns[first - 1])) --first;
  while (last + 1 < columns.size() && follows(columns[last], columns[last + 1])) ++last;
  std::vector<LidColumn> open;
  for (std::size_t k = first; k <= last; ++k) open.push_back(*columns[k]);
  return open;
}

}  // namespace

glm::vec2 EyeBall::angles(glm::vec3 point_mm) const {
  const glm::vec3 d = point_mm - centre_mm;
  return {std::atan2(d.x, d.z), std::atan2(d.y, std::hypot(d.x, d.z))};
}

glm::vec3 EyeBall::point_mm(glm::vec2 angles, float distance_mm) const {
  const float flat = std::cos(angles.y) * distance_mm;
  return centre_mm +
         glm::vec3(std::sin(angles.x) * flat, std::sin(angles.y) * distance_mm, std::cos(angles.x) * flat);
}

LidFinder::LidFinder(const BodyPart& skin, const BodyPart& eyes) {
  for (std::size_t side = 0; side < 2; ++side) {
    const EyeBall ball = ball_of(eyes.rest_mm, side);
    constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    std::vector<std::uint32_t> place(skin.rest_mm.size(), kNone);
    Around& around = around_[side];
    for (const glm::uvec3& t : skin.topology->point_triangles) {
      const glm::vec3 p = skin.rest_mm[t.x];
      if (p.z < ball.centre_mm.z || glm::distance(p, ball.centre_mm) > kAroundMm ||
          std::abs(ball.angles(p).y) > kHighest)
        continue;
      glm::uvec3 local;
      for (int k = 0; k < 3; ++k) {
        std::uint32_t& at = place[t[k]];
        if (at == kNone) {
          at = static_cast<std::uint32_t>(around.points.size());
          around.points.push_back(t[k]);
        }
        local[k] = at;
      }
      around.triangles.push_back(local);
    }
    if (around.triangles.empty()) throw std::invalid_argument("LidFinder: no skin round the eyes");
  }
}

std::array<LidOpening, 2> LidFinder::openings(std::span<const glm::vec3> skin_mm,
                                              std::span<const glm::vec3> eyes_mm) const {
  std::array<LidOpening, 2> out;
  std::vector<float> first;
  for (int k = 0; k < kFirstColumns; ++k)
    first.push_back(kWidest * (2.0f * static_cast<float>(k) / (kFirstColumns - 1.0f) - 1.0f));
  for (std::size_t side = 0; side < 2; ++side) {
    LidOpening& opening = out[side];
    opening.ball = ball_of(eyes_mm, side);
    const Moved skin = moved(opening.ball, around_[side].points, around_[side].triangles, skin_mm);
    const std::vector<LidColumn> rough = open_columns(skin, first);
    if (rough.size() < 4) continue;
    // Dense toward the corners, where the lids are steep.
    constexpr float kStep = 2.0f * kWidest / (kFirstColumns - 1.0f);
    const float from = rough.front().azimuth - kStep, to = rough.back().azimuth + kStep;
    std::vector<float> azimuths;
    for (int k = 0; k < kColumns; ++k) {
      const float turn = std::numbers::pi_v<float> * static_cast<float>(k) / (kColumns - 1.0f);
      azimuths.push_back(from + (to - from) * (0.5f - 0.5f * std::cos(turn)));
    }
    opening.columns = open_columns(skin, azimuths);
    while (!opening.columns.empty() && opening.columns.size() < azimuths.size())
      opening.columns.push_back(opening.columns.back());
  }
  return out;
}

std::vector<float> lid_nearness(const std::array<LidOpening, 2>& openings,
                                std::span<const glm::vec3> eyes_mm) {
  std::vector<float> near(eyes_mm.size(), 0.0f);
  for (std::size_t i = 0; i < eyes_mm.size(); ++i) {
    const LidOpening& opening = openings[eyes_mm[i].x > 0.0f ? 1 : 0];
    if (opening.columns.empty() || eyes_mm[i].z < opening.ball.centre_mm.z + 2.0f) continue;
    const glm::vec2 at = opening.ball.angles(eyes_mm[i]);
    const auto& columns = opening.columns;
    const auto right =
        std::find_if(columns.begin(), columns.end(), [&](const LidColumn& c) { return c.azimuth >= at.x; });
    const LidColumn& b = right == columns.end() ? columns.back() : *right;
    const LidColumn& a = right == columns.begin() || right == columns.end() ? b : *(right - 1);
    const float share =
        b.azimuth > a.azimuth ? std::clamp((at.x - a.azimuth) / (b.azimuth - a.azimuth), 0.0f, 1.0f) : 0.0f;
    const float r = opening.ball.radius_mm;
    const float under_upper = (a.upper + (b.upper - a.upper) * share - at.y) * r;
    const float over_lower = (at.y - a.lower - (b.lower - a.lower) * share) * r;
    near[i] = std::clamp(1.0f - under_upper / kLidReachMm, 0.0f, 1.0f) -
              std::clamp(1.0f - over_lower / kLidReachMm, 0.0f, 1.0f);
  }
  return near;
}

}  // namespace app
