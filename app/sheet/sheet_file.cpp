#include "app/sheet/sheet_file.h"

#include <dlfcn.h>

#include "app/base/error.h"
#include "app/sheet/page/module.h"

namespace app {
namespace {

/// Stays open: GLib cannot be unloaded.
DrawSheet open_module(const std::filesystem::path& file) {
  void* const library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library)
    throw AssetError(file.string() + ": cannot be opened (" + ::dlerror() +
                     "); the program is not complete, build or install it again");
  const auto draw = reinterpret_cast<DrawSheet>(::dlsym(library, kDrawSheetSymbol));
  if (!draw) throw AssetError(file.string() + ": is of another program, build or install it again");
  return draw;
}

}  // namespace

std::string sheet_pdf(const Sheet& sheet, const Paths& paths) {
  // Beside the program, as its data are.
  const DrawSheet draw = open_module(paths.share.parent_path() / "libforeshow_sheet.so");
  DrawnSheet drawn;
  draw(sheet, (paths.share / "fonts").c_str(), drawn);
  if (!drawn.problem.empty()) throw InputError(drawn.problem);
  return std::move(drawn.bytes);
}

}  // namespace app
