#include "assets/bake/stance.h"

#include <cmath>
#include <string_view>

#include "assets/bake/edge_loops.h"

namespace bake {
namespace {

glm::dvec3 mean(const std::vector<std::uint32_t>& vertices, const std::vector<glm::dvec3>& field) {
  glm::dvec3 sum(0);
  for (const std::uint32_t v : vertices) sum += field[v];
  return sum / double(vertices.size());
}

glm::dvec3 turned(const glm::dvec3& p, double angle) {
  return {std::cos(angle) * p.x - std::sin(angle) * p.y, std::sin(angle) * p.x + std::cos(angle) * p.y, p.z};
}

bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> heads) {
  for (const std::string_view head : heads)
    if (name.starts_with(head)) return true;
  return false;
}

}  // namespace

LegStance::LegStance(const Mesh& mesh, double angle_rad) : angle_rad_(angle_rad) {
  shares_.resize(mesh.positions_mm.size());
  for (std::size_t v = 0; v < shares_.size(); ++v) {
    // A few toe vertices carry a weight of the other side's bone, so the side is where the vertex lies.
    shares_[v].left = mesh.positions_mm[v].x >= 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::string_view bone = mesh.bone_names[mesh.skin[v].bones[k]];
      const double weight = mesh.skin[v].weights[k];
      if (starts_with_any(bone, {"upperleg", "lowerleg"})) shares_[v].leg += weight;
      if (starts_with_any(bone, {"foot", "toe"})) shares_[v].foot += weight;
    }
    const double sum = shares_[v].leg + shares_[v].foot;
    if (sum > 0.999) {  // stored weights are rounded to four places
      shares_[v].leg /= sum;
      shares_[v].foot /= sum;
    }
  }
  // The stored weights differ a little from side to side; the pose must not.
  const std::vector<Share> stored = shares_;
  for (const auto& [vertex, partner] : mirror_of(mesh, "body")) {
    shares_[vertex].leg = 0.5 * (stored[vertex].leg + stored[partner].leg);
    shares_[vertex].foot = 0.5 * (stored[vertex].foot + stored[partner].foot);
  }
  for (const auto& [name, vertices] : mesh.group_vertices) {
    const bool leg = starts_with_any(name, {"joint-l-upper-leg", "joint-r-upper-leg", "joint-l-knee",
                                            "joint-r-knee", "joint-l-ankle", "joint-r-ankle"});
    const bool foot = starts_with_any(name, {"joint-l-foot", "joint-r-foot", "joint-l-toe", "joint-r-toe"});
    if (!leg && !foot) continue;
    for (const std::uint32_t v : vertices) {
      shares_[v].leg = leg;
      shares_[v].foot = foot;
      shares_[v].left = name.starts_with("joint-l-");
    }
  }
  hips_[0] = mesh.group("joint-l-upper-leg");
  hips_[1] = mesh.group("joint-r-upper-leg");
  ankles_[0] = mesh.group("joint-l-ankle");
  ankles_[1] = mesh.group("joint-r-ankle");
}

std::vector<glm::dvec3> LegStance::pose(const std::vector<glm::dvec3>& field_mm) const {
  glm::dvec3 hip[2], foot_shift[2];
  for (int side = 0; side < 2; ++side) {
    hip[side] = mean(hips_[side], field_mm);
    const glm::dvec3 leg = mean(ankles_[side], field_mm) - hip[side];
    foot_shift[side] = turned(leg, side == 0 ? -angle_rad_ : angle_rad_) - leg;
  }
  std::vector<glm::dvec3> out(field_mm.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    const Share& share = shares_[v];
    const int side = share.left ? 0 : 1;
    const glm::dvec3 from_hip = field_mm[v] - hip[side];
    const glm::dvec3 leg_shift = turned(from_hip, side == 0 ? -angle_rad_ : angle_rad_) - from_hip;
    out[v] = field_mm[v] + share.leg * leg_shift + share.foot * foot_shift[side];
  }
  return out;
}

}  // namespace bake
