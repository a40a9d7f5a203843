#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

#include "simulation/face/face_surface.h"

namespace simulation {

/// A part of the head in motion: what FacePart::deform() and vertex_normals() give, to the byte, but worked
/// out only where the muscles of the pose reach.
class FaceMotion {
 public:
  /// Something that moves the part beside the muscles, linear in its weight.
  struct Target {
    std::string name;
    FacePart::Movement movement;
  };

  /// `rest_normals` are vertex_normals() of the part at rest, one per point; `triangles` index its points.
  /// Poses may name the targets of `beside` too. Throws InputError when sizes differ or something names a
  /// missing point.
  FaceMotion(const FacePart& part, std::span<const glm::vec3> rest_normals,
             std::span<const glm::uvec3> triangles, const std::vector<Target>& beside = {});

  /// Writes every point that a pose can move and every normal it can turn, and leaves all others alone: a
  /// buffer that held the rest shape or any pose of it becomes the new pose. An empty pose gives the bytes of
  /// the rest shape. One entry per point of the part; targets that are not known do nothing.
  void apply(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm,
             std::span<glm::vec3> normals) const;

  /// Points that can move, ascending.
  const std::vector<std::uint32_t>& movers() const { return movers_; }

 private:
  using Bits = std::uint64_t;  // one per target
  static constexpr std::size_t kBlock = 64;

  /// A point on a triangle that can turn.
  struct Vertex {
    std::uint32_t point = 0;
    Bits turned_by = 0;
    glm::vec3 rest_normal{0.0F};
  };

  static Bits bit(std::size_t target) { return Bits{1} << target % 64; }
  void prepare_turns(std::span<const glm::vec3> rest_normals, std::span<const glm::uvec3> triangles);
  Bits move(std::span<const TargetWeight> pose, std::span<glm::vec3> points_mm) const;
  void turn(Bits active, std::span<const glm::vec3> points_mm, std::span<glm::vec3> normals) const;

  std::size_t point_count_ = 0;
  std::vector<Target> targets_;
  std::vector<std::uint32_t> movers_;
  std::vector<glm::vec3> movers_rest_mm_;
  std::vector<Vertex> vertices_;         // ascending
  std::vector<Bits> vertex_block_need_;  // per kBlock vertices: targets for which sums are taken there
  std::vector<glm::uvec3> triangles_;    // in the order of the mesh, so that sums keep their bytes
  std::vector<Bits> triangle_block_need_;
};

}  // namespace simulation
