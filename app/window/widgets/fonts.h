#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

struct ImFont;

namespace app {

/// Sizes in dp (1/160 inch at scale 1, one pixel at 96 dpi): caption 13, body 15, strong 15 semi-bold, title
/// 18 semi-bold, number 25 semi-bold, large 34, huge 50. A kiosk reads from further away: 15, 18, 18, 22, 34,
/// 38, 56.
enum class TextStyle { caption, body, strong, title, number, large, huge };
inline constexpr std::size_t kTextStyleCount = 7;

struct Fonts {
  std::array<ImFont*, kTextStyleCount> styles{};
  ImFont* operator[](TextStyle style) const { return styles[static_cast<std::size_t>(style)]; }
};

/// Replaces the current ImGui context's font atlas by Inter at real pixel sizes. folder: holds the Inter
/// files. scale: pixels per dp. The backend's texture must be rebuilt afterwards. Throws AssetError for a
/// missing file.
Fonts load_fonts(const std::filesystem::path& folder, float scale, bool kiosk);

}  // namespace app
