#include "app/studio/materials.h"

#include <array>
#include <glm/common.hpp>

#include "app/base/error.h"
#include "app/base/names.h"
#include "simulation/measure/smooth.h"

namespace app {
namespace {

using render::MaterialKind;

std::string skin_texture(const simulation::Person& person) {
  // The renderer takes the mean out of the picture and puts the tone in; what is left is where lips, cheeks
  // and folds are redder or darker.
  const std::string age = person.age_years < 36.0 ? "young" : person.age_years < 58.0 ? "middleage" : "old";
  const std::string ancestry = person.skin_tone >= 5   ? "african"
                               : person.skin_tone == 4 ? "asian"
                                                       : "caucasian";
  return "textures/skin_" + age + "_" + ancestry + "_" + std::string(name_of(kSexNames, person.sex)) +
         ".texture";
}

std::string eye_texture(const simulation::Person& person) {
  if (person.skin_tone >= 4) return "textures/eye_brown.texture";
  return person.skin_tone == 3 ? "textures/eye_brownlight.texture" : "textures/eye_grey.texture";
}

/// Lit colour of brows and lashes for tones 1 to 6, linear. Assumed art direction, not measured: with the
/// tone hair darkens and loses its red, to nearly black for tones 5 and 6; lashes are darker than brows.
struct HairColour {
  glm::vec3 brow, lash;
};
const HairColour& hair_colour(int skin_tone) {
  static constexpr std::array<HairColour, 6> kColours{
      {{{0.105f, 0.066f, 0.040f}, {0.030f, 0.020f, 0.014f}},
       {{0.074f, 0.045f, 0.028f}, {0.019f, 0.013f, 0.010f}},
       {{0.050f, 0.030f, 0.019f}, {0.012f, 0.009f, 0.008f}},
       {{0.024f, 0.0165f, 0.0120f}, {0.009f, 0.0075f, 0.0070f}},
       {{0.0095f, 0.0076f, 0.0066f}, {0.006f, 0.0055f, 0.0052f}},
       {{0.0060f, 0.0052f, 0.0048f}, {0.004f, 0.0038f, 0.0036f}}}};
  return kColours.at(static_cast<std::size_t>(skin_tone - 1));
}

/// Hair turns grey with the years, that of the head first. When and how far is an assumption; so is the grey.
glm::vec3 greyed(glm::vec3 colour, double years, double from, double to, float most) {
  const auto share = most * static_cast<float>(simulation::ease(from, to, years));
  return glm::mix(colour, glm::vec3(0.27f, 0.26f, 0.25f), share);
}

render::Material plain(MaterialKind kind, glm::vec3 tint = glm::vec3(1.0f)) {
  render::Material material;
  material.kind = kind;
  material.tint = tint;
  return material;
}

}  // namespace

Look look_of(const std::string& material, const simulation::Person& person) {
  if (material == "skin") {
    Look look{plain(MaterialKind::skin), skin_texture(person)};
    look.material.skin_tone = person.skin_tone;
    look.material.hair = greyed(hair_colour(person.skin_tone).brow, person.age_years, 38.0, 82.0, 0.9f);
    return look;
  }
  // The package's irises are lighter and redder than real ones.
  if (material == "eye") return {plain(MaterialKind::eye, {0.5f, 0.47f, 0.45f}), eye_texture(person)};
  if (material == "cornea") return {plain(MaterialKind::cornea), ""};
  if (material == "lash")
    return {plain(MaterialKind::lash, hair_colour(person.skin_tone).lash), "textures/lashes.texture"};
  if (material == "brow")
    return {plain(MaterialKind::brow,
                  greyed(hair_colour(person.skin_tone).brow, person.age_years, 48.0, 90.0, 0.5f)),
            "textures/brows.texture"};
  if (material == "teeth") return {plain(MaterialKind::teeth), "textures/teeth.texture"};
  if (material == "tongue") return {plain(MaterialKind::tongue), "textures/tongue.texture"};
  if (material == "cap") return {plain(MaterialKind::fabric), ""};
  throw AssetError("mesh part of unknown material " + material);
}

std::string describe(const Look& look) {
  const render::Material& m = look.material;
  const auto text = [](double value) { return std::to_string(value) + " "; };
  return text(static_cast<int>(m.kind)) + text(m.tint.r) + text(m.tint.g) + text(m.tint.b) +
         text(m.skin_tone) + text(m.hair.r) + text(m.hair.g) + text(m.hair.b) + text(m.relief) + look.texture;
}

render::Material decal_material(const simulation::Person& person) {
  // Blue is in no skin. Dark skin needs the lighter one.
  return plain(MaterialKind::decal,
               person.skin_tone >= 5 ? glm::vec3(0.25f, 0.62f, 1.0f) : glm::vec3(0.02f, 0.10f, 0.42f));
}

render::Material stain_material(glm::vec3 tint) {
  return plain(MaterialKind::stain, tint);
}

render::Material rim_material(const simulation::Person& person) {
  // Assumed art direction: mucosa has little pigment, the margin of the lid some.
  const float dark = static_cast<float>(person.skin_tone - 1) / 5.0f;
  return plain(MaterialKind::lid_rim,
               glm::mix(glm::vec3(0.60f, 0.23f, 0.185f), glm::vec3(0.16f, 0.062f, 0.048f), dark));
}

render::Material anatomy_material(simulation::Tissue tissue) {
  switch (tissue) {
    case simulation::Tissue::muscle:
      return plain(MaterialKind::muscle);
    case simulation::Tissue::tendon:
      return plain(MaterialKind::tendon);
    case simulation::Tissue::fat:
      return plain(MaterialKind::fat);
    case simulation::Tissue::bone:
      break;
  }
  return plain(MaterialKind::bone);
}

}  // namespace app
