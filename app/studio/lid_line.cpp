#include "app/studio/lid_line.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <numbers>
#include <optional>
#include <stdexcept>

#include "app/studio/lid_slices.h"

namespace app {
namespace {

constexpr float kAroundMm = 26.0f;  // no skin that moves becomes lid from further than this off the middle
constexpr float kJumpMm = 2.5f;     // from one meridian to the next: it left the lid
constexpr float kHighest = 0.62f;   // elevation that no lid's edge comes near, rad
constexpr int kFirstColumns = 53;
constexpr float kLeastGap = 0.02f;  // rad; a quarter of a millimetre is shut

/// The outermost point of the covers at an elevation.
glm::vec3 outer_mm(const EyeBall& ball, const std::vector<LidCover>& column, float elevation,
                   glm::vec3 otherwise) {
  glm::vec3 best = otherwise;
  float furthest = -1.0f;
  const float tangent = std::tan(elevation);
  for (const LidCover& c : column) {
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
  explicit Uncovered(const std::vector<LidCover>& column) : column_(column) {
    std::array<int, kSteps + 1> change{};
    for (const LidCover& c : column) {
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
      const LidCover *below = nullptr, *above = nullptr;
      for (const LidCover& c : column_) {
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
  const std::vector<LidCover>& column_;
  std::vector<std::size_t> starts_;
};

/// The widest uncovered stretch between two covers, without the points on the lids.
std::optional<LidColumn> opening_of(const std::vector<LidCover>& column, float azimuth) {
  LidColumn best;
  float widest = kLeastGap;
  Uncovered(column).each([&](const LidCover& below, const LidCover& above) {
    // No two angles are further apart than their tangents.
    if (above.low - below.high <= widest) return;
    const float lower = std::atan(below.high), upper = std::atan(above.low);
    if (upper - lower <= widest || std::abs(upper + lower) >= LidSlices::kWidest) return;
    widest = upper - lower;
    best.lower = lower, best.lower_mm = below.high_mm;
    best.upper = upper, best.upper_mm = above.low_mm;
  });
  if (widest == kLeastGap) return std::nullopt;
  best.azimuth = azimuth;
  return best;
}

void add_lids(const EyeBall& ball, const std::vector<LidCover>& column, LidColumn& opening) {
  for (std::size_t k = 0; k < LidColumn::kOnLidMm.size(); ++k) {
    const float step = LidColumn::kOnLidMm[k] / ball.radius_mm;
    opening.lower_lid_mm[k] = outer_mm(ball, column, opening.lower - step, opening.lower_mm);
    opening.upper_lid_mm[k] = outer_mm(ball, column, opening.upper + step, opening.upper_mm);
  }
}

enum class Lids { left_out, found };

/// The openings at ascending azimuths, found as they are asked for.
class Columns {
 public:
  Columns(const LidSlices& skin, std::span<const float> azimuths, Lids lids)
      : skin_(skin), azimuths_(azimuths), lids_(lids), known_(azimuths.size()) {}
  std::size_t size() const { return azimuths_.size(); }

  const std::optional<LidColumn>& operator[](std::size_t at) {
    std::optional<std::optional<LidColumn>>& column = known_[at];
    if (!column) {
      skin_.covers(azimuths_[at], covers_);
      column = opening_of(covers_, azimuths_[at]);
      if (*column && lids_ == Lids::found) add_lids(skin_.ball(), covers_, **column);
    }
    return *column;
  }
  /// Both of two neighbours are open, and as parts of one opening.
  bool joined(std::size_t left) {
    const auto &a = (*this)[left], &b = (*this)[left + 1];
    return a && b && glm::distance(a->lower_mm, b->lower_mm) < kJumpMm &&
           glm::distance(a->upper_mm, b->upper_mm) < kJumpMm;
  }

 private:
  const LidSlices& skin_;
  std::span<const float> azimuths_;
  Lids lids_;
  std::vector<std::optional<std::optional<LidColumn>>> known_;
  std::vector<LidCover> covers_;
};

/// The ends of the unbroken run of open meridians about the middle one, nothing where that is shut. The ends
/// are looked for outward and inward from `near`: what lies between that and the middle is taken for open.
std::optional<LidRun> open_run(Columns& columns, std::optional<LidRun> near) {
  const std::size_t middle = columns.size() / 2;
  if (!columns[middle]) return std::nullopt;
  LidRun run = near.value_or(LidRun{middle, middle});
  while (run.first < middle && !columns.joined(run.first)) ++run.first;
  while (run.first > 0 && columns.joined(run.first - 1)) --run.first;
  while (run.last > middle && !columns.joined(run.last - 1)) --run.last;
  while (run.last + 1 < columns.size() && columns.joined(run.last)) ++run.last;
  return run;
}

constexpr float kFirstStep = 2.0f * LidSlices::kWidest / (kFirstColumns - 1.0f);

std::vector<float> first_azimuths() {
  std::vector<float> out;
  for (int k = 0; k < kFirstColumns; ++k)
    out.push_back(LidSlices::kWidest * (2.0f * static_cast<float>(k) / (kFirstColumns - 1.0f) - 1.0f));
  return out;
}

/// Dense toward the corners, where the lids are steep.
std::vector<float> azimuths_between(float from, float to) {
  std::vector<float> out;
  for (int k = 0; k < LidFinder::kColumns; ++k) {
    const float turn = std::numbers::pi_v<float> * static_cast<float>(k) / (LidFinder::kColumns - 1.0f);
    out.push_back(from + (to - from) * (0.5f - 0.5f * std::cos(turn)));
  }
  return out;
}

/// Columns of one eye: the first ones tell how wide it is open, roughly. `near`: as for open_run().
std::vector<LidColumn> open_columns(const LidSlices& skin, std::optional<LidRun>& near) {
  static const std::vector<float> first = first_azimuths();
  Columns rough(skin, first, Lids::left_out);
  const std::optional<LidRun> wide = open_run(rough, near);
  near = wide;
  if (!wide || wide->last - wide->first < 3) return {};
  const std::vector<float> azimuths =
      azimuths_between(first[wide->first] - kFirstStep, first[wide->last] + kFirstStep);
  Columns columns(skin, azimuths, Lids::found);
  const std::optional<LidRun> run = open_run(columns, std::nullopt);
  if (!run) return {};
  std::vector<LidColumn> open;
  for (std::size_t k = run->first; k <= run->last; ++k) open.push_back(*columns[k]);
  open.resize(azimuths.size(), open.back());
  return open;
}

}  // namespace

LidFinder::Around::Around(std::span<const glm::uvec3> of_part, std::size_t part_points) {
  constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::vector<std::uint32_t> place(part_points, kNone);
  for (const glm::uvec3& t : of_part) {
    glm::uvec3 local;
    for (int k = 0; k < 3; ++k) {
      std::uint32_t& at = place[t[k]];
      if (at == kNone) {
        at = static_cast<std::uint32_t>(points.size());
        points.push_back(t[k]);
      }
      local[k] = at;
    }
    triangles.push_back(local);
  }
}

std::vector<LidColumn> LidFinder::Around::carried(std::span<const glm::vec3> skin_mm) const {
  const auto move = [&](glm::vec3& point) {
    // As the three nearest points of the skin do, the nearer the more.
    constexpr std::size_t kNear = 3;
    std::array<std::pair<float, std::size_t>, kNear> near;
    near.fill({std::numeric_limits<float>::max(), 0});
    for (std::size_t i = 0; i < rest_mm.size(); ++i) {
      const glm::vec3 apart = rest_mm[i] - point;
      const float distance = glm::dot(apart, apart);
      if (distance >= near.back().first) continue;
      near.back() = {distance, i};
      std::sort(near.begin(), near.end());
    }
    glm::vec3 moved(0.0f);
    float sum = 0.0f;
    for (const auto& [distance, i] : near) {
      const float weight = 1.0f / (distance + 1e-4f);
      moved += weight * (skin_mm[points[i]] - rest_mm[i]);
      sum += weight;
    }
    point += moved / sum;
  };
  std::vector<LidColumn> columns = at_rest;
  for (LidColumn& c : columns) {
    for (glm::vec3* edge : {&c.lower_mm, &c.upper_mm}) move(*edge);
    for (auto* lid : {&c.lower_lid_mm, &c.upper_lid_mm})
      for (glm::vec3& point : *lid) move(point);
  }
  return columns;
}

LidFinder::LidFinder(const BodyPart& skin, const BodyPart& eyes, float reach_mm) {
  const std::array<EyeBall, 2> balls = eye_balls(eyes.rest_mm);
  for (std::size_t side = 0; side < 2; ++side) {
    const EyeBall& ball = balls[side];
    std::vector<glm::uvec3> wanted;
    for (const glm::uvec3& t : skin.topology->point_triangles) {
      const glm::vec3 p = skin.rest_mm[t.x];
      if (p.z >= ball.centre_mm.z && glm::distance(p, ball.centre_mm) <= kAroundMm &&
          std::abs(ball.angles(p).y) <= kHighest)
        wanted.push_back(t);
    }
    if (wanted.empty()) throw std::invalid_argument("LidFinder: no skin round the eyes");
    const Around all(wanted, skin.rest_mm.size());
    const LidSlices at_rest(ball, all.points, all.triangles, skin.rest_mm);
    std::optional<LidRun> open;
    const std::vector<LidColumn> columns = open_columns(at_rest, open);
    const auto far = [&](const glm::uvec3& t) {
      return std::none_of(columns.begin(), columns.end(), [&](const LidColumn& c) {
        return glm::distance(skin.rest_mm[t.x], c.lower_mm) < reach_mm ||
               glm::distance(skin.rest_mm[t.x], c.upper_mm) < reach_mm;
      });
    };
    if (!columns.empty()) std::erase_if(wanted, far);
    around_[side] = Around(wanted, skin.rest_mm.size());
    for (const std::uint32_t point : around_[side].points)
      around_[side].rest_mm.push_back(skin.rest_mm[point]);
    around_[side].open_at_rest = open;
    around_[side].at_rest = columns;
  }
}

std::array<LidOpening, 2> LidFinder::openings(std::span<const glm::vec3> skin_mm,
                                              const std::array<EyeBall, 2>& balls) const {
  std::array<LidOpening, 2> out;
  for (std::size_t side = 0; side < 2; ++side) {
    const Around& around = around_[side];
    std::optional<LidRun> open = around.open_at_rest;
    out[side].ball = balls[side];
    out[side].columns = open_columns(LidSlices(balls[side], around.points, around.triangles, skin_mm), open);
    if (out[side].columns.empty() && !around.at_rest.empty()) out[side].shut = around.carried(skin_mm);
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
