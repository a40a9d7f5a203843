#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/files/paths.h"
#include "app/files/texts.h"
#include "app/session/session.h"
#include "app/window/model_view.h"
#include "app/window/widgets/ui.h"
#include "render/context/imgui_backend.h"
#include "render/context/window.h"

namespace app {

/// The interface of one window: Dear ImGui's context, fonts at the wanted size, theme.
class Gui {
 public:
  /// The window must outlive this. Throws AssetError for a missing font or text.
  Gui(render::Window& window, const Paths& paths, bool kiosk);
  ~Gui();
  Gui(const Gui&) = delete;
  Gui& operator=(const Gui&) = delete;

  /// Starts a frame in the session's size and colours; actions are put into `actions`.
  Ui begin(const Session& session, std::vector<Action>& actions);
  /// Lays the frame out. draw() must follow.
  void end();
  /// Draws it over the model's pictures and shows both; nothing where both are as they were, unless `whole`.
  /// `whole`: all of the window anew, not only what differs from the last picture.
  void show(ModelView& model, bool whole);
  /// What the screen has lost is shown again whole.
  void heed(std::span<const render::WindowEvent> events);
  /// Whether input is waiting for a next frame: Dear ImGui spreads quick presses over several.
  bool input_waits() const;
  /// Forgets focus and everything half typed: for the next person at a kiosk.
  void forget();

  const Texts& texts() const { return texts_; }

 private:
  render::Window& window_;
  Paths paths_;
  bool kiosk_;
  Texts texts_;
  struct ContextHolder {
    ContextHolder();
    ~ContextHolder();
  } context_;
  Fonts fonts_;
  float scale_ = 0.0f;
  Theme theme_ = Theme::light;
  std::unique_ptr<render::ImguiBackend> backend_;
};

}  // namespace app
