#include "simulation/face/skin_folds.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <utility>

#include "simulation/measure/held_weights.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

// Crests of neighbouring folds that lie a pitch apart meet between them: the crest of the profile below is
// the root of three times its width from the floor.
constexpr double kWidthPerPitch = 0.2887;
// Where the profile fades out and is none, in widths.
constexpr double kFade = 2.6, kReach = 3.4;
// Assumptions: a point so far from the surface of the lines is not of it, mm; nor is one that faces
// elsewhere.
constexpr double kOffSkinMm = 5.0;
constexpr double kLeastFacing = 0.35;

/// The second derivative of a bell, upside down: from -1 at the floor to crests of 0.45 beside it, divided
/// so that crest to floor is 1; as much above the skin as under it.
struct Profile {
  double height = 0.0;
  double slope = 0.0;  // per width
};
constexpr double kCrestToFloor = 1.0 + 0.44626;

Profile profile(double x) {
  const double bell = std::exp(-0.5 * x * x) / kCrestToFloor;
  const double height = -(1.0 - x * x) * bell, slope = x * (3.0 - x * x) * bell;
  const double u = std::clamp((x - kFade) / (kReach - kFade), 0.0, 1.0);
  const double kept = 1.0 - ease(kFade, kReach, x);
  return {height * kept, slope * kept - height * 30.0 * u * u * (1.0 - u) * (1.0 - u) / (kReach - kFade)};
}

/// Lines that the skin swells at in any expression at the highest grade, in order; the others are fine.
std::vector<bool> lines_that_swell(const LineMap& lines) {
  FaceBaseline grades;
  const LineGrade most{0, 3};
  grades.glabella = grades.forehead = grades.crows_feet.left = grades.crows_feet.right = most;
  std::vector<bool> swelling(lines.lines().size(), false);
  for (std::size_t e = 0; e < kExpressionCount; ++e) {
    const std::vector<float> swell_mm = lines.relief({}, static_cast<Expression>(e), 1.0, grades).swell_mm;
    std::size_t sample = 0;
    for (std::size_t k = 0; k < swelling.size(); ++k)
      for (std::size_t i = 0; i < lines.lines()[k].points.size(); ++i, ++sample)
        if (swell_mm[sample] > 0.0F) swelling[k] = true;
  }
  return swelling;
}

constexpr std::uint8_t bit_of(std::size_t line) {
  return static_cast<std::uint8_t>(line % 64);
}

}  // namespace

SkinFolds::SkinFolds(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> normals,
                     const LineMap& lines) {
  std::vector<std::uint32_t> touched, first;
  std::vector<std::uint64_t> near;
  std::vector<std::uint8_t> line_of;
  std::vector<glm::vec3> up;
  std::vector<Term> terms;
  struct Box {
    glm::vec3 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};
  };
  std::vector<Box> boxes;
  const std::vector<bool> swelling = lines_that_swell(lines);
  for (const LinePlace& line : lines.lines()) {
    line_of.insert(line_of.end(), line.points.size(), bit_of(boxes.size()));
    Box& box = boxes.emplace_back();
    const auto reach = static_cast<float>(kReach * kWidthPerPitch * line_pitch_mm(line.group));
    for (const LinePoint& p : line.points) {
      box.low = glm::min(box.low, p.rest_mm - reach);
      box.high = glm::max(box.high, p.rest_mm + reach);
    }
  }
  for (std::uint32_t point = 0; point < rest_mm.size(); ++point) {
    const glm::vec3& at = rest_mm[point];
    const std::size_t before = terms.size();
    std::uint32_t sample = 0;
    for (std::size_t k = 0; k < boxes.size(); ++k) {
      const LinePlace& line = lines.lines()[k];
      if (swelling[k] && glm::clamp(at, boxes[k].low, boxes[k].high) == at)
        add_line(line, sample, at, normals[point], terms);
      sample += static_cast<std::uint32_t>(line.points.size());
    }
    if (terms.size() == before) continue;
    touched.push_back(point);
    near.push_back(0);
    for (std::size_t k = before; k < terms.size(); ++k)
      near.back() |= std::uint64_t{1} << line_of[terms[k].sample];
    up.push_back(normals[point]);
    first.push_back(static_cast<std::uint32_t>(before));
  }
  first.push_back(static_cast<std::uint32_t>(terms.size()));
  touched_ = std::move(touched);
  up_ = std::move(up);
  near_ = std::move(near);
  line_of_ = std::move(line_of);
  first_ = std::move(first);
  terms_ = std::move(terms);
}

