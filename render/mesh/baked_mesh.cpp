#include "render/mesh/baked_mesh.h"

#include "render/error.h"
#include "render/mesh/subdivision.h"

namespace render {
namespace {

constexpr const char* kMeshKind = "FORESHOW MESH";
// Grows with every change of the layout and of what the bake puts there.
constexpr std::uint32_t kMeshVersion = 1;
constexpr std::size_t kSections = 4;
constexpr const char* kLandmarkPart = "landmarks";

using Section = BakedMesh::Section;

class MeshWriter {
 public:
  MeshWriter() : out_(kMeshKind, kMeshVersion, kSections) {}

  BakedFileWriter& out() { return out_; }

  template <typename T>
  void array(Section section, const T& values) {
    out_.add_array(static_cast<std::size_t>(section), std::span<const typename T::value_type>(values));
  }
  void targets(Section section, const std::vector<MorphTarget>& targets) {
    out_.add_number(targets.size());
    for (const MorphTarget& target : targets) {
      out_.add_text(target.name);
      array(section, target.points);
      array(section, target.deltas_mm);
    }
  }
  void part(const Cage& cage, int level, const std::string& refined_prefix) {
    const bool points = cage.name == kLandmarkPart;
    const Section shapes = points ? Section::landmarks : Section::shapes;
    const Subdivision subdivision(cage, level);
    const Topology& topology = subdivision.topology();
    out_.add_text(cage.name);
    out_.add_text(cage.material);
    out_.add_number(topology.point_count);
    array(Section::drawn, topology.vertex_point);
    array(Section::drawn, topology.vertex_uv);
    array(Section::drawn, topology.triangles);
    array(Section::drawn, topology.point_triangles);
    out_.add_number(subdivision.refinement().steps().size());
    for (const Refinement::Rows& rows : subdivision.refinement().steps()) {
      array(shapes, rows.start);
      array(shapes, rows.index);
      array(shapes, rows.weight);
    }
    array(shapes, cage.positions_mm);
    targets(shapes, cage.targets);
    std::vector<MorphTarget> refined;
    for (const MorphTarget& target : cage.targets)
      if (!points && target.name.starts_with(refined_prefix)) refined.push_back(subdivision.refine(target));
    targets(Section::refined, refined);
  }

 private:
  BakedFileWriter out_;
};

std::vector<MorphTarget> read_targets(BakedFileReader& in) {
  std::vector<MorphTarget> targets(in.number());
  for (MorphTarget& target : targets) {
    target.name = in.text();
    target.points = in.array<std::uint32_t>();
    target.deltas_mm = in.array<glm::vec3>();
  }
  return targets;
}

BakedPart read_part(BakedFileReader& in) {
  BakedPart part;
  part.name = in.text();
  part.material = in.text();
  Topology topology;
  topology.point_count = static_cast<std::uint32_t>(in.number());
  topology.vertex_point = in.array<std::uint32_t>();
  topology.vertex_uv = in.array<glm::vec2>();
  topology.triangles = in.array<glm::uvec3>();
  topology.point_triangles = in.array<glm::uvec3>();
  std::vector<Refinement::Rows> steps(in.number());
  for (Refinement::Rows& rows : steps) {
    rows.start = in.array<std::uint32_t>();
    rows.index = in.array<std::uint32_t>();
    rows.weight = in.array<float>();
  }
  part.cage_mm = in.array<glm::vec3>();
  part.refinement = Refinement(part.cage_mm.size(), std::move(steps), std::move(topology));
  part.targets = read_targets(in);
  part.refined = read_targets(in);
  return part;
}

}  // namespace

std::vector<std::uint8_t> BakedMesh::encode(const Source& source) {
  MeshWriter writer;
  writer.out().add_text(source.sha256);
  writer.out().add_number(source.landmark_names.size());
  for (const std::string& name : source.landmark_names) writer.out().add_text(name);
  writer.out().add_number(source.cages.size());
  bool landmarks = false;
  for (std::size_t i = 0; i < source.cages.size(); ++i) {
    const Cage& cage = source.cages[i];
    if (cage.name == kLandmarkPart) {
      landmarks = true;
      if (cage.positions_mm.size() != source.landmark_names.size())
        throw AssetError("landmarks: " + std::to_string(cage.positions_mm.size()) + " points, expected " +
                         std::to_string(source.landmark_names.size()));
    }
    writer.part(cage, source.levels[i], source.refined_prefix);
  }
  if (!landmarks || source.cages.front().name != "skin")
    throw AssetError("a region's mesh needs skin first, and landmarks");
  return writer.out().finish();
}

BakedMesh BakedMesh::open(const std::filesystem::path& path) {
  BakedMesh mesh;
  mesh.file_ = BakedFile::open(path, kMeshKind, kMeshVersion);
  BakedFileReader in(mesh.file_);
  mesh.source_sha256_ = in.text();
  mesh.landmark_names_.resize(in.number());
  for (std::string& name : mesh.landmark_names_) name = in.text();
  for (std::uint64_t left = in.number(); left > 0; --left) {
    BakedPart part = read_part(in);
    if (part.name == kLandmarkPart)
      mesh.landmarks_ = std::move(part);
    else
      mesh.parts_.push_back(std::move(part));
  }
  return mesh;
}

}  // namespace render
