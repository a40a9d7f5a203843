#include "simulation/face/face_anatomy.h"

#include <cmath>
#include <functional>

#include "simulation/anatomy/atlas.h"
#include "simulation/error.h"
#include "simulation/face/skull.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {

/// A flat band under the skin: `place(v, q)` gives angle and height for v from 0 to 1 along the fibres and q
/// from -1 to 1 across them.
struct FaceAnatomy::Ribbon {
  Structure structure;
  BodySide side;
  Band::Ends depth_mm;
  Band::Ends thickness_mm;
  bool ring;  // v closes on itself
  std::function<glm::dvec2(double v, double q)> place;
};

namespace {

constexpr int kAlong = 40;
constexpr int kRound = 28;

/// Where a muscle lies as seen from the front: x from the midline (outward positive), y.
using Spot = glm::dvec2;

using Place = std::function<glm::dvec2(double v, double q)>;

/// Spots are x from the midline or, from the side, z; and y.
Place strip(const HeadOutline& head, const FaceFrame& face, const Strip& form) {
  const bool front = form.seen == Seen::from_front;
  const auto spot = [&face, front](const FacePoint& point) {
    const glm::dvec3 at = face.at(point);
    return Spot(front ? face.out(at) : at.z, at.y);
  };
  const double split_y = form.split ? face.at(*form.split).y : 1e9;
  const double opening = std::tan(0.5 * radians(form.split_deg));
  return [&head, front, split_y, opening, sign = face.outward(), a = spot(form.origin[0]),
          b = spot(form.origin[1]), c = spot(form.insertion[0]),
          d = spot(form.insertion[1])](double v, double q) {
    // Ends are rounded off, so that a strip has no corners.
    const double end = 2.0 * v - 1.0;
    const double across = 0.5 + 0.5 * q * (1.0 - 0.3 * std::pow(std::abs(end), 5.0));
    const double along = v - 0.09 * end * std::abs(end) * std::abs(end) * q * q;
    const Spot from = a + (b - a) * across;
    const Spot to = c + (d - c) * across;
    Spot at = from + (to - from) * along;
    at.x += (1.0 - across) * opening * std::max(0.0, at.y - split_y);
    return glm::dvec2(front ? head.angle_at(sign * at.x, at.y) : head.angle_at_depth(at.x, at.y, sign), at.y);
  };
}

Place ring(const HeadOutline& head, const FaceFrame& face, const Ring& form) {
  const glm::dvec3 centre = face.at(form.centre);
  const auto half = [&](const FacePoint& side, const FacePoint& top) {
    return Spot(std::abs(face.out(face.at(side) - centre)), face.at(top).y - centre.y);
  };
  const std::array<Spot, 2> inner = {half(form.inner.outward, form.inner.top),
                                     half(form.inner.inward, form.inner.top)};
  const std::array<Spot, 2> outer = {half(form.outer.outward, form.outer.top),
                                     half(form.outer.inward, form.outer.top)};
  return [&head, inner, outer, sign = face.outward(), middle = Spot(face.out(centre), centre.y)](double v,
                                                                                                 double q) {
    const double a = 2.0 * kPi * v;
    const std::size_t way = std::cos(a) < 0.0 ? 1 : 0;
    const Spot reach = inner[way] + (outer[way] - inner[way]) * (0.5 + 0.5 * q);
    const double y = middle.y + reach.y * std::sin(a);
    return glm::dvec2(head.angle_at(sign * (middle.x + reach.x * std::cos(a)), y), y);
  };
}

Place fan(const FaceFrame& face, const Fan& form) {
  return [sign = face.outward(), y = face.at(Mark::eye).y, k = face.scale(), form](double v, double q) {
    const double across = q * (1.0 - form.narrowing * v);
    const double angle = radians(form.middle_deg + form.half_deg * across - form.forward_deg * v);
    const double top = y + (form.top_mm - form.arch_mm * across * across) * k;
    return glm::dvec2(sign * angle, top + (y + form.bottom_mm * k - top) * v);
  };
}

Place place_of(const HeadOutline& head, const FaceFrame& face, const Band& band) {
  if (const auto* form = std::get_if<Strip>(&band.outline)) return strip(head, face, *form);
  if (const auto* form = std::get_if<Ring>(&band.outline)) return ring(head, face, *form);
  return fan(face, std::get<Fan>(band.outline));
}

double at_share(const Band::Ends& ends, double share) {
  return ends.first + (ends.last - ends.first) * share;
}

double thickness_share(bool ring, double v, double q) {
  const double across = std::sqrt(std::max(0.0, 1.0 - q * q));
  return ring ? across : across * std::sqrt(std::max(0.0, ease(0.0, 0.15, v) * (1.0 - ease(0.85, 1.0, v))));
}

void add_wall(AnatomyMesh& mesh, int rings, bool ring, bool flip) {
  const auto put = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    mesh.triangles.push_back(flip ? glm::uvec3(a, c, b) : glm::uvec3(a, b, c));
  };
  const auto at = [&](int i, int j) { return static_cast<std::uint32_t>((i % rings) * kRound + j % kRound); };
  for (int i = 0; i < (ring ? rings : rings - 1); ++i) {
    for (int j = 0; j < kRound; ++j) {
      put(at(i, j), at(i, j + 1), at(i + 1, j + 1));
      put(at(i, j), at(i + 1, j + 1), at(i + 1, j));
    }
  }
  if (ring) return;
  // The ends have no thickness: opposite points of the end rings are joined across the band.
  for (const int end : {0, rings - 1}) {
    for (int j = 1; j + 1 < kRound; ++j) {
      if (end == 0) {
        put(at(end, 0), at(end, j + 1), at(end, j));
      } else {
        put(at(end, 0), at(end, j), at(end, j + 1));
      }
    }
  }
}

}  // namespace

