#include "simulation/calf/foot_outline.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

// Assumptions, by eye: what counts as a foot, where its ball lies along it (shares of
// the length), and what is too high to be its edge.
constexpr double kLeastSlender = 2.4;
constexpr double kLeastThickMm = 9.0;  // of a toe; less, and only one of its two skins was met
constexpr int kFootRows = 20;
constexpr double kBallFrom = 0.70;
constexpr double kBallTo = 0.80;
constexpr double kLowShare = 0.65;  // of the ankle's height; above it the shank confuses the edges

}  // namespace

FootOutline::FootOutline(const LegFrame& leg, std::span<const glm::vec3> points_mm) : leg_(leg) {
  measure(leg.side == BodySide::left ? 1.0 : -1.0, points_mm);
}

// Stretches over which heel, ball and rows are measured, as shares of the length: assumption, wide enough to
// hold points.
void FootOutline::measure(double sign, std::span<const glm::vec3> points_mm) {
  const glm::dvec3 ankle = leg_.axis_point_mm(1.0);
  double floor = 1e9;
  std::vector<glm::dvec3> foot;
  for (const glm::vec3& p : points_mm) {
    if (p.x * sign <= 0.0 || p.y > ankle.y + 10.0) continue;
    foot.emplace_back(p);
    floor = std::min(floor, foot.back().y);
  }
  height_mm_ = ankle.y - floor;
  if (foot.size() < 8 || height_mm_ < 10.0) return;
  // First with the axis straight ahead, then through the middles of heel and ball.
  along_ = glm::normalize(glm::dvec3(-leg_.posterior.x, 0.0, -leg_.posterior.z));
  for (int round = 0; round < 2; ++round) {
    outward_ = glm::dvec3(along_.z, 0.0, -along_.x);
    if (outward_.x * sign < 0.0) outward_ = -outward_;
    double back = 1e9;
    double front = -1e9;
    for (const glm::dvec3& p : foot) {
      back = std::min(back, glm::dot(p - ankle, along_));
      front = std::max(front, glm::dot(p - ankle, along_));
    }
    length_mm_ = front - back;
    found_ = length_mm_ > kLeastSlender * height_mm_;
    if (!found_) return;
    heel_mm_ = ankle + along_ * back - glm::dvec3(0.0, height_mm_, 0.0);
    places_.clear();
    for (const glm::dvec3& p : foot) {
      const glm::dvec3 rel = p - heel_mm_;
      places_.push_back({glm::dot(rel, along_) / length_mm_, glm::dot(rel, outward_), rel.y});
    }
    if (round > 0) break;
    const Edges heel = edges_between(0.08, 0.22);
    const Edges ball = edges_between(kBallFrom, kBallTo);
    const double turn = 0.5 * (ball.inner + ball.outer - heel.inner - heel.outer);
    along_ = glm::normalize(along_ * 0.60 * length_mm_ + outward_ * turn);
  }
  ball_ = edges_between(kBallFrom, kBallTo);
  for (int i = 0; i <= kFootRows; ++i) {
    const double s = static_cast<double>(i) / kFootRows;
    rows_.push_back(edges_between(s - 0.05, s + 0.05));
  }
}

// Without points: 40 mm across, an assumption that keeps what lies inside small.
FootOutline::Edges FootOutline::edges_between(double s_from, double s_to) const {
  Edges out{1e9, -1e9};
  for (const Place& p : places_) {
    if (p.along < s_from || p.along > s_to || p.height > kLowShare * height_mm_) continue;
    out.inner = std::min(out.inner, p.across);
    out.outer = std::max(out.outer, p.across);
  }
  return out.inner < out.outer ? out : Edges{-20.0, 20.0};
}

FootOutline::Edges FootOutline::edges(double s) const {
  if (s >= kBallFrom) return ball_;
  const double row = std::clamp(s, 0.0, 1.0) * kFootRows;
  const auto i = std::min(static_cast<std::size_t>(row), rows_.size() - 2);
  const double u = row - static_cast<double>(i);
  const Edges a = rows_[i];
  const Edges b = s > kBallFrom - 1.0 / kFootRows ? ball_ : rows_[i + 1];
  return {a.inner + (b.inner - a.inner) * u, a.outer + (b.outer - a.outer) * u};
}

glm::dvec3 FootOutline::point_mm(double s, double m, double height_mm) const {
  const Edges e = edges(s);
  return heel_mm_ + along_ * (s * length_mm_) + outward_ * (e.inner + (e.outer - e.inner) * m) +
         glm::dvec3(0.0, height_mm, 0.0);
}

// Looks 5 mm about and wider step by step until both skins are met; steps are an assumption.
template <typename Better>
double FootOutline::extreme_height_mm(double s, double m, Better better) const {
  const Edges e = edges(s);
  const double across = e.inner + (e.outer - e.inner) * m;
  for (double reach = 5.0; reach < 80.0; reach *= 1.4) {
    double low = 1e9;
    double high = -1e9;
    for (const Place& p : places_) {
      if (std::hypot((p.along - s) * length_mm_, p.across - across) > reach) continue;
      low = std::min(low, p.height);
      high = std::max(high, p.height);
    }
    if (high - low > kLeastThickMm) return better(low, high);
  }
  return 0.5 * height_mm_;
}

double FootOutline::top_mm(double s, double m) const {
  return extreme_height_mm(s, m, [](double a, double b) { return std::max(a, b); });
}

double FootOutline::sole_mm(double s, double m) const {
  return extreme_height_mm(s, m, [](double a, double b) { return std::min(a, b); });
}

}  // namespace simulation
