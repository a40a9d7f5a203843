#include "simulation/face/line_paths.h"

#include <algorithm>
#include <cmath>

#include "simulation/face/line_drawer.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using Spot = glm::dvec2;

void draw_glabella(LineDrawer& draw, double x, double y, double k, double eye_y) {
  // x, y: head of the brow. The main lines stand upright beside it and lean apart above; the right one is
  // often the weaker.
  const auto pair = [&draw](const LineCourse& course, double less_right) {
    draw.pair(LineGroup::glabella, course, less_right);
  };
  pair({{{0.66 * x, y - 6 * k},
         {0.60 * x, y + 1 * k},
         {0.62 * x, y + 9 * k},
         {0.72 * x, y + 17 * k},
         {0.90 * x, y + 25 * k}},
        1.0,
        1,
        0.36,
        0.5},
       0.14);
  // Where the muscle pulls at the skin over the brow.
  pair({{{1.02 * x, y + 4 * k}, {1.20 * x, y + 9 * k}, {1.48 * x, y + 15 * k}}, 0.42, 3, 0.3, 0.5, 0.0, 0.7},
       0.35);
  pair({{{0.24 * x, y - 2 * k}, {0.19 * x, y + 5 * k}, {0.26 * x, y + 14 * k}}, 0.5, 2, 0.4, 0.5, 0.2, 0.75},
       0.4);
  const auto across = [&](double height, double half, double share, int from_grade) {
    draw.line(LineGroup::glabella, BodySide::left,
              {{{-half * k, eye_y + (height + 1.4) * k},
                {0.3 * k, eye_y + height * k},
                {0.92 * half * k, eye_y + (height + 1.7) * k}},
               share,
               from_grade,
               0.5,
               0.35,
               0.25});
  };
  across(5.0, 8.5, 0.55, 2);
  across(1.0, 6.5, 0.36, 3);
}

/// Lines over the forehead, each in pieces that overlap a little and do not quite meet: from and to, mm from
/// the midline, and how much higher than their line they lie.
struct ForeheadPiece {
  double from_mm, to_mm, up_mm;
  int from_grade;
  double share;
};
struct ForeheadLine {
  double over_brow_mm;
  std::vector<ForeheadPiece> pieces;
};

/// Four lines about 11 mm apart, the second from the top 34 mm over the brow of a woman, 39 of a man (the
/// face's scale) [cotofana2020]. Which piece comes with which grade is an assumption.
const std::vector<ForeheadLine>& forehead_lines() {
  static const std::vector<ForeheadLine> lines{
      {12.0, {{-48, -12, 0.6, 3, 0.7}, {-25, 21, -0.8, 3, 0.7}, {8, 49, 0.8, 2, 0.75}}},
      {22.5, {{-50, -2, 0.5, 1, 0.92}, {-12, 38, -0.7, 1, 0.95}, {28, 52, 1.0, 3, 0.75}}},
      {33.5, {{-50, -16, -1.0, 2, 0.85}, {-33, 22, 0.3, 1, 1.0}, {8, 51, -0.6, 2, 0.95}}},
      {43.5, {{-42, 8, 0.4, 2, 0.8}, {-6, 43, -0.5, 3, 0.75}}},
  };
  return lines;
}

void draw_forehead(LineDrawer& draw, double brow_y, double k) {
  for (const ForeheadLine& line : forehead_lines())
    for (const ForeheadPiece& piece : line.pieces) {
      // Gently arched over each brow, lower in the midline, where the columns of the muscle part, and falling
      // towards the temple. The arch is the brow's own and flattens upward.
      const double arch_mm = 2.6 - 0.03 * line.over_brow_mm;
      LineCourse course{{}, piece.share, piece.from_grade, 0.5, 0.55, 0.3};
      for (int i = 0; i <= 6; ++i) {
        const double x = piece.from_mm + (piece.to_mm - piece.from_mm) * i / 6.0;
        const double fall = std::max(0.0, std::abs(x) - 27.0);
        course.spots.emplace_back(x * k,
                                  brow_y + (line.over_brow_mm + piece.up_mm - 1.3 +
                                            arch_mm * gauss(std::abs(x) - 25.0, 15.0) - 0.010 * fall * fall) *
                                               k);
      }
      draw.line(LineGroup::forehead, BodySide::left, course);
    }
}

