#pragma once

#include <pango/pangocairo.h>

#include <filesystem>
#include <memory>

namespace app {

/// Gives GLib's objects back.
struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;

/// A map of the program's own fonts in that folder and of no others: neither the system's fonts nor its
/// settings are read. Throws std::runtime_error where one is missing.
Held<PangoFontMap> private_font_map(const std::filesystem::path& folder);

/// A context of that map whose lengths are points and whose glyphs stand where they are, unhinted: a page is
/// laid out the same at every size.
Held<PangoContext> page_context(PangoFontMap* map);

}  // namespace app
