#pragma once

#include <glm/vec3.hpp>
#include <limits>
#include <vector>

#include "render/camera/camera.h"
#include "render/scene/studio.h"

namespace render {

/// Names a part of one Renderer. 0 names nothing.
enum class PartId : unsigned { none = 0 };

enum class Layer {
  skin,    // as a camera sees it; anatomy is not drawn
  muscle,  // anatomy alone: skin, lashes and brows are not drawn
  xray,    // a translucent shell of skin over the anatomy
  heat,    // skin coloured by its scalars in millimetres, see heat_colour()
  fat,     // as xray, with the fat between skin and muscles
};

struct DrawItem {
  PartId part = PartId::none;
  /// Below 1 the part is a see-through shell (the ghost of week 0): its front layer alone is blended over
  /// everything, whatever its order in the list.
  float opacity = 1.0f;
  bool visible = true;
  /// Muscle, tendon, bone and fat only: a light line round the part and a soft glow toward it. No other
  /// part's light changes; the line covers a little of what is behind it.
  bool highlighted = false;
};

/// Everything that a picture depends on beside the uploaded parts. The same value gives the same bytes.
struct SceneView {
  Camera camera;
  Layer layer = Layer::skin;
  std::vector<DrawItem> items;

  /// Heat layer: displacement that gets the end colours, millimetres, > 0.
  float heat_limit_mm = 5.0f;

  /// No backdrop; straight alpha whose edge colours belong to the model, so no halo on any ground.
  bool transparent_background = false;

  /// The cut of thigh or shoulder dissolves between these heights: whole at fade_from_y_mm, gone at
  /// fade_to_y_mm. `from < to` fades upwards (legs), `from > to` downwards (shoulders), equal: no fade.
  float fade_from_y_mm = 0.0f;
  float fade_to_y_mm = 0.0f;

  Studio studio;
};

}  // namespace render
