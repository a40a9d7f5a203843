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
constexpr float kJumpMm = 2.5f;    // from one meridian to the next: it left the lid
constexpr float kWidest = 1.3f;    // azimuth and elevation within which the eye can be open, rad
constexpr float kHighest = 0.62f;  // elevation that no lid's edge comes near, rad
constexpr int kFirstColumns = 53;
constexpr float kLeastGap = 0.02f;  // rad; a quarter of a millimetre is shut

/// What a triangle covers of a meridian: from the lower to the higher end. Tangents of the elevations stand
/// for them: they grow alike, and hardly any of them has to be turned into an angle.
struct Cover {
  float low, high;
  glm::vec3 low_mm, high_mm;
};

/// Skin round one eye, moved.
struct Moved {
  const EyeBall& ball;
  std::vector<glm::uvec3> triangles;  // those that are lid at all corners
  std::vector<glm::vec3> points_mm;
  std::vector<float> azimuth;  // of each point; kNowhere for one that is no lid
};
constexpr float kNowhere = 9.0f;
constexpr std::size_t kManyCovers = 256;  // more than a meridian has, mostly

/// Where ascending numbers stop being less than a given one, without a search in them each time.
class Places {
 public:
  explicit Places(const std::vector<float>& ascending)
      : numbers_(ascending), step_((ascending.back() - ascending.front()) / kSteps) {
    std::size_t at = 0;
    for (int i = 0; i <= kSteps; ++i) {
      const float from = ascending.front() + step_ * static_cast<float>(i);
      while (at < ascending.size() && ascending[at] < from) ++at;
      first_[static_cast<std::size_t>(i)] = at > 0 ? at - 1 : 0;
    }
  }
  /// std::lower_bound.
  std::size_t of(float number) const {
    if (number <= numbers_.front()) return 0;
    const float step = (number - numbers_.front()) / step_;
    std::size_t at = first_[static_cast<std::size_t>(std::min(step, static_cast<float>(kSteps)))];
    while (at > 0 && numbers_[at - 1] >= number) --at;
    while (at < numbers_.size() && numbers_[at] < number) ++at;
    return at;
  }

 private:
  static constexpr int kSteps = 256;
  const std::vector<float>& numbers_;
  float step_;
  std::array<std::size_t, kSteps + 1> first_{};
};

Moved moved(const EyeBall& ball, std::span<const std::uint32_t> points, std::span<const glm::uvec3> triangles,
            std::span<const glm::vec3> skin_mm) {
  Moved out{ball, {}, {}, {}};
  out.points_mm.reserve(points.size());
  out.azimuth.reserve(points.size());
  for (const std::uint32_t point : points) {
    const glm::vec3 p = skin_mm[point];
    const bool lid =
        p.z > ball.centre_mm.z + kLeastDepthMm && glm::distance(p, ball.centre_mm) < ball.radius_mm + kLidMm;
    out.points_mm.push_back(p);
    out.azimuth.push_back(lid ? std::atan2(p.x - ball.centre_mm.x, p.z - ball.centre_mm.z) : kNowhere);
  }
  for (const glm::uvec3& t : triangles)
    if (std::max({out.azimuth[t.x], out.azimuth[t.y], out.azimuth[t.z]}) != kNowhere)
      out.triangles.push_back(t);
  return out;
}

/// Of the three edges at once, in lanes: which of them cross is a toss-up that no processor foresees.
Cover cover_of(const EyeBall& ball, const std::array<glm::vec3, 3>& p, const std::array<float, 3>& azimuth,
               float meridian) {
  constexpr std::size_t kLanes = 4;  // the last repeats the first and counts for nothing
  alignas(16) std::array<float, kLanes> share, x, y, z, tangent;
  std::array<bool, kLanes> crosses{};
  for (std::size_t k = 0; k < kLanes; ++k) {
    const std::size_t from = k % 3, to = (k + 1) % 3;
    crosses[k] = k < 3 && (azimuth[from] <= meridian) != (azimuth[to] <= meridian);
    share[k] = (meridian - azimuth[from]) / (azimuth[to] - azimuth[from]);
    x[k] = p[from].x + (p[to].x - p[from].x) * share[k];
    y[k] = p[from].y + (p[to].y - p[from].y) * share[k];
    z[k] = p[from].z + (p[to].z - p[from].z) * share[k];
  }
  for (std::size_t k = 0; k < kLanes; ++k) {
    const float dx = x[k] - ball.centre_mm.x, dz = z[k] - ball.centre_mm.z;
    tangent[k] = (y[k] - ball.centre_mm.y) / std::sqrt(dx * dx + dz * dz);
  }
  Cover cover{1e30f, -1e30f, {}, {}};
  std::size_t low = 0, high = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const bool lower = crosses[k] && tangent[k] < cover.low, higher = crosses[k] && tangent[k] > cover.high;
    cover.low = lower ? tangent[k] : cover.low;
    cover.high = higher ? tangent[k] : cover.high;
    low = lower ? k : low;
    high = higher ? k : high;
  }
  cover.low_mm = {x[low], y[low], z[low]};
  cover.high_mm = {x[high], y[high], z[high]};
  return cover;
}

