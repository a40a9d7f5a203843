#pragma once

#include <cstdint>

namespace render {

/// How the skin of one point differs from the even tone of its part: redder cheeks, oilier nose, a shaved
/// beard. All zero: in nothing.
struct SkinShade {
  float melanin = 0;          // share of the tone's melanin that is added, -1 and more
  float blood = 0;            // the same of blood
  float rough = 0;            // added to the roughness of about 0.52; less is glossier and has more sebum
  std::uint8_t beard = 0;     // cut hair under the surface; of these four 255 stands for 1
  std::uint8_t freckles = 0;  // specks of melanin some 2 mm wide
  std::uint8_t vessels = 0;   // fine lines of blood
  std::uint8_t coarse = 0;    // deeper pores
};

}  // namespace render
