#include "app/sheet/page/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include <stdexcept>

namespace app {
namespace {

constexpr const char* kFonts[] = {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"};

struct Release {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

}  // namespace

Held<PangoFontMap> private_font_map(const std::filesystem::path& folder) {
  const std::unique_ptr<FcConfig, Release> config(FcConfigCreate());
  bool read = config != nullptr;
  // File by file: of a folder fontconfig would keep a cache.
  for (const char* name : kFonts) {
    const std::filesystem::path file = folder / name;
    read = read && FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(file.c_str()));
    if (!read) throw std::runtime_error(file.string() + ": cannot be read");
  }
  // Pango starts fontconfig, which would look for the system's fonts unless there is a configuration already.
  FcConfigSetCurrent(config.get());
  Held<PangoFontMap> map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (!map) throw std::runtime_error("Pango was built without FreeType");
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
  return map;
}

Held<PangoContext> page_context(PangoFontMap* map) {
  Held<PangoContext> context(pango_font_map_create_context(map));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), 72.0);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("en"));
  return context;
}

}  // namespace app
