#include "app/body/region_mesh.h"

#include "app/base/error.h"
#include "app/base/names.h"
#include "render/mesh/assimp_file.h"
#include "render/mesh/morph.h"

namespace app {
namespace {

/// Refinement per part: close-ups of skin and eyes must show no facets; teeth come fine enough.
int level_of(const std::string& part) {
  if (part == "skin" || part == "eyes" || part == "cornea") return 2;
  return part == "teeth" ? 0 : 1;
}

MeshPart part_of(render::Cage cage) {
  render::Subdivision subdivision(cage, level_of(cage.name));
  MeshPart part{std::move(cage), std::move(subdivision), {}};
  for (const render::MorphTarget& target : part.cage.targets) {
    if (!target.name.starts_with("expression/units/")) continue;
    render::MorphTarget refined = part.subdivision.refine(target);
    part.expressions.push_back(
        {std::move(refined.name), std::move(refined.points), std::move(refined.deltas_mm)});
  }
  return part;
}

}  // namespace

RegionMesh RegionMesh::load(const Paths& paths, simulation::Region region) {
  const Manifest manifest = read_manifest(paths);
  const std::string name(name_of(kRegionNames, region));
  const auto entry = manifest.meshes.find(name);
  if (entry == manifest.meshes.end())
    throw AssetError((paths.baked / "manifest.json").string() + ": meshes: no " + name +
                     " mesh, expected one");
  verify_file(paths, manifest, entry->second.file);

  RegionMesh mesh;
  mesh.region_ = region;
  mesh.file_ = paths.baked_file(entry->second.file).string();
  mesh.hash_ = manifest.files.at(entry->second.file).sha256;
  mesh.landmark_names_ = entry->second.landmarks;
  for (render::Cage& cage : render::read_mesh_file(mesh.file_, render::MeshSource::asset)) {
    const auto count = entry->second.part_points.find(cage.name);
    if (cage.name == "landmarks") {
      mesh.landmark_cage_ = std::move(cage);
      continue;
    }
    if (count == entry->second.part_points.end() || count->second != cage.positions_mm.size())
      throw AssetError(mesh.file_ + ": " + cage.name + ": has " + std::to_string(cage.positions_mm.size()) +
                       " points, the manifest says otherwise");
    mesh.parts_.push_back(part_of(std::move(cage)));
  }
  if (mesh.parts_.empty() || mesh.parts_.front().cage.name != "skin")
    throw AssetError(mesh.file_ + ": no part named skin comes first, expected one");
  if (mesh.landmark_cage_.positions_mm.size() != mesh.landmark_names_.size())
    throw AssetError(mesh.file_ + ": landmarks: " + std::to_string(mesh.landmark_cage_.positions_mm.size()) +
                     " points, the manifest names " + std::to_string(mesh.landmark_names_.size()));
  return mesh;
}

std::vector<glm::vec3> RegionMesh::shaped_cage(const render::Cage& cage,
                                               const std::vector<ShapeWeight>& weights) const {
  std::vector<glm::vec3> points = cage.positions_mm;
  for (const ShapeWeight& weight : weights) {
    const render::MorphTarget* target = render::find_target(cage, weight.target);
    if (!target) throw AssetError(file_ + ": " + cage.name + ": no target " + weight.target);
    render::add_scaled(points, *target, weight.weight);
  }
  return points;
}

std::vector<glm::vec3> RegionMesh::shaped(const MeshPart& part,
                                          const std::vector<ShapeWeight>& weights) const {
  std::vector<glm::vec3> points(part.subdivision.point_count());
  part.subdivision.refine(shaped_cage(part.cage, weights), points);
  return points;
}

std::map<std::string, glm::dvec3> RegionMesh::landmarks(const std::vector<ShapeWeight>& weights) const {
  const std::vector<glm::vec3> points = shaped_cage(landmark_cage_, weights);
  std::map<std::string, glm::dvec3> named;
  for (std::size_t i = 0; i < points.size(); ++i) named[landmark_names_[i]] = glm::dvec3(points[i]);
  return named;
}

}  // namespace app
