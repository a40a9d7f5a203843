#include "simulation/calf/girth_fit.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <string>
#include <vector>

#include "simulation/error.h"

namespace simulation {
namespace {

// How far a leg reaches about its axis: assumption, wider than any calf.
constexpr double kGrowthReachMm = 160.0;

// Where a leg takes up a change of girth: heights t and shares of rear, sides and shin are an assumption, by
// eye.
double girth_window(double t, double theta, bool slimmer) {
  const double calf = ease(-0.02, 0.30, t) * (1.0 - ease(0.38, 1.0, t));
  // A slim calf has a slim knee; a large one only a little larger.
  const double leg = ease(-0.28, 0.12, t) * (1.0 - ease(0.40, 1.0, t));
  const double along = slimmer ? leg : 0.7 * calf + 0.3 * leg;
  // The rear inner side grows most: that is where the larger head lies.
  const double rear = 0.5 + 0.5 * std::cos(theta - radians(20.0));
  const double front = slimmer ? 0.6 : 0.25;
  return along * (front + (1.0 - front) * ease(0.0, 0.75, rear));
}

struct GirthGrowth {
  std::size_t point;
  glm::vec3 per_share;  // movement at a share of 1
};

std::vector<GirthGrowth> growth_field(const LegOutline& outline, std::span<const glm::vec3> points_mm,
                                      bool slimmer) {
  std::vector<GirthGrowth> field;
  for (std::size_t i = 0; i < points_mm.size(); ++i) {
    if (!belongs_to_leg(outline.frame(), points_mm[i])) continue;
    const LegPoint at = outline.locate(points_mm[i]);
    const double w = girth_window(at.t, at.theta, slimmer) * at.radius_mm;
    if (w > 0.0) field.push_back({i, glm::vec3(at.outward * w)});
  }
  return field;
}

}  // namespace

// Heights just inside the ends of LegOutline (assumption).
bool belongs_to_leg(const LegFrame& frame, const glm::dvec3& p) {
  const double t = frame.t_of(p);
  if (t < -0.3 || t > 1.05) return false;
  const glm::dvec3 rel = p - frame.axis_point_mm(t);
  const bool own_half = frame.side == BodySide::left ? p.x > 0.0 : p.x < 0.0;
  return own_half && glm::dot(rel, rel) < kGrowthReachMm * kGrowthReachMm;
}

void add_relief(const LegOutline& outline, const std::function<double(double t, double theta)>& outward_mm,
                std::span<glm::vec3> points_mm) {
  for (glm::vec3& p : points_mm) {
    if (!belongs_to_leg(outline.frame(), p)) continue;
    const LegPoint at = outline.locate(p);
    p += glm::vec3(at.outward * outward_mm(at.t, at.theta));
  }
}

// Shares of the radius from which the girth is sought, and a tape at 0.75 of a share per girth, since the
// shin takes less: assumption; both are only a start. It ends within 0.01 mm.
void fit_girth(const LegTape& tape, const LegOutline& outline, double girth_mm,
               std::span<glm::vec3> points_mm) {
  const std::vector<glm::vec3> before(points_mm.begin(), points_mm.end());
  const std::vector<GirthGrowth> field =
      growth_field(outline, before, girth_mm < tape.largest(before).girth_mm);
  const auto girth_at = [&](double share) {
    for (const GirthGrowth& g : field)
      points_mm[g.point] = before[g.point] + g.per_share * static_cast<float>(share);
    return tape.largest(points_mm).girth_mm;
  };
  double low = -0.6;
  double high = 1.5;
  if (girth_at(low) > girth_mm || girth_at(high) < girth_mm) {
    throw InputError("person.calf.max_girth_cm: the leg cannot be fitted to " +
                     std::to_string(girth_mm / 10.0) + " cm");
  }
  double share = 0.0;
  double reading = girth_at(share);
  for (int i = 0; i < 60 && std::abs(reading - girth_mm) > 0.01; ++i) {
    (reading < girth_mm ? low : high) = share;
    // Girth is nearly linear in the share, so aim first and bisect only when the aim leaves the bracket.
    const double aim = share + (girth_mm - reading) / (0.75 * reading);
    share = aim > low && aim < high ? aim : 0.5 * (low + high);
    reading = girth_at(share);
  }
}

}  // namespace simulation
