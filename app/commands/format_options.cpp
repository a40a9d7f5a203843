#include "app/commands/format_options.h"

#include <array>
#include <string>
#include <string_view>

#include "app/base/option_value.h"

namespace app {
namespace {

constexpr int kSmallestSide = 160;
constexpr int kLargestSide = 16384;
constexpr long long kMostPixels = 100'000'000;
constexpr glm::ivec2 kClipSize{1280, 720};

// Coarser than a poster is printed, finer than film is exposed: an assumption.
constexpr double kLeastDpi = 36.0;
constexpr double kMostDpi = 2400.0;

struct Preset {
  std::string_view name;
  glm::ivec2 size;
  int keep_clear = 0;
};

constexpr std::array kPresets = {Preset{"square", {1080, 1080}},
                                 Preset{"portrait", {1080, 1350}},
                                 Preset{"story", {1080, 1920}, 250},
                                 Preset{"full-hd", {1920, 1080}},
                                 Preset{"link", {1200, 627}},
                                 Preset{"hd", {1280, 720}},
                                 Preset{"4k", {3840, 2160}},
                                 Preset{"a4", {2480, 3508}},
                                 Preset{"1080x1080", {1080, 1080}},
                                 Preset{"1080x1350", {1080, 1350}},
                                 Preset{"1080x1920", {1080, 1920}, 250},
                                 Preset{"1920x1080", {1920, 1080}},
                                 Preset{"1200x627", {1200, 627}},
                                 Preset{"1280x720", {1280, 720}}};

constexpr Names<render::Depth, 2> kDepthNames{{{render::Depth::bits_8, "8"}, {render::Depth::bits_16, "16"}}};

const Preset& preset_named(std::string_view name) {
  std::array<std::string_view, kPresets.size()> names;
  for (std::size_t i = 0; i < kPresets.size(); ++i) {
    if (kPresets[i].name == name) return kPresets[i];
    names[i] = kPresets[i].name;
  }
  fail_option("--preset", "\"" + std::string(name) + "\" is not known, expected " + list_of(names));
}

glm::ivec2 size_value(std::string_view text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string_view::npos)
    fail_option("--size", "\"" + std::string(text) + "\" is not a size, expected such as 1600x1200");
  const glm::ivec2 size{
      static_cast<int>(whole_value("--size", text.substr(0, cross), kSmallestSide, kLargestSide)),
      static_cast<int>(whole_value("--size", text.substr(cross + 1), kSmallestSide, kLargestSide))};
  if (static_cast<long long>(size.x) * size.y > kMostPixels)
    fail_option("--size", std::string(text) + " is too large, expected at most 100 million pixels");
  return size;
}

void read_size(const CaptureArguments& a, PictureFormat& format) {
  if (a.size && a.preset) fail_option("--size", "and --preset are both given, expected one of them");
  if (a.clip) format.size = kClipSize;
  if (a.size) format.size = size_value(*a.size);
  if (!a.preset) return;
  const Preset& preset = preset_named(*a.preset);
  format.size = preset.size;
  format.keep_clear = preset.keep_clear;
}

}  // namespace

PictureFormat read_format(const CaptureArguments& a) {
  PictureFormat format;
  read_size(a, format);
  format.transparent = a.transparent;
  // A plain still of another week must differ where skin moved and nowhere else; its sidecar tells the week.
  format.captioned = a.caption;
  if (a.dpi) format.dpi = number_value("--dpi", *a.dpi, kLeastDpi, kMostDpi);
  if (!a.bits) return format;
  format.depth = word_value("--bits", *a.bits, kDepthNames);
  if (format.depth != render::Depth::bits_8 && a.folder.empty() && a.clip)
    fail_option("--bits", *a.bits + " is for stills, expected 8 for a clip alone");
  return format;
}

}  // namespace app
