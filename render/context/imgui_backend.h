#pragma once

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
  /// After ImGui::Render(): draws the interface over what the window's framebuffer holds.
  void draw();
  /// After the font atlas changed (another scale or language).
  void rebuild_fonts();

 private:
  bool has_window_ = false;
};

}  // namespace render
