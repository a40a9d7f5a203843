#pragma once

#include <functional>
#include <memory>
#include <span>

#include "render/context/interface_damage.h"

namespace render {

class Window;

/// The platform and drawing halves of Dear ImGui, so that no other file includes its backends. The ImGui
/// context must exist and be current; the app owns it, its style, fonts and widgets.
class ImguiBackend {
 public:
  /// For a window: installs the input callbacks after the window's own (both see every event).
  explicit ImguiBackend(Window& window);
  /// Without a window (tests, pictures of the interface): the caller sets io.DisplaySize and io.DeltaTime and
  /// feeds events itself. The offscreen context must be current.
  ImguiBackend();
  ~ImguiBackend();
  ImguiBackend(const ImguiBackend&) = delete;
  ImguiBackend& operator=(const ImguiBackend&) = delete;

  /// Before ImGui::NewFrame().
  void new_frame();
  /// After ImGui::Render(): draws the interface over what lies below it. below: puts that into the window,
  /// at least within the rectangle it is given, beyond which nothing is drawn; fresh: where it has changed.
  /// In software only what differs from the last picture is drawn, to the same bytes, where the window still
  /// holds that. Returns false when nothing differs: then there is nothing to swap.
  bool draw(std::span<const PixelRect> fresh, const std::function<void(const PixelRect&)>& below);
  /// The window has lost what was drawn, or it is to be shown again.
  void forget_drawn();
  /// After the font atlas changed (another scale or language).
  void rebuild_fonts();

 private:
  struct Kept;
  bool has_window_ = false;
  std::unique_ptr<Kept> kept_;  // in software
};

}  // namespace render
