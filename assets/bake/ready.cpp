#include "assets/bake/ready.h"

#include "render/image/mip_image.h"
#include "render/mesh/assimp_file.h"
#include "render/mesh/baked_mesh.h"

namespace bake {
namespace {

/// Refinement per part: close-ups of skin and eyes must show no facets; teeth come fine enough.
int level_of(const std::string& part) {
  if (part == "skin" || part == "eyes" || part == "cornea") return 2;
  return part == "teeth" || part == "landmarks" ? 0 : 1;
}

}  // namespace

std::vector<std::uint8_t> ready_mesh(const std::filesystem::path& glb,
                                     const std::vector<std::string>& landmark_names,
                                     const std::string& sha256) {
  const std::vector<render::Cage> cages = render::read_mesh_file(glb, render::MeshSource::asset);
  std::vector<int> levels;
  for (const render::Cage& cage : cages) levels.push_back(level_of(cage.name));
  return render::BakedMesh::encode({cages, levels, "expression/units/", landmark_names, sha256});
}

std::vector<std::uint8_t> ready_texture(const Picture& picture) {
  render::Image image = render::make_image(picture.width, picture.height, {0, 0, 0, 255});
  const auto channels = static_cast<std::size_t>(picture.channels);
  for (std::size_t i = 0; i < picture.bytes.size(); ++i)
    image.rgba[i / channels * 4 + i % channels] = picture.bytes[i];
  return render::encode_mip_image(render::make_mip_image(image));
}

}  // namespace bake
