#include "app/window/gui.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "app/window/widgets/focus_mode.h"

namespace app {

Gui::ContextHolder::ContextHolder() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // nothing is remembered between runs
  io.LogFilename = nullptr;
}

Gui::ContextHolder::~ContextHolder() {
  ImGui::DestroyContext();
}

Gui::Gui(render::Window& window, const Paths& paths, bool kiosk)
    : window_(window), paths_(paths), kiosk_(kiosk), texts_(read_texts(paths.shared_file("texts/en.json"))) {
  backend_ = std::make_unique<render::ImguiBackend>(window);
}

Gui::~Gui() = default;

Ui Gui::begin(const Session& session, std::vector<Action>& actions) {
  const float scale =
      std::round(static_cast<float>(session.look.text_scale) * window_.content_scale() * 64.0f) / 64.0f;
  const Palette& colours = palette(session.look.theme);
  if (scale != scale_) {
    const bool first = scale_ == 0.0f;
    fonts_ = load_fonts(paths_.share / "fonts", scale, kiosk_);
    if (!first) backend_->rebuild_fonts();
  }
  if (scale != scale_ || session.look.theme != theme_) apply_style(colours, scale);
  scale_ = scale;
  theme_ = session.look.theme;
  follow_focus_mode();
  backend_->new_frame();
  ImGui::NewFrame();
  return Ui{colours, fonts_, texts_, scale, kiosk_, actions};
}

void Gui::end() {
  ImGui::Render();
}
void Gui::show(ModelView& model, bool whole) {
  if (whole) backend_->forget_drawn();
  const int height = window_.framebuffer_size().y;
  const auto below = [&](const render::PixelRect& part) { model.present(part, height); };
  if (backend_->draw(model.take_fresh(height), below)) window_.swap();
}

void Gui::heed(std::span<const render::WindowEvent> events) {
  for (const render::WindowEvent& event : events)
    if (event.kind == render::WindowEventKind::refresh) backend_->forget_drawn();
}

bool Gui::input_waits() const {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void Gui::forget() {
  ImGui::ClearActiveID();
  ImGui::FocusWindow(nullptr);
  ImGui::ClosePopupsExceptModals();
  ImGui::GetIO().ClearInputKeys();
}

}  // namespace app
