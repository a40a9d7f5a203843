#pragma once

#include "assets/bake/part.h"

namespace bake {

/// Reference distances in decimetre (x, y, z) by which a proxy's offsets were made.
glm::dvec3 eye_scale_dm();
glm::dvec3 lash_scale_dm();
glm::dvec3 brow_scale_dm();
glm::dvec3 teeth_scale_dm();

/// A fitted mesh as a part. `keep` says by texture coordinates of a quad's corners (v up) which quads to
/// take.
Part proxy_part(const Proxy& proxy, std::string name, std::string material, const glm::dvec3& scale_dm,
                bool (*keep)(const std::array<glm::dvec2, 4>&) = nullptr);

/// Quads of the eye mesh that are the clear shell in front of the iris: their texture patch is transparent.
bool is_cornea(const std::array<glm::dvec2, 4>& uvs);
bool is_eyeball(const std::array<glm::dvec2, 4>& uvs);

}  // namespace bake
