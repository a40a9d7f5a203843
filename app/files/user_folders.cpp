#include "app/files/user_folders.h"

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace app {
namespace fs = std::filesystem;
namespace {

fs::path named(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path(value ? value : "");
  // The rules say that a relative one counts as none.
  return path.is_absolute() ? path : fs::path();
}

fs::path base_folder(const char* variable, const char* below_home) {
  if (const fs::path users = named(variable); !users.empty()) return users;
  if (const fs::path home = named("HOME"); !home.empty()) return home / below_home;
  return {};
}

/// What user-dirs.dirs says under a name: a path in quotes, absolute or below $HOME.
std::optional<fs::path> desktops_folder(std::string_view name) {
  std::ifstream stream(base_folder("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs");
  const std::string start = std::string(name) + "=\"";
  for (std::string line; std::getline(stream, line);) {
    if (!line.starts_with(start) || !line.ends_with('"') || line.size() <= start.size()) continue;
    const std::string value = line.substr(start.size(), line.size() - start.size() - 1);
    constexpr std::string_view kHome = "$HOME/";
    return value.starts_with(kHome) ? named("HOME") / value.substr(kHome.size()) : fs::path(value);
  }
  return std::nullopt;
}

fs::path users_folder(std::string_view name, const char* usual) {
  std::error_code error;
  if (const auto told = desktops_folder(name); told && fs::is_directory(*told, error)) return *told;
  const fs::path home = named("HOME");
  if (fs::is_directory(home / usual, error)) return home / usual;
  return fs::is_directory(home, error) ? home : fs::current_path(error);
}

}  // namespace

fs::path state_folder() {
  const fs::path base = base_folder("XDG_STATE_HOME", ".local/state");
  return base.empty() ? fs::path() : base / "foreshow";
}

fs::path pictures_folder() {
  return users_folder("XDG_PICTURES_DIR", "Pictures");
}

fs::path documents_folder() {
  return users_folder("XDG_DOCUMENTS_DIR", "Documents");
}

}  // namespace app
