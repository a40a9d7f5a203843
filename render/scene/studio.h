#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <optional>

#include "render/image/environment_light.h"

namespace render {

/// clinical: shows relief. beauty: flatters, so whoever shows a picture in it has to say so.
enum class LightPreset { clinical, beauty };

/// The fixed studio. Clinical: a large soft key from the upper left of the camera, a weak fill from the other
/// side, a rim from behind, a soft ambient, a seamless backdrop. Exposure and tone curve never adapt, so two
/// pictures are comparable.
struct Studio {
  /// Where the photographer stands, radians about +Y, 0 = looking at the front of the person. The lights
  /// belong to the photographer: the patient turns, the lights stay. Empty: follows the camera.
  std::optional<float> photographer_azimuth_rad;

  LightPreset light = LightPreset::clinical;

  /// Light of a map instead of the preset's, as much in all as the clinical studio has; null: the preset.
  std::shared_ptr<const EnvironmentLight> environment;

  /// Linear factor before the tone curve. Part of the comparable set-up: the same for every picture of a
  /// pair.
  float exposure = 1.0f;

  /// Backdrop colours, linear, at the top and the bottom of the picture.
  glm::vec3 backdrop_top{0.44f, 0.47f, 0.495f};
  glm::vec3 backdrop_bottom{0.25f, 0.272f, 0.29f};

  /// Height of the floor in millimetres; empty: no floor (faces).
  std::optional<float> floor_y_mm;

  bool operator==(const Studio&) const = default;
};

}  // namespace render
