#include "simulation/filler/filler_sites.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using Point = glm::dvec3;
using Spot = glm::dvec2;  // mm as seen from the front: x away from the midline, y up

/// 1 at 0, 0 from 1 on.
double bump(double u) {
  return 1.0 - ease(0.0, 1.0, u);
}

struct Near {
  double distance_mm = 1e9;
  double along = 0.0;  // share of the path's length
};

Near near_path(const std::vector<Spot>& path, const Spot& p) {
  double length = 0.0;
  for (std::size_t i = 1; i < path.size(); ++i) length += glm::distance(path[i - 1], path[i]);
  Near best;
  double before = 0.0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Spot along = path[i] - path[i - 1];
    const double piece = glm::length(along);
    const double t = std::clamp(glm::dot(p - path[i - 1], along) / (piece * piece), 0.0, 1.0);
    const double d = glm::distance(p, path[i - 1] + along * t);
    if (d < best.distance_mm) best = {d, (before + t * piece) / length};
    before += piece;
  }
  return best;
}

/// A path through spots with its corners rounded, so that the distance to it has no kink of note.
std::vector<Spot> rounded(std::vector<Spot> path) {
  for (int round = 0; round < 3; ++round) {
    std::vector<Spot> next{path.front()};
    for (std::size_t i = 1; i < path.size(); ++i) {
      next.push_back(0.75 * path[i - 1] + 0.25 * path[i]);
      next.push_back(0.25 * path[i - 1] + 0.75 * path[i]);
    }
    next.push_back(path.back());
    path = std::move(next);
  }
  return path;
}

/// Sizes follow the head: 1 for the package's adult.
double size_of(const FillerLandmarks& l) {
  return std::abs(l.eye.left.x) / 29.0;
}

double outward(BodySide side) {
  return side == BodySide::left ? 1.0 : -1.0;
}

Spot spot_of(const Point& p, BodySide side) {
  return {p.x * outward(side), p.y};
}

/// Along the normals, as much as `share` says.
FillerPlace along_normals(FillerSite site, BodySide side, const Point& centre, double reach,
                          std::function<double(const Point&)> share) {
  FillerPlace place{site, side, centre, reach, true, {}};
  place.movement = [share = std::move(share)](const Point& p, const Point& normal) {
    return normal * share(p);
  };
  return place;
}

FillerPlace glabella_place(const FillerLandmarks& l) {
  const double k = size_of(l);
  const Point head = l.brow_head.left;
  const Point centre(0.0, head.y + 3.0 * k, head.z);
  return along_normals(FillerSite::glabella, BodySide::left, centre, 30.0 * k, [centre, k](const Point& p) {
    return bump(std::hypot(p.x / (12.0 * k), (p.y - centre.y) / (14.0 * k)));
  });
}

/// A leaf along a path: 0 at both ends, whole in the middle, with no step on the way.
double leaf(double along) {
  return ease(-0.2, 0.5, along) * (1.0 - ease(0.5, 1.2, along));
}

FillerPlace fold(const FillerLandmarks& l, BodySide side) {
  const double k = size_of(l);
  const auto path = rounded({spot_of(l.nose_wing[side], side) + Spot(2.5, -1.0) * k,
                             spot_of(l.cheek_fold[side], side) + Spot(4.0, 1.0) * k,
                             spot_of(l.mouth_corner[side], side) + Spot(12.0, -4.0) * k});
  return along_normals(FillerSite::nasolabial_fold, side, l.cheek_fold[side], 45.0 * k,
                       [path, side, k](const Point& p) {
                         const Near near = near_path(path, spot_of(p, side));
                         // Narrow beside the nose, whose wing stays.
                         const double half_width = (5.0 + 8.5 * ease(0.0, 0.6, near.along)) * k;
                         return leaf(near.along) * bump(near.distance_mm / half_width);
                       });
}

