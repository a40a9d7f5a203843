#include "simulation/face/face_motion.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/error.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {

FaceMotion::FaceMotion(const FacePart& part, std::span<const glm::vec3> rest_normals,
                       std::span<const glm::uvec3> triangles, const std::vector<Target>& beside)
    : point_count_(part.rest_mm().size()) {
  if (rest_normals.size() != point_count_) throw InputError("mesh.normals: as many as points are needed");
  for (const glm::uvec3& t : triangles)
    if (std::max({t.x, t.y, t.z}) >= point_count_)
      throw InputError("mesh.skin: a triangle names a missing point");
  for (const std::string& target : pose_targets())
    if (const FacePart::Movement* movement = part.movement(target)) targets_.push_back({target, *movement});
  targets_.insert(targets_.end(), beside.begin(), beside.end());
  for (const Target& target : targets_)
    movers_.insert(movers_.end(), target.movement.points.begin(), target.movement.points.end());
  std::sort(movers_.begin(), movers_.end());
  movers_.erase(std::unique(movers_.begin(), movers_.end()), movers_.end());
  if (!movers_.empty() && movers_.back() >= point_count_)
    throw InputError("mesh.targets: one names a missing point");
  for (const std::uint32_t point : movers_) movers_rest_mm_.push_back(part.rest_mm()[point]);
  prepare_turns(rest_normals, triangles);
}

void FaceMotion::prepare_turns(std::span<const glm::vec3> rest_normals,
                               std::span<const glm::uvec3> triangles) {
  std::vector<Bits> moved_by(point_count_, 0);
  for (std::size_t k = 0; k < targets_.size(); ++k)
    for (const std::uint32_t point : targets_[k].movement.points) moved_by[point] |= bit(k);
  const auto any = [](const std::vector<Bits>& of, const glm::uvec3& t) {
    return of[t.x] | of[t.y] | of[t.z];
  };
  const auto spread = [](std::vector<Bits>& to, const glm::uvec3& t, Bits bits) {
    for (int k = 0; k < 3; ++k) to[t[k]] |= bits;
  };
  std::vector<Bits> turned_by(point_count_, 0);
  for (const glm::uvec3& t : triangles) spread(turned_by, t, any(moved_by, t));
  // A normal that turns needs every triangle about its point, also those that stay.
  std::vector<Bits> summed_for(point_count_, 0);
  for (const glm::uvec3& t : triangles) {
    const Bits need = any(turned_by, t);
    if (need == 0) continue;
    if (triangles_.size() % kBlock == 0) triangle_block_need_.push_back(0);
    triangle_block_need_.back() |= need;
    triangles_.push_back(t);
  }
  for (std::size_t i = 0; i < triangles_.size(); ++i)
    spread(summed_for, triangles_[i], triangle_block_need_[i / kBlock]);
  for (std::uint32_t point = 0; point < point_count_; ++point) {
    if (summed_for[point] == 0) continue;
    if (vertices_.size() % kBlock == 0) vertex_block_need_.push_back(0);
    vertex_block_need_.back() |= summed_for[point];
    vertices_.push_back({point, turned_by[point], rest_normals[point]});
  }
}

FaceMotion::Bits FaceMotion::move(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm) const {
  for (std::size_t i = 0; i < movers_.size(); ++i) points_mm[movers_[i]] = movers_rest_mm_[i];
  Bits active = 0;
  for (const TargetWeight& target : pose) {
    if (target.weight == 0.0) continue;
    const auto weight = static_cast<float>(target.weight);
    for (std::size_t k = 0; k < targets_.size(); ++k) {
      if (targets_[k].name != target.target) continue;
      active |= bit(k);
      const FacePart::Movement& movement = targets_[k].movement;
      for (std::size_t i = 0; i < movement.points.size(); ++i)
        points_mm[movement.points[i]] += movement.deltas_mm[i] * weight;
    }
  }
  return active;
}

void FaceMotion::turn(Bits active, std::span<const glm::vec3> points_mm, std::span<glm::vec3> normals) const {
  const auto block_of = [](const auto& all, std::size_t block) {
    return std::span(all).subspan(block * kBlock, std::min(kBlock, all.size() - block * kBlock));
  };
  for (std::size_t b = 0; b < vertex_block_need_.size(); ++b) {
    const bool summed = (vertex_block_need_[b] & active) != 0;
    for (const Vertex& v : block_of(vertices_, b))
      normals[v.point] = summed ? glm::vec3(0.0F) : v.rest_normal;
  }
  for (std::size_t b = 0; b < triangle_block_need_.size(); ++b)
    if ((triangle_block_need_[b] & active) != 0)
      add_area_normals(points_mm, block_of(triangles_, b), normals);
  for (std::size_t b = 0; b < vertex_block_need_.size(); ++b) {
    if ((vertex_block_need_[b] & active) == 0) continue;
    for (const Vertex& v : block_of(vertices_, b))
      normals[v.point] = (v.turned_by & active) != 0 ? unit_normal(normals[v.point]) : v.rest_normal;
  }
}

void FaceMotion::apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
                       std::span<glm::vec3> normals) const {
  if (points_mm.size() != point_count_ || normals.size() != point_count_)
    throw InputError("mesh.points: the output has a different count");
  turn(move(pose, points_mm), points_mm, normals);
}

}  // namespace simulation
