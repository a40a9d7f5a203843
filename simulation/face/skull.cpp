#include "simulation/face/skull.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"
#include "simulation/shape/solid.h"

namespace simulation {
namespace {

constexpr double kVaultStepMm = 3.0;
constexpr double kBlendMm = 5.0;
constexpr double kScalpMm = 6.5;
constexpr double kSkinOverSkullMm = 3.5;
constexpr double kSkullPressMm = 4.0;  // over which bone flattens under the skin

/// Coordinates of the drawing: mm of a skull whose eyes are 58 mm apart, from the middle between the eyes;
/// the part below the orbits is stretched to where this chin is.
class SkullFrame {
 public:
  SkullFrame(const FaceLandmarks& l)
      : eyes_(0.5 * (l.eye.left + l.eye.right)),
        k_(face_scale(l, BodySide::left)),
        stretch_(((eyes_.y - l.jaw.y) / k_ - kKept) / (kChin - kKept)) {}

  double size() const { return k_; }
  const glm::dvec3& eyes() const { return eyes_; }
  glm::dvec3 at(double x, double y, double z) const {
    const double low = std::min(0.0, y + kKept);
    return eyes_ + k_ * glm::dvec3(x, std::max(y, -kKept) + low * stretch_, z);
  }
  glm::dvec4 ball(double x, double y, double z, double radius) const { return {at(x, y, z), radius * k_}; }
  glm::dvec3 half(double x, double y, double z) const { return k_ * glm::dvec3(x, y, z); }

