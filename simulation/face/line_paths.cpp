#include "simulation/face/line_paths.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using Spot = glm::dvec2;  // x mm from the midline, y mm

constexpr double kSampleStepMm = 1.0;

/// A smooth curve through all spots.
Spot curve(const std::vector<Spot>& spots, double t) {
  const auto at = [&spots](int i) {
    return spots[static_cast<std::size_t>(std::clamp(i, 0, static_cast<int>(spots.size()) - 1))];
  };
  const double place = t * static_cast<double>(spots.size() - 1);
  const int i = std::min(static_cast<int>(place), static_cast<int>(spots.size()) - 2);
  const double u = place - i;
  const Spot a = at(i - 1);
  const Spot b = at(i);
  const Spot c = at(i + 1);
  const Spot d = at(i + 2);
  return b + 0.5 * u * (c - a + u * (2.0 * a - 5.0 * b + 4.0 * c - d + u * (3.0 * (b - c) + d - a)));
}

double length_of(const std::vector<Spot>& spots) {
  double length = 0.0;
  for (std::size_t i = 1; i < spots.size(); ++i) length += glm::length(spots[i] - spots[i - 1]);
  return length;
}

/// Skin does not crease along a ruler: a small wander, different for every line.
double wander(double along_mm, double seed) {
  return 0.75 * std::sin(0.30 * along_mm + 2.4 * seed) + 0.25 * std::sin(0.72 * along_mm + 4.1 * seed);
}

class Drawer {
 public:
  explicit Drawer(const HeadOutline& head) : head_(head) {}

  /// A line of each side, given on the left.
  void pair(LineGroup group, const std::vector<Spot>& spots, double share, double wander_mm = 0.35) {
    const double length = length_of(spots);
    const int last = std::max(6, static_cast<int>(std::lround(length / kSampleStepMm)));
    LinePath left{group, BodySide::left, {}, {}};
    for (int i = 0; i <= last; ++i) {
      const double t = static_cast<double>(i) / last;
      const Spot along = curve(spots, std::min(1.0, t + 1e-3)) - curve(spots, std::max(0.0, t - 1e-3));
      const Spot across = Spot(-along.y, along.x) / std::max(1e-9, glm::length(along));
      add(left, curve(spots, t) + across * (wander_mm * wander(length * t, seed_)),
          share * ease(0.0, 0.3, t) * (1.0 - ease(0.65, 1.0, t)) * uneven(length * t));
    }
    both(std::move(left));
  }

  /// One line across the midline, given from the midline to its left end.
  void across(LineGroup group, const std::vector<Spot>& spots, double share, double wander_mm = 0.3) {
    const double length = length_of(spots);
    const int half = std::max(4, static_cast<int>(std::lround(length / kSampleStepMm)));
    LinePath path{group, BodySide::left, {}, {}};
    for (int i = -half; i <= half; ++i) {
      const double t = std::abs(static_cast<double>(i)) / half;
      Spot at =
          curve(spots, t) + Spot(0.0, wander_mm * ease(0.0, 8.0, length * t) * wander(length * t, seed_));
      const double angle = head_.angle_at(at.x, at.y);
      path.chart.emplace_back(i < 0 ? -angle : angle, at.y);
      path.depth_share.push_back(share * (1.0 - ease(0.5, 1.0, t)) * uneven(length * t));
    }
    seed_ += 1.0;
    paths_.push_back(std::move(path));
  }

  /// Like pair(), but spots are mm on the skin from a point beside the eye: x backwards, y up.
  void beside_eye(const Spot& origin, const std::vector<Spot>& spots, double share) {
    const double angle = head_.angle_at(origin.x, origin.y);
    constexpr double kReach = 0.12;
    const double mm_per_radian =
        glm::length(head_.point_mm(angle + kReach, origin.y, 0.0) - head_.point_mm(angle, origin.y, 0.0)) /
        kReach;
    const double length = length_of(spots);
    const int last = std::max(6, static_cast<int>(std::lround(length / kSampleStepMm)));
    LinePath left{LineGroup::crows_feet, BodySide::left, {}, {}};
    for (int i = 0; i <= last; ++i) {
      const double t = static_cast<double>(i) / last;
      const Spot at = curve(spots, t) + Spot(0.0, 0.45 * wander(length * t, seed_));
      left.chart.emplace_back(angle + at.x / mm_per_radian, origin.y + at.y);
      left.depth_share.push_back(share * ease(0.0, 0.25, t) * (1.0 - ease(0.5, 1.0, t)) * uneven(length * t));
    }
    both(std::move(left));
  }

  std::vector<LinePath> take() { return std::move(paths_); }

 private:
  void add(LinePath& path, const Spot& at, double share) const {
    path.chart.emplace_back(head_.angle_at(at.x, at.y), at.y);
    path.depth_share.push_back(share);
  }

  double uneven(double along_mm) const { return 0.86 + 0.14 * std::sin(0.55 * along_mm + 1.7 * seed_); }