void FaceAnatomy::add(const HeadOutline& head, const Ribbon& ribbon) {
  AnatomyMesh mesh;
  mesh.structure = ribbon.structure;
  mesh.tissue = Tissue::muscle;
  mesh.side = ribbon.side;
  std::vector<std::uint32_t> owners;
  const int rings = ribbon.ring ? kAlong : kAlong + 1;
  for (int i = 0; i < rings; ++i) {
    const double v = static_cast<double>(i) / kAlong;
    for (int j = 0; j < kRound; ++j) {
      const double q = -std::cos(2.0 * kPi * j / kRound);
      const glm::dvec2 at = ribbon.place(v, q);
      const double share = thickness_share(ribbon.ring, v, q);
      const bool outer = j <= kRound / 2;
      const double from = ribbon.ring ? 0.5 + 0.5 * q : v;
      const double depth = at_share(ribbon.depth_mm, from) +
                           at_share(ribbon.thickness_mm, from) * (0.5 + (outer ? -0.5 : 0.5) * share);
      mesh.positions_mm.emplace_back(head.point_mm(at.x, at.y, depth));
      mesh.uvs.emplace_back(0.5 + 0.5 * q, v);
      mesh.fleshiness.push_back(
          ribbon.ring ? 1.0F : static_cast<float>(ease(0.0, 0.12, v) * (1.0 - ease(0.88, 1.0, v))));
      owners.push_back(head.skin_point(at.x, at.y));
    }
  }
  add_wall(mesh, rings, ribbon.ring, false);
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  // Which way a strip is wound depends on how it runs over the face; outward is where most normals of the
  // outer face point away from the axis.
  double outward = 0.0;
  for (std::size_t i = 0; i < mesh.positions_mm.size(); ++i) {
    if (i % kRound > kRound / 8 && i % kRound < 3 * kRound / 8) {
      const glm::vec3 p = mesh.positions_mm[i];
      const glm::dvec3 out = glm::dvec3(p) - head.point_mm(0.0, p.y, 1e9);
      outward += mesh.normals[i].x * out.x + mesh.normals[i].z * out.z;
    }
  }
  if (outward < 0.0) {
    for (glm::uvec3& t : mesh.triangles) std::swap(t.y, t.z);
    vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  }
  meshes_.push_back(std::move(mesh));
  skin_points_.push_back(std::move(owners));
}

FaceAnatomy::FaceAnatomy(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                         const FaceLandmarks& l)
    : rest_skin_(skin_mm.begin(), skin_mm.end()) {
  const double eye_y = 0.5 * (l.eye.left.y + l.eye.right.y);
  const HeadOutline head(skin_mm, triangles, l.eye.left.z - 70.0, l.jaw.y - 60.0, eye_y + 110.0);
  skull_ = skull(skin_mm, l, head);
  for (const BodySide side : kBodySides) {
    const FaceFrame face(l, side);
    for (const bool midline : {false, true}) {
      if (midline && side == BodySide::right) continue;
      for (const AtlasRow& row : atlas()) {
        if (!row.band || row.midline != midline) continue;
        add(head, {*row.structure, side, row.band->depth_mm, row.band->thickness_mm,
                   std::holds_alternative<Ring>(row.band->outline), place_of(head, face, *row.band)});
      }
    }
  }
}

std::vector<AnatomyMesh> FaceAnatomy::under(std::span<const glm::vec3> skin_now_mm) const {
  if (skin_now_mm.size() != rest_skin_.size())
    throw InputError("mesh.points: the skin has a different count");
  std::vector<AnatomyMesh> out = meshes_;
  out.reserve(out.size() + 1);
  for (std::size_t m = 0; m < out.size(); ++m) {
    for (std::size_t i = 0; i < out[m].positions_mm.size(); ++i) {
      const std::uint32_t p = skin_points_[m][i];
      out[m].positions_mm[i] += skin_now_mm[p] - rest_skin_[p];
    }
    vertex_normals(out[m].positions_mm, out[m].triangles, out[m].normals);
  }
  out.push_back(skull_);
  return out;
}

}  // namespace simulation