 private:
  static constexpr double kKept = 20.0;  // below the eyes nothing is stretched so far
  static constexpr double kChin = 88.0;
  glm::dvec3 eyes_;
  double k_;
  double stretch_;
};

/// Front, back, half width and top of the bone of the scalp.
void add_cranium(Solid& s, const SkullFrame& f, std::span<const glm::vec3> skin_mm, const HeadOutline& head) {
  const double eye_y = f.eyes().y;
  double wide = 0.0, top = -1e9, back = 1e9;
  for (const glm::vec3& p : skin_mm) {
    if (p.y > eye_y + 30.0 * f.size()) wide = std::max(wide, static_cast<double>(std::abs(p.x)));
    if (p.y > eye_y) back = std::min(back, static_cast<double>(p.z));
    top = std::max(top, static_cast<double>(p.y));
  }
  const double front = head.point_mm(0.0, eye_y + 40.0 * f.size(), kScalpMm).z;
  const glm::dvec3 middle(0.0, eye_y + 32.0 * f.size(), 0.5 * (front + back + kScalpMm));
  s.ellipsoid(middle, {wide - kScalpMm, top - kScalpMm - middle.y, 0.5 * (front - back - kScalpMm)});
  // A forehead is flatter than an egg.
  s.ellipsoid({0.0, eye_y + 34.0 * f.size(), front - 30.0 * f.size()}, f.half(47.0, 36.0, 30.0));
}

void add_upper_face(Solid& s, const SkullFrame& f) {
  const auto rod = [&s, &f](glm::dvec4 a, glm::dvec4 b) {
    for (const double side : {-1.0, 1.0})
      s.rod(f.at(side * a.x, a.y, a.z), a.w * f.size(), f.at(side * b.x, b.y, b.z), b.w * f.size());
  };
  rod({10, 14, 15, 6}, {34, 17, 10, 5});       // brow ridge
  rod({34, 17, 10, 5}, {45, 10, 2, 4.5});      // to the outer rim of the orbit
  rod({45, 10, 2, 4.5}, {46, -13, -3, 4.5});   // outer rim
  rod({16, -19, 13, 4.5}, {36, -21, 6, 5.5});  // lower rim
  rod({13, 8, 12, 4}, {15, -18, 14, 4});       // inner rim
  rod({30, -29, 8, 7}, {44, -23, -3, 6.5});    // cheekbone
  rod({44, -23, -3, 6.5}, {51, -20, -15, 4.5});
  rod({51, -20, -15, 4.5}, {59, -19, -42, 3.6});  // zygomatic arch
  rod({59, -19, -42, 3.6}, {60, -16, -66, 5});
  rod({48, -8, -84, 15}, {53, -42, -78, 6});                                 // mastoid
  s.rod(f.at(0, 12, 14), 6.5 * f.size(), f.at(0, -10, 21), 4.5 * f.size());  // nasal bones
  s.ellipsoid(f.at(0, -31, 1), f.half(29, 21, 19));
  s.chain({f.ball(-28, -44, -8, 6), f.ball(-19, -46, 9, 6.5), f.ball(0, -46, 15, 6.5),
           f.ball(19, -46, 9, 6.5), f.ball(28, -44, -8, 6)});
}

void add_jaw(Solid& s, const SkullFrame& f) {
  s.chain({f.ball(-42, -56, -58, 6), f.ball(-41, -68, -47, 6), f.ball(-37, -77, -18, 6.5),
           f.ball(-23, -85, 5, 7.5), f.ball(0, -88, 10, 8), f.ball(23, -85, 5, 7.5),
           f.ball(37, -77, -18, 6.5), f.ball(41, -68, -47, 6), f.ball(42, -56, -58, 6)});
  s.chain({f.ball(-41, -61, -38, 5.5), f.ball(-33, -67, -8, 6), f.ball(-18, -71, 8, 5.5),
           f.ball(0, -72, 12, 5), f.ball(18, -71, 8, 5.5), f.ball(33, -67, -8, 6),
           f.ball(41, -61, -38, 5.5)});
  for (const double side : {-1.0, 1.0}) {
    s.rod(f.at(side * 42, -58, -57), 6.0 * f.size(), f.at(side * 51, -22, -63), 5.5 * f.size());
    s.rod(f.at(side * 41, -58, -44), 6.0 * f.size(), f.at(side * 47, -28, -43), 4.5 * f.size());
  }
}

void hollow_out(Solid& s, const SkullFrame& f) {
  for (const double side : {-1.0, 1.0}) {
    s.hollow(f.at(side * 30, -1, 8), f.half(17.5, 15.5, 24));
    s.hollow(f.at(side * 75, 13, -26), f.half(19, 36, 30));  // temple
    s.hollow(f.at(side * 40, -40, -24), f.half(9, 18, 15));  // behind the cheekbone
  }
  s.hollow(f.at(0, -27, 22), f.half(10.5, 11, 15));  // opening of the nose
  s.hollow(f.at(0, -16, 24), f.half(6, 9, 9));
}

/// Where bone comes too near to the skin it is flattened below it.
glm::dvec3 pressed(const glm::dvec3& p, const HeadOutline& head) {
  const glm::dvec3 axis = head.point_mm(0.0, p.y, 1e9);
  const double x = p.x - axis.x, z = p.z - axis.z;
  const double angle = std::atan2(x, z);
  if (std::abs(angle) > radians(100.0)) return p;
  const double radius = std::hypot(x, z);
  const double most = head.radius_mm(angle, p.y) - kSkinOverSkullMm;
  const double kept = soft_min(radius, most, kSkullPressMm);
  return {axis.x + x * kept / radius, p.y, axis.z + z * kept / radius};
}

}  // namespace

AnatomyMesh skull(std::span<const glm::vec3> skin_mm, const FaceLandmarks& landmarks,
                  const HeadOutline& head) {
  const SkullFrame frame(landmarks);
  Solid solid(kBlendMm * frame.size());
  add_cranium(solid, frame, skin_mm, head);
  add_upper_face(solid, frame);
  add_jaw(solid, frame);
  hollow_out(solid, frame);

  const Solid::Surface surface = solid.surface(kVaultStepMm);
  AnatomyMesh mesh;
  mesh.structure = Structure::skull;
  mesh.tissue = Tissue::bone;
  for (const glm::dvec3& p : surface.points) mesh.positions_mm.emplace_back(pressed(p, head));
  mesh.uvs.assign(mesh.positions_mm.size(), glm::vec2(0.5f));
  mesh.fleshiness.assign(mesh.positions_mm.size(), 0.0f);
  mesh.triangles = surface.triangles;
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  return mesh;
}

}  // namespace simulation
