#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/files/texts.h"
#include "app/session/action.h"
#include "render/context/window.h"

namespace app {

/// What a file dropped on the window does, told by its content: a plan, a case or a saved picture is opened,
/// a light map (.hdr) lights the model from then on.
struct Dropped {
  std::optional<Action> action;
  std::string problem;  // in words for the window, when there is no action
};

/// Of the last drop among the events; empty when there is none. Reads the file.
std::optional<Dropped> dropped(std::span<const render::WindowEvent> events, const Texts& texts);

/// Whether the person has pressed a button or key, so that a message about a drop can go.
bool goes_on(std::span<const render::WindowEvent> events);

}  // namespace app