/// A ray of the fan beside the eye: where on the rim it starts, seen from the outer corner of the eye, which
/// way it runs out, and how it bends on the way.
struct FanRay {
  double back_mm, up_mm, degrees, length_mm, bend_mm;
  double share;
  int from_grade;
  double common, less_right;
};
constexpr FanRay kFanRays[] = {
    {3.5, 2.4, 13, 27, 2.5, 0.85, 1, 1.0, 0.0},       {4.6, -2.2, -3, 34, -0.5, 1.0, 1, 1.0, 0.12},
    {3.2, -6.8, -20, 30, -2.5, 0.95, 2, 1.0, 0.0},    {5.5, 7.0, 29, 18, 2.5, 0.75, 2, 0.8, 0.25},
    {0.0, -11.2, -36, 31, -3.5, 0.95, 2, 1.0, 0.1},   {-5.0, -14.6, -49, 26, -2.5, 0.8, 3, 0.9, 0.3},
    {17.0, 0.9, 4, 17, 1.2, 0.55, 3, 0.7, 0.2},       {12.0, -9.8, -22, 22, -2.0, 0.6, 3, 0.8, 0.0},
    {-11.0, -17.0, -58, 19, -1.0, 0.6, 3, 0.75, 0.2}, {-3.0, -6.0, -164, 19, -1.2, 0.28, 2, 0.8, 0.1},
    {-4.0, -9.5, -158, 20, -1.6, 0.28, 3, 0.8, 0.1},
};

void draw_crows_feet(LineDrawer& draw, const Spot& corner, double k) {
  for (const FanRay& ray : kFanRays) {
    LineCourse course{{},  ray.share, ray.from_grade, 0.28, std::min(0.5, 0.018 * ray.length_mm),
                      0.2, ray.common};
    const Spot along(std::cos(radians(ray.degrees)), std::sin(radians(ray.degrees)));
    for (int i = 0; i <= 4; ++i) {
      const double t = i / 4.0;
      course.spots.push_back(
          (Spot(ray.back_mm, ray.up_mm) + along * (ray.length_mm * t) + Spot(0.0, ray.bend_mm * t * t)) * k);
    }
    draw.beside_eye(corner, course, ray.less_right);
  }
}

}  // namespace

std::vector<LinePath> line_paths(const HeadOutline& head, const FaceLandmarks& landmarks) {
  const Brow brow = brow_of(landmarks, BodySide::left);
  const double eye_x = std::abs(landmarks.eye.left.x), eye_y = landmarks.eye.left.y;
  const double k = face_scale(landmarks, BodySide::left);
  // Millimetres in which faces differ; which is which does not matter.
  const double face = 0.6 * std::abs(brow.head.x) + 0.4 * (brow.peak.y - eye_y) + 0.5 * eye_x +
                      0.3 * (eye_y - landmarks.mouth_corner.left.y);
  LineDrawer draw(head, face);
  draw_glabella(draw, std::abs(brow.head.x), brow.head.y, k, eye_y);
  draw_forehead(draw, brow.peak.y, k);
  draw_crows_feet(draw, {eye_x + 14.5 * k, eye_y - 1.0 * k}, k);
  draw.pair(LineGroup::nose,
            {{{8.5 * k, eye_y - 4.5 * k}, {5.5 * k, eye_y - 6.5 * k}, {2.2 * k, eye_y - 9.0 * k}},
             0.9,
             2,
             0.45,
             0.3,
             0.2},
            0.2);
  draw.pair(LineGroup::nose,
            {{{9.5 * k, eye_y - 8.5 * k}, {6.5 * k, eye_y - 10.5 * k}, {3.0 * k, eye_y - 13.5 * k}},
             0.7,
             3,
             0.45,
             0.3,
             0.2},
            0.0);
  return draw.take();
}

}  // namespace simulation