/// Covers of each of the meridians at these ascending azimuths.
std::vector<std::vector<Cover>> covers(const Moved& skin, const std::vector<float>& azimuths) {
  std::vector<std::vector<Cover>> out(azimuths.size());
  for (std::vector<Cover>& column : out) column.reserve(kManyCovers);
  const Places places(azimuths);
  for (const glm::uvec3& t : skin.triangles) {
    const std::array<float, 3> azimuth{skin.azimuth[t.x], skin.azimuth[t.y], skin.azimuth[t.z]};
    const auto [least, most] = std::minmax({azimuth[0], azimuth[1], azimuth[2]});
    if (least > azimuths.back() || most < azimuths.front()) continue;
    const std::size_t first = places.of(least);
    if (first == azimuths.size() || azimuths[first] > most) continue;
    const std::array<glm::vec3, 3> p{skin.points_mm[t.x], skin.points_mm[t.y], skin.points_mm[t.z]};
    for (std::size_t at = first; at < azimuths.size() && azimuths[at] <= most; ++at) {
      const Cover cover = cover_of(skin.ball, p, azimuth, azimuths[at]);
      if (cover.low <= cover.high) out[at].push_back(cover);
    }
  }
  return out;
}

/// The outermost point of the covers at an elevation.
glm::vec3 outer_mm(const EyeBall& ball, const std::vector<Cover>& column, float elevation,
                   glm::vec3 otherwise) {
  glm::vec3 best = otherwise;
  float furthest = -1.0f;
  const float tangent = std::tan(elevation);
  for (const Cover& c : column) {
    if (tangent < c.low || tangent > c.high) continue;
    const float low = std::atan(c.low), high = std::atan(c.high);
    const float share = std::clamp((elevation - low) / std::max(high - low, 1e-6f), 0.0f, 1.0f);
    const glm::vec3 point = c.low_mm + (c.high_mm - c.low_mm) * share;
    const float distance = glm::distance(point, ball.centre_mm);
    if (distance > furthest) furthest = distance, best = point;
  }
  return best;
}

/// Which stretches of a meridian covers leave open, without sorting them.
class Uncovered {
 public:
  explicit Uncovered(const std::vector<Cover>& column) : column_(column) {
    std::array<int, kSteps + 1> change{};
    for (const Cover& c : column) {
      ++change[step_of(c.low)];
      --change[step_of(c.high) + 1];
    }
    int covers = 0;
    for (std::size_t step = 0; step < kSteps; ++step) {
      const int before = covers;
      covers += change[step];
      if (before > 0 && covers == 0) starts_.push_back(step);
    }
  }
  /// Every stretch wider than kLeastGap, and few others, from low to high: use(cover below, cover above).
  template <typename Use>
  void each(Use use) const {
    for (const std::size_t start : starts_) {
      const Cover *below = nullptr, *above = nullptr;
      for (const Cover& c : column_) {
        if (step_of(c.low) >= start) {
          if (!above || c.low < above->low) above = &c;
        } else if (!below || c.high > below->high || (c.high == below->high && c.low < below->low)) {
          below = &c;
        }
      }
      if (above) use(*below, *above);
    }
  }

 private:
  // Of tangents: two steps are less than the least gap, and no lid's edge is as steep as the last.
  static constexpr std::size_t kSteps = 512;
  static constexpr float kSteepest = 1.28f;
  static std::size_t step_of(float tangent) {
    const float share = (tangent + kSteepest) * (static_cast<float>(kSteps) / (2.0f * kSteepest));
    return static_cast<std::size_t>(std::clamp(share, 0.0f, static_cast<float>(kSteps - 1)));
  }
  const std::vector<Cover>& column_;
  std::vector<std::size_t> starts_;
};

