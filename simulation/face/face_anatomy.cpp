#include "simulation/face/face_anatomy.h"

#include <cmath>
#include <functional>

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
  double depth_mm;
  double thickness_mm;
  bool ring;  // v closes on itself
  std::function<glm::dvec2(double v, double q)> place;
};

namespace {

constexpr int kAlong = 40;
constexpr int kRound = 28;

/// Where a muscle lies as seen from the front: x from the midline (outward positive), y.
using Spot = glm::dvec2;

double side_sign(BodySide side) {
  return side == BodySide::left ? 1.0 : -1.0;
}

/// Strip between two lines that run across the fibres: from a to b at the origin, from c to d at the
/// insertion.
std::function<glm::dvec2(double, double)> strip(const HeadOutline& head, BodySide side, Spot a, Spot b,
                                                Spot c, Spot d) {
  return [&head, sign = side_sign(side), a, b, c, d](double v, double q) {
    // Ends are rounded off, so that a strip has no corners.
    const double end = 2.0 * v - 1.0;
    const double across = 0.5 + 0.5 * q * (1.0 - 0.3 * std::pow(std::abs(end), 5.0));
    const double along = v - 0.09 * end * std::abs(end) * std::abs(end) * q * q;
    const Spot from = a + (b - a) * across;
    const Spot to = c + (d - c) * across;
    const Spot at = from + (to - from) * along;
    return glm::dvec2(head.angle_at(sign * at.x, at.y), at.y);
  };
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
      const double depth = ribbon.depth_mm + ribbon.thickness_mm * (0.5 + (outer ? -0.5 : 0.5) * share);
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
    const Brow brow = brow_of(l, side);
    const double eye_x = std::abs(l.eye[side].x);
    const double k = eye_x / 29.0;  // size of this face against the package's adult head
    const double y = l.eye[side].y;
    const double head_x = std::abs(brow.head.x);
    const Spot mouth(std::abs(l.mouth_corner[side].x), l.mouth_corner[side].y);
    add(head, {Structure::frontalis, side, 2.6, 1.6, false,
               strip(head, side, {3.0 * k, y + 74 * k}, {40 * k, y + 66 * k}, {6.0 * k, y + 14 * k},
                     {48 * k, y + 14 * k})});
    add(head, {Structure::corrugator, side, 4.6, 2.2, false,
               strip(head, side, {0.35 * head_x, y + 6 * k}, {0.35 * head_x, y + 14 * k},
                     {33 * k, y + 19 * k}, {31 * k, y + 25 * k})});
    add(head,
        {Structure::orbicularis_oculi, side, 2.2, 1.5, true, [&head, side, eye_x, y, k](double v, double q) {
           const double a = 2.0 * kPi * v;
           const double reach = 0.5 + 0.5 * q;
           const double x = eye_x + 1.5 * k + (18.5 + 11.0 * reach) * k * std::cos(a);
           const double up = (10.5 + 12.5 * reach) * k * std::sin(a);
           return glm::dvec2(head.angle_at(side_sign(side) * x, y + up), y + up);
         }});
    add(head, {Structure::zygomaticus, side, 4.5, 2.8, false,
               strip(head, side, {48 * k, y - 17 * k}, {57 * k, y - 24 * k}, mouth + Spot(-2.0, 6.0),
                     mouth + Spot(5.0, 0.0))});
    // Fans from the side of the skull in under the cheekbone.
    add(head, {Structure::temporalis, side, 5.0, 4.0, false, [side, y, k](double v, double q) {
                 const double across = q * (1.0 - 0.65 * v);
                 const double angle = radians(68.0 + 21.0 * across - 7.0 * v);
                 const double top = y + (46.0 - 20.0 * across * across) * k;
                 return glm::dvec2(side_sign(side) * angle, top + (y - 16.0 * k - top) * v);
               }});
    // Over the bridge of the nose, from the cheek beside the wing up to the midline.
    add(head, {Structure::nasalis, side, 1.6, 1.0, false,
               strip(head, side, {13 * k, y - 37 * k}, {17 * k, y - 31 * k}, {2.0 * k, y - 20 * k},
                     {2.0 * k, y - 13 * k})});
    // From the edge of the jaw, broad, to the corner of the mouth.
    add(head, {Structure::depressor_anguli_oris, side, 3.0, 2.0, false,
               strip(head, side, mouth + Spot(-9.0, -29.0) * k, mouth + Spot(9.0, -25.0) * k,
                     mouth + Spot(-4.0, -3.0) * k, mouth + Spot(2.0, -3.0) * k)});
    // From below the lower lip down to the skin of the chin.
    add(head, {Structure::mentalis, side, 3.0, 2.4, false,
               strip(head, side, {2.0 * k, mouth.y - 17 * k}, {8.0 * k, mouth.y - 17 * k},
                     {1.0 * k, mouth.y - 37 * k}, {12.0 * k, mouth.y - 36 * k})});
    const double jaw_y = l.jaw.y;
    add(head, {Structure::masseter, side, 7.0, 7.0, false, [&head, side, y, jaw_y, k](double v, double q) {
                 // From the cheekbone back and down to the angle of the jaw.
                 const double low = jaw_y + 12.0 * k;
                 const double high = y - 27.0 * k;
                 const double round = 0.07 * (2.0 * v - 1.0) * q * q;
                 const double angle = radians(57.0 + 17.0 * v + 11.0 * q * (1.0 - 0.35 * v));
                 return glm::dvec2(side_sign(side) * angle, high + (low - high) * (v - round));
               }});
    if (side == BodySide::left) {
      add(head, {Structure::orbicularis_oris, side, 3.0, 2.2, true, [&head, mouth, k](double v, double q) {
                   const double a = 2.0 * kPi * v;
                   const double reach = 0.5 + 0.5 * q;
                   const double x = (mouth.x - 6.0 * k + 11.0 * reach * k) * std::cos(a);
                   const double up = (3.5 + 11.0 * reach) * k * std::sin(a);
                   return glm::dvec2(head.angle_at(x, mouth.y + up), mouth.y + up);
                 }});
      add(head, {Structure::procerus, side, 3.0, 1.8, false,
                 strip(head, side, {-4 * k, y - 10 * k}, {4 * k, y - 10 * k}, {-7 * k, y + 22 * k},
                       {7 * k, y + 22 * k})});
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
