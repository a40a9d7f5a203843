#include "simulation/filler/filler_field.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

#include "simulation/error.h"
#include "simulation/face/front_skin.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

constexpr float kLeast = 1e-4F;
constexpr double kMm3PerMl = 1000.0;

bool is_least(const glm::vec3& delta) {
  return glm::dot(delta, delta) < kLeast * kLeast;
}

double triple(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
  return glm::dot(a, glm::cross(b, c));
}

}  // namespace

/// Share with which a point belongs to the outermost layer of the front of the head; worked out for points
/// that are asked for, which are few.
class FillerField::OuterSkin {
 public:
  OuterSkin(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
            const FillerLandmarks& l)
      : skin_mm_(skin_mm),
        axis_z_(l.eye.left.z - 70.0),
        low_(l.lip_lower.y - 40.0),
        high_(l.brow_head.left.y + 40.0),
        front_(skin_mm, triangles, axis_z_, low_, high_),
        shares_(skin_mm.size()) {}

  double share(std::size_t point) {
    std::optional<double>& kept = shares_[point];
    if (!kept) kept = share_of(glm::dvec3(skin_mm_[point]));
    return *kept;
  }

 private:
  double share_of(const glm::dvec3& p) const {
    if (p.z < axis_z_ + 20.0 || p.y < low_ || p.y > high_) return 0.0;
    const auto outermost = front_.at(p);
    const double behind = outermost ? glm::distance(outermost->on(skin_mm_), p) : 0.0;
    return 1.0 - ease(2.0, 6.0, behind);
  }

  std::span<const glm::vec3> skin_mm_;
  double axis_z_, low_, high_;
  FrontSkin front_;
  std::vector<std::optional<double>> shares_;
};

namespace {

/// Coefficients of the volume that a movement of size s encloses.
std::array<double, 3> volume_of(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                                const FillerPlace& place, const FillerDeltas& moved) {
  std::vector<glm::dvec3> d(skin_mm.size(), glm::dvec3(0.0));
  for (std::size_t i = 0; i < moved.points.size(); ++i) d[moved.points[i]] = glm::dvec3(moved.deltas[i]);
  std::array<double, 3> v{};
  for (const glm::uvec3& t : triangles) {
    const glm::dvec3 &da = d[t.x], &db = d[t.y], &dc = d[t.z];
    if (da == glm::dvec3(0.0) && db == glm::dvec3(0.0) && dc == glm::dvec3(0.0)) continue;
    // Seen from the place: the border does not move, so the difference is the same, with less rounding.
    const glm::dvec3 a = glm::dvec3(skin_mm[t.x]) - place.centre_mm;
    const glm::dvec3 b = glm::dvec3(skin_mm[t.y]) - place.centre_mm;
    const glm::dvec3 c = glm::dvec3(skin_mm[t.z]) - place.centre_mm;
    v[0] += triple(da, b, c) + triple(a, db, c) + triple(a, b, dc);
    v[1] += triple(da, db, c) + triple(da, b, dc) + triple(a, db, dc);
    v[2] += triple(da, db, dc);
  }
  for (double& one : v) one /= 6.0;
  return v;
}

}  // namespace

FillerField::FillerField(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                         const FillerLandmarks& landmarks) {
  std::vector<glm::vec3> normals(skin_mm.size());
  vertex_normals(skin_mm, triangles, normals);
  OuterSkin outer(skin_mm, triangles, landmarks);
  for (const FillerPlace& place : filler_places(landmarks)) add(place, skin_mm, triangles, normals, &outer);
}

FillerField::FillerField(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                         const std::vector<FillerPlace>& places) {
  std::vector<glm::vec3> normals(skin_mm.size());
  vertex_normals(skin_mm, triangles, normals);
  for (const FillerPlace& place : places) add(place, skin_mm, triangles, normals, nullptr);
}

void FillerField::add(const FillerPlace& place, std::span<const glm::vec3> skin_mm,
                      std::span<const glm::uvec3> triangles, std::span<const glm::vec3> normals,
                      OuterSkin* outer) {
  FillerDeltas moved;
  for (std::size_t i = 0; i < skin_mm.size(); ++i) {
    const glm::dvec3 p(skin_mm[i]);
    if (glm::distance(p, place.centre_mm) > place.reach_mm) continue;
    // A share makes it smaller only, and costs more to know.
    const glm::dvec3 movement = place.movement(p, glm::dvec3(normals[i]));
    if (is_least(glm::vec3(movement))) continue;
    const double share = place.outer_only && outer ? outer->share(i) : 1.0;
    const glm::vec3 delta(share * movement);
    if (is_least(delta)) continue;
    moved.points.push_back(static_cast<std::uint32_t>(i));
    moved.deltas.push_back(delta);
  }
  const auto volume = volume_of(skin_mm, triangles, place, moved);
  if (!(volume[0] > 0.0)) throw InputError("mesh.landmarks: there is no skin where a filler goes");
  volumes_.add(place.site, volume);
  deltas_.push_back(std::move(moved));
}

void FillerVolumes::add(FillerSite site, const std::array<double, 3>& v) {
  sites_.push_back(site);
  ++shared_by_[static_cast<std::size_t>(site)];
  volume_.push_back(v);
}

FillerSizes FillerVolumes::sizes(const FillerState& state) const {
  FillerSizes sizes(sites_.size(), 0.0);
  for (std::size_t i = 0; i < sites_.size(); ++i) {
    const double mm3 = state[sites_[i]] * kMm3PerMl / shared_by_[static_cast<std::size_t>(sites_[i])];
    if (mm3 <= 0.0) continue;
    const auto& v = volume_[i];
    double low = 0.0;
    double high = mm3 / v[0];
    const auto held = [&v](double s) { return s * (v[0] + s * (v[1] + s * v[2])); };
    for (int round = 0; round < 8 && held(high) < mm3; ++round) high *= 1.5;
    for (int round = 0; round < 60; ++round) {
      const double middle = 0.5 * (low + high);
      (held(middle) < mm3 ? low : high) = middle;
    }
    sizes[i] = 0.5 * (low + high);
  }
  return sizes;
}

}  // namespace simulation
