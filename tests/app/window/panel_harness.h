#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <vector>

#include "app/files/texts.h"
#include "app/session/history.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/imgui_hooks.h"
#include "app/window/widgets/ui.h"

/// Runs panels in memory: no window, no driver. Finds widgets by their names and presses them as a person
/// would.
namespace app {

class PanelHarness : public WidgetObserver {
 public:
  PanelHarness(Session session, ImVec2 size, bool kiosk, float scale = 1.0f);
  ~PanelHarness() override;

  History history;
  ViewData data;
  ImVec2 size;
  float scale;
  std::vector<Action> last_actions;  // of the last frame

  /// Lays one frame out and applies its actions.
  void frame();
  /// All words of one more frame in the order in which they are drawn, one space apart.
  std::string told();
  bool has(const std::string& name) const { return names_.count(name) != 0; }
  WidgetRect rect(const std::string& name) const { return rects_.at(names_.at(name)); }
  /// Names of everything that can be pressed.
  std::vector<std::string> targets() const;
  void move_to(float x, float y);
  void press(const std::string& name);
  void drag(const std::string& name, float from_share, float to_share);
  void key(ImGuiKey key, bool control = false, bool shift = false);

  void placed(std::uint32_t id, const WidgetRect& rect) override { rects_[id] = rect; }
  void labelled(std::uint32_t id, std::string_view label) override { names_[std::string(label)] = id; }
  void written(std::string_view words) override { told_.append(words.empty() ? "" : " ").append(words); }

 private:
  bool kiosk_;
  std::string told_;  // in the last frame
  Texts texts_;
  ImGuiContext* context_;
  Fonts fonts_;
  std::map<std::uint32_t, WidgetRect> rects_;
  std::map<std::string, std::uint32_t> names_;
};

/// A session on both regions with framed bodies, and view data with curves of a made-up shape.
Session sample_session(Mode mode);
ViewData sample_data();

}  // namespace app
