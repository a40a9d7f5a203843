#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/base/view_names.h"
#include "app/files/texts.h"
#include "render/scene/studio.h"

namespace app {

/// What lights a picture: a preset, or the map of a file.
struct Light {
  render::LightPreset preset = render::LightPreset::clinical;
  std::shared_ptr<const render::EnvironmentLight> environment;  // null: the preset
  std::string file;                                             // of the map, without its folder

  bool operator==(const Light&) const = default;
};

/// By the file's name, whatever it holds.
bool is_light_map(const std::filesystem::path& path);

/// `clinical`, `beauty` or the path of a Radiance .hdr map of all directions. Throws InputError for another
/// word, render::InputError for a file that cannot be used.
Light read_light(std::string_view option, const std::string& text);

/// The map of a file, whatever it is called. Throws render::InputError for one that cannot be used.
Light read_light_map(const std::filesystem::path& path);

/// The light in the studio of a picture.
void set_light(render::Studio& studio, const Light& light);

/// What every picture in another light than the clinical one has to say; empty for the clinical one.
std::string light_line(const Light& light, const Texts& texts);

/// As sidecars name it: the preset's name or the file's.
std::string light_name(const Light& light);

}  // namespace app
