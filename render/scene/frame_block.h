#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

namespace render {

/// Mirrors `Frame` in shaders/frame.glsl (std140); meanings are there.
struct FrameBlock {
  glm::mat4 view_projection{1};
  glm::mat4 shadow_from_world{1};
  glm::vec4 eye{0};
  glm::vec4 toward_eye{0};
  glm::vec4 key_direction{0};
  glm::vec4 key_right{0};
  glm::vec4 key_up{0};
  glm::vec4 key_light{0};
  glm::vec4 fill_direction{0};
  glm::vec4 fill_light{0};
  glm::vec4 rim_direction[2]{};
  glm::vec4 rim_light[2]{};
  glm::vec4 front_direction{0};
  glm::vec4 shadow{0};
  glm::vec4 fade{0};
  glm::vec4 heat{0};
  glm::ivec4 pixel{0};
  glm::vec4 exposure{1};
  glm::vec4 sky[9]{};
};
static_assert(sizeof(FrameBlock) == 2 * 64 + 27 * 16);

/// Uniform binding point and texture units that every shader uses.
inline constexpr unsigned kFrameBinding = 0;
enum TextureUnit {
  kAlbedoUnit,
  kShadowUnit,
  kOpennessUnit,
  kTranslucencyUnit,
  kReliefUnit,
  kMottleUnit,
  kSceneUnit,
  kLinesUnit,
  kFloorUnit
};

}  // namespace render