  void both(LinePath left) {
    LinePath right = left;
    right.side = BodySide::right;
    for (glm::dvec2& c : right.chart) c.x = -c.x;
    paths_.push_back(std::move(left));
    paths_.push_back(std::move(right));
    seed_ += 1.0;
  }

  const HeadOutline& head_;
  std::vector<LinePath> paths_;
  double seed_ = 1.0;
};

void draw_glabella(Drawer& draw, double x, double y, double k, double eye_y) {
  // x, y: head of the brow.
  draw.pair(LineGroup::glabella,
            {{0.60 * x, y - 4 * k}, {0.62 * x, y + 4 * k}, {0.60 * x, y + 13 * k}, {0.74 * x, y + 24 * k}},
            1.0, 0.4);
  draw.pair(LineGroup::glabella, {{0.20 * x, y - 1 * k}, {0.25 * x, y + 6 * k}, {0.27 * x, y + 13 * k}},
            0.28);
  draw.pair(LineGroup::glabella, {{0.98 * x, y + 5 * k}, {1.06 * x, y + 10 * k}, {1.16 * x, y + 17 * k}},
            0.3);
  draw.across(LineGroup::glabella,
              {{0, eye_y + 4.4 * k}, {4 * k, eye_y + 5.0 * k}, {7.5 * k, eye_y + 6.0 * k}}, 0.45, 0.1);
  draw.across(LineGroup::glabella, {{0, eye_y + 1.2 * k}, {3 * k, eye_y + 1.6 * k}, {6 * k, eye_y + 3.0 * k}},
              0.24, 0.1);
}

void draw_forehead(Drawer& draw, double eye_y, double k) {
  // Each line rises a little over the brow's peak and falls towards the temple.
  const auto spots = [eye_y, k](double height, double from, double to) {
    std::vector<Spot> out;
    for (int i = 0; i <= 6; ++i) {
      const double x = from + (to - from) * i / 6.0;
      const double fall = std::max(0.0, x - 26.0);
      out.emplace_back(x * k, eye_y + (height + 2.2 * ease(4.0, 26.0, x) - 0.012 * fall * fall) * k);
    }
    return out;
  };
  draw.across(LineGroup::forehead, spots(32.0, 0, 21), 0.75);
  draw.pair(LineGroup::forehead, spots(33.5, 20, 43), 0.7, 0.5);
  draw.pair(LineGroup::forehead, spots(40.5, 2, 41), 1.0, 0.6);
  draw.across(LineGroup::forehead, spots(48.5, 0, 29), 0.95);
  draw.pair(LineGroup::forehead, spots(47.5, 27, 45), 0.6, 0.5);
  draw.pair(LineGroup::forehead, spots(56.0, 5, 35), 0.6, 0.6);
  draw.across(LineGroup::forehead, spots(37.0, 0, 9), 0.35);
}

void draw_crows_feet(Drawer& draw, const Spot& origin, double k) {
  const auto ray = [k](double degrees, double from, double to, double bend_mm) {
    const Spot along(std::cos(radians(degrees)), std::sin(radians(degrees)));
    std::vector<Spot> out;
    for (int i = 0; i <= 4; ++i) {
      const double t = i / 4.0;
      out.push_back((along * (from + (to - from) * t) + Spot(0.0, bend_mm * t * t)) * k);
    }
    return out;
  };
  draw.beside_eye(origin, ray(22, 6, 25, 3.0), 0.75);
  draw.beside_eye(origin, ray(8, 5, 33, 2.0), 1.0);
  draw.beside_eye(origin, ray(-11, 6, 32, -2.0), 0.95);
  draw.beside_eye(origin, ray(-31, 7, 28, -3.5), 0.65);
  draw.beside_eye(origin, ray(-2, 15, 30, 0.5), 0.4);
  // The lowest run out on the cheek, where the ring gathers it under a smile.
  draw.beside_eye(origin, ray(-50, 9, 27, -1.5), 0.5);
  draw.beside_eye(origin, ray(-68, 11, 26, -0.5), 0.3);
}

}  // namespace

std::vector<LinePath> line_paths(const HeadOutline& head, const FaceLandmarks& landmarks) {
  Drawer draw(head);
  const Brow brow = brow_of(landmarks, BodySide::left);
  const double eye_x = std::abs(landmarks.eye.left.x);
  const double eye_y = landmarks.eye.left.y;
  const double k = face_scale(landmarks, BodySide::left);
  draw_glabella(draw, std::abs(brow.head.x), brow.head.y, k, eye_y);
  draw_forehead(draw, eye_y, k);
  draw_crows_feet(draw, {eye_x + 14.5 * k, eye_y - 2.5 * k}, k);
  draw.pair(LineGroup::nose,
            {{8.0 * k, eye_y - 5.0 * k}, {5.5 * k, eye_y - 6.5 * k}, {2.6 * k, eye_y - 8.5 * k}}, 1.0, 0.2);
  draw.pair(LineGroup::nose,
            {{9.0 * k, eye_y - 9.0 * k}, {6.5 * k, eye_y - 10.5 * k}, {3.4 * k, eye_y - 12.5 * k}}, 0.8, 0.2);
  return draw.take();
}

}  // namespace simulation
