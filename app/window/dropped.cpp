#include "app/window/dropped.h"

#include <algorithm>
#include <filesystem>

#include "app/base/error.h"
#include "app/files/opened_file.h"
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
  // By what is in it; a light map that cannot be read is told as one all the same.
  const FileKind kind = kind_of(path);
  // One that is no plan or case, as its name says it should be, is told why where it is opened.
  const bool named = kind == FileKind::other && path.extension() == ".json";
  if (named || (kind != FileKind::other && kind != FileKind::light_map))
    return {action::AskCase{action::CaseStep::open, path.string()}, {}};
  if (kind == FileKind::other && !is_light_map(path))
    return {{}, texts.fill("drop.not_known", {{"file", file}})};
  try {
    return {action::SetLightMap{read_light_map(path)}, {}};
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
