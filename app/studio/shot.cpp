#include "app/studio/shot.h"

#include <string>
#include <utility>
#include <vector>

#include "app/base/error.h"
#include "render/file/sha256.h"

namespace app {
namespace {

template <typename... T>
std::string hash_of(const T&... values) {
  render::Sha256 hash;
  (hash.add_values(std::span<const T>(&values, 1)), ...);
  return hash.finish();
}

/// By what the map gives, not by its name.
std::string hash_of_map(const render::EnvironmentLight* map) {
  if (!map) return {};
  std::string text = hash_of(map->sky);
  for (const render::EnvironmentKey& key : map->keys)
    text += hash_of(key.direction, key.light, key.half_size);
  return text;
}

/// What a shot depends on, by the words a person would use.
std::vector<std::pair<std::string, std::string>> aspects(const Shot& shot) {
  const render::Camera& c = shot.view.camera;
  const render::Studio& s = shot.view.studio;
  return {{"camera", hash_of(c.eye_mm, c.target_mm, c.up, c.near_mm, c.far_mm)},
          {"lens", hash_of(static_cast<int>(c.orthographic), c.ortho_height_mm, c.vertical_fov_rad)},
          {"light", hash_of(s.photographer_azimuth_rad.value_or(-100.0f), s.backdrop_top, s.backdrop_bottom,
                            s.floor_y_mm.value_or(-1e9f), static_cast<int>(s.light)) +
                        hash_of_map(s.environment.get())},
          {"exposure", hash_of(s.exposure)},
          {"pose", hash_of(static_cast<int>(shot.expression), shot.effort, static_cast<int>(shot.pose))},
          {"materials", render::sha256_of_text(shot.materials)},
          {"layer", hash_of(static_cast<int>(shot.view.layer), shot.view.heat_limit_mm)},
          {"crop", hash_of(shot.view.fade_from_y_mm, shot.view.fade_to_y_mm)},
          {"background", hash_of(static_cast<int>(shot.view.transparent_background))},
          {"size", hash_of(shot.size.x, shot.size.y)}};
}

}  // namespace

std::string studio_hash(const Shot& shot) {
  render::Sha256 hash;
  for (const auto& [name, value] : aspects(shot)) hash.add_text(name + value);
  return hash.finish();
}

void require_comparable(const Shot& before, const Shot& after) {
  const auto a = aspects(before);
  const auto b = aspects(after);
  std::string differing;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].second != b[i].second) differing += (differing.empty() ? "" : ", ") + a[i].first;
  if (!differing.empty())
    throw InputError("before and after differ in " + differing +
                     "; a comparison needs the same camera, light, pose and materials");
}

}  // namespace app
