#include "app/body/region_mesh.h"

#include "app/base/error.h"
#include "app/base/names.h"
#include "render/mesh/morph.h"

namespace app {

namespace {

using MeshSection = render::BakedMesh::Section;

}  // namespace

RegionMesh RegionMesh::load(const Paths& paths, simulation::Region region) {
  RegionMesh mesh;
  mesh.region_ = region;
  const auto path = paths.baked_file("meshes/" + std::string(name_of(kRegionNames, region)) + ".mesh");
  mesh.file_ = path.string();
  mesh.mesh_ = render::BakedMesh::open(path);
  mesh.mesh_.verify(MeshSection::drawn);
  return mesh;
}

std::vector<glm::vec3> RegionMesh::shaped_cage(const render::BakedPart& part,
                                               const std::vector<ShapeWeight>& weights) const {
  std::vector<glm::vec3> points(part.cage_mm.begin(), part.cage_mm.end());
  for (const ShapeWeight& weight : weights) {
    const render::MorphTarget* target = render::find_target(part.targets, weight.target);
    if (!target) throw AssetError(file_ + ": " + part.name + ": no target " + weight.target);
    render::add_scaled(points, *target, weight.weight);
  }
  return points;
}

std::vector<glm::vec3> RegionMesh::shaped(const render::BakedPart& part,
                                          const std::vector<ShapeWeight>& weights) const {
  mesh_.verify(MeshSection::shapes);
  std::vector<glm::vec3> points(part.refinement.point_count());
  part.refinement.refine(shaped_cage(part, weights), points);
  return points;
}

std::vector<simulation::FaceField> RegionMesh::expressions(const render::BakedPart& part) const {
  mesh_.verify(MeshSection::refined);
  std::vector<simulation::FaceField> fields;
  for (const render::MorphTarget& unit : part.refined)
    fields.push_back({unit.name,
                      {unit.points.begin(), unit.points.end()},
                      {unit.deltas_mm.begin(), unit.deltas_mm.end()}});
  return fields;
}

void RegionMesh::release_shapes() const {
  mesh_.release(MeshSection::shapes);
  mesh_.release(MeshSection::refined);
}

void RegionMesh::release() const {
  release_shapes();
  mesh_.release(MeshSection::drawn);
  mesh_.release(MeshSection::landmarks);
}

std::map<std::string, glm::dvec3> RegionMesh::landmarks(const std::vector<ShapeWeight>& weights) const {
  mesh_.verify(MeshSection::landmarks);
  const std::vector<glm::vec3> points = shaped_cage(mesh_.landmarks(), weights);
  std::map<std::string, glm::dvec3> named;
  for (std::size_t i = 0; i < points.size(); ++i) named[mesh_.landmark_names()[i]] = glm::dvec3(points[i]);
  return named;
}

}  // namespace app