FillerPlace cheek(const FillerLandmarks& l, BodySide side) {
  const double k = size_of(l);
  const Point bone = l.cheek_upper[side];
  const Point centre = bone + Point(-8.0 * outward(side), -12.0, 7.0) * k;
  // The oval lies along the cheekbone: up and back toward the ear.
  const Point along = glm::normalize(Point(0.62 * outward(side), 0.32, -0.72));
  const Point up = glm::normalize(Point(-0.2 * outward(side), 1.0, 0.0) -
                                  along * glm::dot(along, Point(-0.2 * outward(side), 1.0, 0.0)));
  return along_normals(FillerSite::cheek, side, centre, 40.0 * k, [centre, along, up, k](const Point& p) {
    const Point d = p - centre;
    return bump(std::hypot(glm::dot(d, along) / (26.0 * k), glm::dot(d, up) / (17.0 * k)));
  });
}

FillerPlace tear_trough(const FillerLandmarks& l, BodySide side) {
  const double k = size_of(l);
  const Point eye = l.eye[side];
  const Spot pupil = spot_of(eye, side);
  const auto path = rounded({pupil + Spot(-12.5, -14.0) * k, pupil + Spot(-8.0, -19.0) * k,
                             pupil + Spot(-1.0, -22.5) * k, pupil + Spot(8.0, -22.5) * k});
  return along_normals(FillerSite::tear_trough, side, eye + Point(-2.0 * outward(side), -20.0, 14.0) * k,
                       32.0 * k, [path, side, eye, k](const Point& p) {
                         const Near near = near_path(path, spot_of(p, side));
                         const double below_lid = 1.0 - ease(eye.y - 12.5 * k, eye.y - 8.0 * k, p.y);
                         return below_lid * leaf(near.along) * bump(near.distance_mm / (8.5 * k));
                       });
}

/// Both lips as one: what moves is a function of the place alone and hardly changes over the gap of the
/// mouth, so that two lips that touch go on touching and neither runs into the other.
FillerPlace lips(const FillerLandmarks& l) {
  const double k = size_of(l);
  const double corner_x = 0.5 * (std::abs(l.mouth_corner.left.x) + std::abs(l.mouth_corner.right.x));
  const double corner_y = 0.5 * (l.mouth_corner.left.y + l.mouth_corner.right.y);
  const double corner_z = 0.5 * (l.mouth_corner.left.z + l.mouth_corner.right.z);
  const Point front = l.lip_upper;
  const double line_y = l.lip_lower.y + 1.2 * k;
  FillerPlace place{FillerSite::lips, BodySide::left, {0.0, line_y, front.z}, 45.0 * k, false, {}};
  place.movement = [=](const Point& p, const Point&) {
    const double across = p.x / corner_x;
    const double bent = std::min(1.0, across * across);
    const double up = (p.y - (line_y + (corner_y - line_y) * bent)) / k;
    const double behind = (front.z + (corner_z - front.z) * bent - p.z) / k;
    const double upper = bump(std::abs(up - 5.0) / 7.0);
    const double lower = bump(std::abs(up + 5.0) / 7.0);
    const double share =
        (upper + lower) * (1.0 - ease(0.5, 1.0, std::abs(across))) * (1.0 - ease(4.0, 10.0, behind));
    if (share <= 0.0) return Point(0.0);
    // Red of the lip rolls out a little, away from the line where they meet.
    const double roll = 0.45 * (ease(1.5, 8.0, up) - ease(1.5, 8.0, -up));
    return share * Point(0.45 * across, roll, 0.9);
  };
  return place;
}

}  // namespace

std::vector<FillerPlace> filler_places(const FillerLandmarks& landmarks) {
  std::vector<FillerPlace> places{glabella_place(landmarks)};
  for (const BodySide side : kBodySides) places.push_back(fold(landmarks, side));
  for (const BodySide side : kBodySides) places.push_back(cheek(landmarks, side));
  places.push_back(lips(landmarks));
  for (const BodySide side : kBodySides) places.push_back(tear_trough(landmarks, side));
  return places;
}

}  // namespace simulation
