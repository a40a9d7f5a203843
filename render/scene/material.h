#pragma once

#include <glm/vec3.hpp>
#include <memory>

#include "render/image/mip_image.h"

namespace render {

/// Which shape of a part light and shadow see: the one drawn, or its rest (or light) shape whatever is drawn.
enum class LightShape { current, rest };

/// tape: a measuring tape laid over the picture. It throws no shadow and changes no other part's light; its
/// scalars are millimetres from the tape's end, its uv.y runs across it. decal: a sign painted on a surface,
/// blended over it and just as free of light: patches 0.1 mm or more off it. Its uv runs from -1 to 1 across
/// the sign, its scalar is 1 for a disc in the tint with a white rim, 0 for a soft spread of one radius.
/// stain: what a needle leaves on skin, multiplied into it, laid as a decal is. Its uv runs from -1 to 1
/// across one radius; its scalar is 0 to 1 for a bump, 1 to 2 for a bruise, whose tint is what it lets
/// through. fat: under the skin, over the muscles; drawn in its own layer. eye, cornea: scalars tell how near
/// the lids are, 1 at the edge of the upper, -1 of the lower, 0 from 4 mm on. lash, brow without a picture:
/// strands of hair whose uv.y runs from root (0) to tip (1). lid_rim: moist tissue and tears between lids and
/// ball, blended over both in the tint. Its scalar is 0 for the lower lid, 1 for the upper, 2 for the
/// caruncle; uv.x runs along the lid or round the caruncle, uv.y from the skin (0) over the lid's edge (1/3)
/// on to the ball (1), or from the caruncle's top (0) to its foot (1).
enum class MaterialKind {
  skin,
  eye,
  cornea,
  lash,
  brow,
  teeth,
  tongue,
  fabric,
  muscle,
  tendon,
  bone,
  fat,
  tape,
  decal,
  stain,
  lid_rim
};

/// What a part looks like. Colours are linear sRGB primaries.
struct Material {
  MaterialKind kind = MaterialKind::skin;

  /// sRGB texture, optional. skin: low-frequency colour of a body painted in any tone (its own mean is
  /// divided out, the tone comes from skin_tone); eye: sclera and iris; lash, brow: alpha counts; teeth,
  /// tongue: colour.
  std::shared_ptr<const MipImage> albedo;

  /// Multiplies the colour. For eyes it grades the iris, not the sclera; for lash and brow it is the colour.
  glm::vec3 tint{1.0f};

  /// Skin only: Fitzpatrick type 1 (very fair) to 6 (very dark).
  int skin_tone = 2;

  /// Skin only: colour of the hair that stands on it where its scalar is above 0.
  glm::vec3 hair{0.04f, 0.026f, 0.017f};

  /// Skin only: depth factor of pores and fine relief, 0 none, 1 a healthy adult.
  float relief = 1.0f;
};

}  // namespace render
