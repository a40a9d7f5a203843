#include "app/window/dropped.h"

#include <algorithm>
#include <filesystem>

#include "app/base/error.h"
#include "app/studio/light.h"

namespace app {
namespace {

/// The message of what failed, with the file's name in the place of its whole path.
std::string short_message(std::string message, const std::filesystem::path& path) {
  const std::string whole = path.string();
  if (message.starts_with(whole)) message.replace(0, whole.size(), path.filename().string());
  return message;
}

Dropped drop(const std::vector<std::string>& paths, const Texts& texts) {
  if (paths.size() != 1) return {{}, texts.at("drop.one_file")};
  const std::filesystem::path path(paths.front());
  const std::string file = path.filename().string();
  if (!is_light_map(path)) return {{}, texts.fill("drop.no_light", {{"file", file}})};
  try {
    return {action::SetLightMap{read_light("", path.string())}, {}};
  } catch (...) {
    const std::string why = short_message(describe(std::current_exception()).message, path);
    return {{}, texts.fill("drop.bad_light", {{"why", why}})};
  }
}

}  // namespace

bool goes_on(std::span<const render::WindowEvent> events) {
  return std::any_of(events.begin(), events.end(), [](const render::WindowEvent& event) {
    return event.kind == render::WindowEventKind::button_down ||
           event.kind == render::WindowEventKind::key_down;
  });
}

std::optional<Dropped> dropped(std::span<const render::WindowEvent> events, const Texts& texts) {
  std::optional<Dropped> last;
  for (const render::WindowEvent& event : events)
    if (event.kind == render::WindowEventKind::drop) last = drop(event.paths, texts);
  return last;
}

}  // namespace app
