#include "app/studio/light.h"

#include <algorithm>
#include <cctype>

#include "app/base/option_value.h"
#include "render/image/hdr_image.h"

namespace app {

bool is_light_map(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".hdr";
}

Light read_light(std::string_view option, const std::string& text) {
  Light light;
  for (const auto& [preset, name] : kLightNames)
    if (name == text) light.preset = preset;
  if (text == name_of(kLightNames, light.preset)) return light;
  const std::filesystem::path path(text);
  if (!is_light_map(path))
    fail_option(option, "\"" + text + "\" is not known, expected clinical, beauty or a .hdr file");
  return read_light_map(path);
}

Light read_light_map(const std::filesystem::path& path) {
  Light light;
  const std::string name = path.string();
  light.environment = std::make_shared<const render::EnvironmentLight>(
      render::environment_light(render::read_hdr(path), name));
  light.file = path.filename().string();
  return light;
}

void set_light(render::Studio& studio, const Light& light) {
  studio.light = light.preset;
  studio.environment = light.environment;
}

std::string light_line(const Light& light, const Texts& texts) {
  if (light.environment) return texts.fill("light.file_shown", {{"file", light.file}});
  return light.preset == render::LightPreset::clinical ? std::string() : texts.at("light.beauty_shown");
}

std::string light_name(const Light& light) {
  return light.environment ? light.file : std::string(name_of(kLightNames, light.preset));
}

}  // namespace app
