#include "assets/bake/proxies.h"

#include <algorithm>
#include <map>

namespace bake {
namespace {

// Pairs of base vertices whose distance along x, y, z tells the size of the face.
constexpr std::array<std::uint32_t, 3> kScaleHigh = {11998, 881, 5320};
constexpr std::array<std::uint32_t, 3> kScaleLow = {5399, 791, 962};

}  // namespace

glm::dvec3 eye_scale_dm() {
  return {1.6482, 2.7213, 2.2795};
}
glm::dvec3 lash_scale_dm() {
  return {1.48, 2.3298, 1.9221};
}
// The package lost the teeth's reference distances. The teeth's own model is the fitted one made 0.8425 times
// as large, with its offsets at full size: so they were made on a face of 0.8425 times the base's distances.
glm::dvec3 teeth_scale_dm() {
  return 0.8425 * lash_scale_dm();
}
glm::dvec3 brow_scale_dm() {
  return {1.416, 2.3073, 1.9231};
}

bool is_cornea(const std::array<glm::dvec2, 4>& uvs) {
  return std::all_of(uvs.begin(), uvs.end(), [](const glm::dvec2& uv) {
    return uv.x >= 0.88 && uv.x <= 0.99 && uv.y >= 0.01 && uv.y <= 0.12;
  });
}

bool is_eyeball(const std::array<glm::dvec2, 4>& uvs) {
  return !is_cornea(uvs);
}

Part proxy_part(const Proxy& proxy, std::string name, std::string material, const glm::dvec3& scale_dm,
                bool (*keep)(const std::array<glm::dvec2, 4>&)) {
  Part part;
  part.name = std::move(name);
  part.material = std::move(material);
  part.scale = {kScaleHigh, kScaleLow, scale_dm * kMmPerPackageUnit};
  std::map<std::uint32_t, std::uint32_t> point_of;
  for (const Quad& quad : proxy.quads) {
    std::array<glm::dvec2, 4> uvs;
    for (std::size_t k = 0; k < 4; ++k) uvs[k] = proxy.uvs[quad.uvs[k]];
    if (keep != nullptr && !keep(uvs)) continue;
    Face face;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::uint32_t vertex = quad.vertices[k];
      const auto [at, fresh] = point_of.try_emplace(vertex, std::uint32_t(part.points.size()));
      if (fresh) {
        Blend blend;
        for (std::size_t r = 0; r < 3; ++r)
          if (proxy.weights[vertex][r] != 0)
            blend.terms.emplace_back(proxy.refs[vertex][r], proxy.weights[vertex][r]);
        blend.scaled_offset_mm = proxy.offsets_mm[vertex];
        part.points.push_back(std::move(blend));
      }
      face[k] = {at->second, uvs[k]};
    }
    part.faces.push_back(face);
  }
  return part;
}

}  // namespace bake
