#include "simulation/face/line_drawer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>

#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using Spot = glm::dvec2;

constexpr double kSampleStepMm = 1.4;
// Of its length and depth, what a line has in the grade that brings it, one later and two later.
constexpr std::array<double, 3> kGrownLength{0.68, 0.86, 1.0}, kGrownDepth{0.86, 0.94, 1.0};

/// A smooth curve through all spots.
Spot curve(const std::vector<Spot>& spots, double t) {
  const auto at = [&spots](int i) {
    return spots[static_cast<std::size_t>(std::clamp(i, 0, static_cast<int>(spots.size()) - 1))];
  };
  const double place = t * static_cast<double>(spots.size() - 1);
  const int i = std::min(static_cast<int>(place), static_cast<int>(spots.size()) - 2);
  const CubicWeights cubic(place - i);
  return cubic.w[0] * at(i - 1) + cubic.w[1] * at(i) + cubic.w[2] * at(i + 1) + cubic.w[3] * at(i + 2);
}

double length_of(const std::vector<Spot>& spots) {
  double length = 0.0;
  for (std::size_t i = 1; i < spots.size(); ++i) length += glm::length(spots[i] - spots[i - 1]);
  return length;
}

/// -1 to 1, anew for every whole number.
double lattice(std::int64_t at) {
  auto bits = static_cast<std::uint64_t>(at) * 0x9E3779B97F4A7C15ULL;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<double>((bits ^ (bits >> 31)) >> 11) * 0x1.0p-52 - 1.0;
}

/// How deep a line is that spans `low` to `high` of its course and is deepest at `heart`.
double taper(double t, double low, double heart, double high) {
  return ease(low, low + 0.55 * (heart - low), t) * (1.0 - ease(heart + 0.35 * (high - heart), high, t));
}

std::vector<Spot> mirrored(std::vector<Spot> spots) {
  for (Spot& spot : spots) spot.x = -spot.x;
  return spots;
}

LineCourse weakened(LineCourse course, double less) {
  course.share *= 1.0 - less;
  const Spot heart = curve(course.spots, course.heart);
  for (Spot& spot : course.spots) spot = heart + (spot - heart) * (1.0 - 0.6 * less);
  return course;
}

}  // namespace

/// Smooth over x, -1 to 1; another one for each whole-numbered seed, drifting with the face.
double LineDrawer::noise(double x, double seed) const {
  const auto base = static_cast<std::int64_t>(seed) * 4096;
  const double at = x + face_;
  const double low = std::floor(at);
  const auto i = base + static_cast<std::int64_t>(low);
  const double up = ease(0.0, 1.0, at - low);
  return lattice(i) + up * (lattice(i + 1) - lattice(i));
}

template <typename Place>
void LineDrawer::draw(LineGroup group, BodySide side, const LineCourse& course, const Place& place) {
  const double seed = 8.0 * static_cast<double>(paths_.size());
  const double length = length_of(course.spots);
  const int last = std::max(6, static_cast<int>(std::lround(length / kSampleStepMm)));
  // Whether this face has the line, and how far the line reaches to both sides of its heart.
  const double rank = 0.5 + 0.5 * noise(0.0, seed + 1.0);
  const double there =
      course.common >= 1.0 ? 1.0 : 1.0 - ease(course.common - 0.15, course.common + 0.15, rank);
  const double strong = 1.0 - 0.22 * (0.5 + 0.5 * noise(0.0, seed + 2.0));
  const double cut_low = 0.14 * (0.5 + 0.5 * noise(0.0, seed + 3.0));
  const double cut_high = 0.2 * (0.5 + 0.5 * noise(0.0, seed + 4.0));
  LinePath path{group, side, {}, {}};
  for (int i = 0; i <= last; ++i) {
    const double t = static_cast<double>(i) / last, along_mm = length * t;
    const Spot step =
        curve(course.spots, std::min(1.0, t + 1e-3)) - curve(course.spots, std::max(0.0, t - 1e-3));
    const Spot across = Spot(-step.y, step.x) / std::max(1e-9, glm::length(step));
    const double wander = noise(along_mm / 10.0, seed + 5.0) + 0.3 * noise(along_mm / 4.0, seed + 6.0);
    path.chart.push_back(place(curve(course.spots, t) + across * (course.wander_mm * wander)));
    const double uneven = 1.0 - 0.22 * (0.5 + 0.5 * noise(along_mm / 3.1, seed + 7.0));
    const double broken = 1.0 - course.breaks * ease(0.1, 0.7, noise(along_mm / 8.5, seed + 6.0));
    std::array<double, 3> shares{};
    for (int grade = course.from_grade; grade <= 3; ++grade) {
      const auto grown = static_cast<std::size_t>(grade - course.from_grade);
      const double span = kGrownLength[grown];
      const double low = course.heart - span * (1.0 - cut_low) * course.heart;
      const double high = course.heart + span * (1.0 - cut_high) * (1.0 - course.heart);
      shares[static_cast<std::size_t>(grade - 1)] = there * strong * course.share * kGrownDepth[grown] *
                                                    uneven * broken * taper(t, low, course.heart, high);
    }
    path.depth_share.push_back(shares);
  }
  paths_.push_back(std::move(path));
}

void LineDrawer::line(LineGroup group, BodySide side, const LineCourse& course) {
  draw(group, side, course, [this](const Spot& at) {
    const double angle = head_.angle_at(std::abs(at.x), at.y);
    return Spot(at.x < 0.0 ? -angle : angle, at.y);
  });
}

void LineDrawer::pair(LineGroup group, LineCourse course, double less_right) {
  line(group, BodySide::left, course);
  course = weakened(std::move(course), less_right);
  course.spots = mirrored(std::move(course.spots));
  line(group, BodySide::right, course);
}

void LineDrawer::beside_eye(const Spot& origin, LineCourse course, double less_right) {
  const double angle = head_.angle_at(origin.x, origin.y);
  constexpr double kReach = 0.12;
  const double mm_per_radian =
      glm::length(head_.point_mm(angle + kReach, origin.y, 0.0) - head_.point_mm(angle, origin.y, 0.0)) /
      kReach;
  for (const BodySide side : kBodySides) {
    const double outward = side == BodySide::left ? 1.0 : -1.0;
    draw(LineGroup::crows_feet, side, side == BodySide::left ? course : weakened(course, less_right),
         [&](const Spot& at) { return Spot(outward * (angle + at.x / mm_per_radian), origin.y + at.y); });
  }
}

}  // namespace simulation
