#include "app/window/widgets/fonts.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>

#include "app/base/error.h"

namespace app {
namespace {

constexpr const char* kFiles[kTextStyleCount] = {
    "Inter-Regular.otf",  "Inter-Regular.otf",  "Inter-SemiBold.otf", "Inter-SemiBold.otf",
    "Inter-SemiBold.otf", "Inter-SemiBold.otf", "Inter-SemiBold.otf"};
constexpr float kDeskSizes[kTextStyleCount] = {13, 15, 15, 18, 25, 34, 50};
constexpr float kKioskSizes[kTextStyleCount] = {15, 18, 18, 22, 34, 38, 56};

// Latin with accents, and the signs the texts use: dashes, quotes, dots, arrows, minus, comparison.
constexpr ImWchar kGlyphs[] = {0x0020, 0x007E, 0x00A0, 0x017F, 0x2010, 0x2026, 0x2030, 0x203A, 0x2190,
                               0x2194, 0x2212, 0x2212, 0x2264, 0x2265, 0x202F, 0x202F, 0};

}  // namespace

Fonts load_fonts(const std::filesystem::path& folder, float scale, bool kiosk) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  Fonts fonts;
  for (std::size_t i = 0; i < kTextStyleCount; ++i) {
    const std::filesystem::path file = folder / kFiles[i];
    if (!std::filesystem::exists(file))
      throw AssetError(file.string() + ": missing, expected the Inter font");
    ImFontConfig config;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const float size = std::round((kiosk ? kKioskSizes : kDeskSizes)[i] * scale);
    fonts.styles[i] = atlas.AddFontFromFileTTF(file.c_str(), size, &config, kGlyphs);
  }
  ImGui::GetIO().FontDefault = fonts[TextStyle::body];
  return fonts;
}

}  // namespace app