/// The widest uncovered stretch between two covers, without the points on the lids.
std::optional<LidColumn> opening_of(const std::vector<Cover>& column, float azimuth) {
  LidColumn best;
  float widest = kLeastGap;
  Uncovered(column).each([&](const Cover& below, const Cover& above) {
    // No two angles are further apart than their tangents.
    if (above.low - below.high <= widest) return;
    const float lower = std::atan(below.high), upper = std::atan(above.low);
    if (upper - lower <= widest || std::abs(upper + lower) >= kWidest) return;
    widest = upper - lower;
    best.lower = lower, best.lower_mm = below.high_mm;
    best.upper = upper, best.upper_mm = above.low_mm;
  });
  if (widest == kLeastGap) return std::nullopt;
  best.azimuth = azimuth;
  return best;
}

void add_lids(const EyeBall& ball, const std::vector<Cover>& column, LidColumn& opening) {
  for (std::size_t k = 0; k < LidColumn::kOnLidMm.size(); ++k) {
    const float step = LidColumn::kOnLidMm[k] / ball.radius_mm;
    opening.lower_lid_mm[k] = outer_mm(ball, column, opening.lower - step, opening.lower_mm);
    opening.upper_lid_mm[k] = outer_mm(ball, column, opening.upper + step, opening.upper_mm);
  }
}

enum class Lids { left_out, found };

/// The unbroken run of open meridians about the one nearest straight ahead.
std::vector<LidColumn> open_columns(const Moved& skin, const std::vector<float>& azimuths, Lids lids) {
  const std::vector<std::vector<Cover>> found = covers(skin, azimuths);
  std::vector<std::optional<LidColumn>> columns;
  for (std::size_t k = 0; k < azimuths.size(); ++k) columns.push_back(opening_of(found[k], azimuths[k]));
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
  for (std::size_t k = first; k <= last; ++k) {
    if (lids == Lids::found) add_lids(skin.ball, found[k], *columns[k]);
    open.push_back(*columns[k]);
  }
  return open;
}

}  // namespace

LidFinder::LidFinder(const BodyPart& skin, const BodyPart& eyes) {
  const std::array<EyeBall, 2> balls = eye_balls(eyes.rest_mm);
  for (std::size_t side = 0; side < 2; ++side) {
    const EyeBall& ball = balls[side];
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
                                              const std::array<EyeBall, 2>& balls) const {
  std::array<LidOpening, 2> out;
  std::vector<float> first;
  for (int k = 0; k < kFirstColumns; ++k)
    first.push_back(kWidest * (2.0f * static_cast<float>(k) / (kFirstColumns - 1.0f) - 1.0f));
  for (std::size_t side = 0; side < 2; ++side) {
    LidOpening& opening = out[side];
    opening.ball = balls[side];
    const Moved skin = moved(opening.ball, around_[side].points, around_[side].triangles, skin_mm);
    const std::vector<LidColumn> rough = open_columns(skin, first, Lids::left_out);
    if (rough.size() < 4) continue;
    // Dense toward the corners, where the lids are steep.
    constexpr float kStep = 2.0f * kWidest / (kFirstColumns - 1.0f);
    const float from = rough.front().azimuth - kStep, to = rough.back().azimuth + kStep;
    std::vector<float> azimuths;
    for (int k = 0; k < kColumns; ++k) {
      const float turn = std::numbers::pi_v<float> * static_cast<float>(k) / (kColumns - 1.0f);
      azimuths.push_back(from + (to - from) * (0.5f - 0.5f * std::cos(turn)));
    }
    opening.columns = open_columns(skin, azimuths, Lids::found);
    while (!opening.columns.empty() && opening.columns.size() < azimuths.size())
      opening.columns.push_back(opening.columns.back());
  }
  return out;
}

bool LidFinder::sees(std::span<const glm::uvec2> runs) const {
  const auto within = [&](std::uint32_t point) {
    const auto after = std::upper_bound(runs.begin(), runs.end(), point,
                                        [](std::uint32_t p, const glm::uvec2& run) { return p < run.x; });
    return after != runs.begin() && point < (after - 1)->y;
  };
  return std::any_of(around_.begin(), around_.end(), [&](const Around& around) {
    return std::any_of(around.points.begin(), around.points.end(), within);
  });
}

}  // namespace app
