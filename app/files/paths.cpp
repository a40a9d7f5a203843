#include "app/files/paths.h"

#include <cstdlib>
#include <system_error>

#include "app/base/error.h"

namespace app {
namespace fs = std::filesystem;
namespace {

fs::path executable_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::current_path(error) : program.parent_path();
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

fs::path Paths::shared_file(std::string_view name) const {
  const fs::path path = share / name;
  if (!is_file(path))
    throw AssetError(path.string() + ": missing; the program is not complete, build or install it again");
  return path;
}

fs::path Paths::baked_file(std::string_view name) const {
  const fs::path path = baked / name;
  if (!is_file(path))
    throw AssetError(path.string() +
                     ": missing; run `bash app/run` once, it makes the meshes, or install the package again");
  return path;
}

namespace {

fs::path cache_folder() {
  const auto named = [](const char* variable) {
    const char* value = std::getenv(variable);
    return fs::path(value ? value : "");
  };
  if (const fs::path own = named("FORESHOW_CACHE"); !own.empty()) return own;
  if (const fs::path users = named("XDG_CACHE_HOME"); !users.empty()) return users / "foreshow";
  if (const fs::path home = named("HOME"); !home.empty()) return home / ".cache" / "foreshow";
  return {};
}

}  // namespace

Paths find_paths() {
  const fs::path folder = executable_folder();
  Paths paths;
  paths.share = folder / "share";
  paths.cache = cache_folder();
  std::error_code error;
  if (const char* named = std::getenv("FORESHOW_ASSETS"); named && *named) {
    paths.baked = named;
  } else if (fs::is_directory(folder / "assets" / "meshes", error)) {
    paths.baked = folder / "assets";
  } else {
    paths.baked = folder.parent_path() / "assets";
  }
  return paths;
}

}  // namespace app