void SkinFolds::add_line(const LinePlace& line, std::uint32_t first_sample, const glm::vec3& point,
                         const glm::vec3& normal, std::vector<Term>& terms) const {
  // The nearest place of the line.
  double nearest = std::numeric_limits<double>::max();
  std::size_t segment = 0;
  double share = 0.0;
  for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
    const glm::dvec3 a(line.points[i].rest_mm), along = glm::dvec3(line.points[i + 1].rest_mm) - a;
    const double t = std::clamp(glm::dot(glm::dvec3(point) - a, along) / glm::dot(along, along), 0.0, 1.0);
    const glm::dvec3 off = glm::dvec3(point) - (a + t * along);
    if (const double squared = glm::dot(off, off); squared < nearest) {
      nearest = squared;
      segment = i;
      share = t;
    }
  }
  const LinePoint &a = line.points[segment], &b = line.points[segment + 1];
  const glm::dvec3 along = glm::dvec3(b.rest_mm) - glm::dvec3(a.rest_mm);
  const double step_mm = glm::length(along);
  const glm::dvec3 across = glm::normalize(glm::mix(glm::dvec3(a.across), glm::dvec3(b.across), share));
  const glm::dvec3 out = glm::normalize(glm::cross(along, across));
  const glm::dvec3 off = glm::dvec3(point) - (glm::dvec3(a.rest_mm) + share * along);
  const double width = kWidthPerPitch * line_pitch_mm(line.group);
  // The straight distance; what lies well over or under the surface of the line is left out.
  const double distance = glm::length(off);
  const double x = distance / width;
  if (x >= kReach || std::abs(glm::dot(off, out)) > kOffSkinMm + 0.3 * distance) return;
  const double facing = std::abs(glm::dot(glm::dvec3(normal), out));
  if (facing < kLeastFacing) return;
  const Profile at = profile(x);
  const glm::dvec3 away = distance > 1e-6 ? off / distance : across;
  const auto height = static_cast<float>(at.height);
  const glm::dvec3 steep = at.slope / width * away;
  const glm::dvec3 run = at.height / step_mm * (along / step_mm);
  const auto sample = first_sample + static_cast<std::uint32_t>(segment);
  const auto part = static_cast<float>(share);
  terms.push_back({sample, height * (1.0F - part), glm::vec3((1.0 - share) * steep - run)});
  terms.push_back({sample + 1, height * part, glm::vec3(share * steep + run)});
}

void SkinFolds::lift(Held& held, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals) const {
  if (held.swollen == 0) return;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    if ((near_[i] & held.swollen) == 0) continue;
    points_mm[touched_[i]] = held.points_mm[i];
    normals[touched_[i]] = held.normals[i];
  }
}

void SkinFolds::apply(std::span<const float> swell_mm, Held& held, std::span<glm::vec3> points_mm,
                      std::span<glm::vec3> normals, std::vector<glm::uvec2>& changed) const {
  std::uint64_t swollen = 0;
  if (!touched_.empty())
    for (std::size_t i = 0; i < swell_mm.size(); ++i)
      if (swell_mm[i] != 0.0F) swollen |= std::uint64_t{1} << line_of_[i];
  const std::uint64_t before = std::exchange(held.swollen, swollen);
  if ((before | swollen) == 0) return;
  for (auto* values : {&held.points_mm, &held.normals, &held.shown_mm, &held.shown_normals})
    values->resize(touched_.size());
  std::vector<std::uint32_t> moved;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    const bool was_swollen = (near_[i] & before) != 0, is_swollen = (near_[i] & swollen) != 0;
    if (!was_swollen && !is_swollen) continue;
    const std::uint32_t point = touched_[i];
    const glm::vec3 base = points_mm[point], base_normal = normals[point];
    float height = 0.0F;
    glm::vec3 slope(0.0F);
    for (std::uint32_t k = first_[i]; is_swollen && k < first_[i + 1]; ++k) {
      const Term& term = terms_[k];
      const float swell = swell_mm[term.sample];
      height += swell * term.height;
      slope += swell * term.slope;
    }
    if (height != 0.0F || slope != glm::vec3(0.0F)) {
      points_mm[point] = base + height * up_[i];
      normals[point] = glm::normalize(base_normal - (slope - base_normal * glm::dot(slope, base_normal)));
    }
    if (points_mm[point] != (was_swollen ? held.shown_mm[i] : base) ||
        normals[point] != (was_swollen ? held.shown_normals[i] : base_normal))
      moved.push_back(point);
    held.points_mm[i] = base;
    held.normals[i] = base_normal;
    held.shown_mm[i] = points_mm[point];
    held.shown_normals[i] = normals[point];
  }
  add_runs(changed, moved);
  join_runs(changed);
}

}  // namespace simulation
