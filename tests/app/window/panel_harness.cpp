#include "tests/app/window/panel_harness.h"

#include <imgui_internal.h>

#include <cmath>
#include <filesystem>

#include "app/studio/close_ups.h"
#include "app/window/kiosk/kiosk_screens.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/shortcuts.h"
#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

const std::filesystem::path kAssets = FORESHOW_ASSETS_SOURCE;

}  // namespace

PanelHarness::PanelHarness(Session session, ImVec2 window_size, bool kiosk, float text_scale)
    : history(std::move(session)),
      data(sample_data()),
      size(window_size),
      scale(text_scale),
      kiosk_(kiosk),
      texts_(read_texts(kAssets / "texts/en.json")),
      context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = size;
  io.DeltaTime = 1.0f / 60.0f;
  fonts_ = load_fonts(FORESHOW_FONTS, scale, kiosk);
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  observe_widgets(*context_, this);
  frame();
  frame();
}

PanelHarness::~PanelHarness() {
  ImGui::DestroyContext(context_);
}

void PanelHarness::frame() {
  rects_.clear();
  names_.clear();
  told_.clear();
  last_actions.clear();
  const Palette& colours = palette(history.now.look.theme);
  apply_style(colours, scale);
  follow_focus_mode();
  ImGui::NewFrame();
  const Ui ui{colours, fonts_, texts_, scale, kiosk_, last_actions};
  if (kiosk_) {
    kiosk_screens(ui, history.now, data, size);
  } else {
    handle_shortcuts(ui, history.now, data);
    consultant_panels(ui, history, data, size);
  }
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) ui.act(action::EndGesture{});
  ImGui::Render();
  for (const Action& action : last_actions) history = apply(std::move(history), action);
}

std::string PanelHarness::told() {
  frame();
  return told_;
}

std::vector<std::string> PanelHarness::targets() const {
  std::vector<std::string> targets;
  // Windows report themselves as well.
  for (const auto& [name, id] : names_)
    if (!ImGui::FindWindowByName(name.c_str())) targets.push_back(name);
  return targets;
}

void PanelHarness::move_to(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  frame();
}

void PanelHarness::press(const std::string& name) {
  const WidgetRect where = rect(name);
  move_to((where.left + where.right) / 2, (where.top + where.bottom) / 2);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frame();
  frame();
}

void PanelHarness::drag(const std::string& name, float from_share, float to_share) {
  const WidgetRect where = rect(name);
  const auto x = [&](float share) { return where.left + share * (where.right - where.left); };
  const float y = (where.top + where.bottom) / 2;
  move_to(x(from_share), y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  for (int i = 1; i <= 8; ++i)
    move_to(x(from_share + (to_share - from_share) * static_cast<float>(i) / 8), y);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  frame();
}

void PanelHarness::key(ImGuiKey key, bool control, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
  if (control) io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddKeyEvent(key, true);
  frame();
  io.AddKeyEvent(key, false);
  if (control) io.AddKeyEvent(ImGuiMod_Ctrl, false);
  if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
  frame();
  frame();
}

Session sample_session(Mode mode) {
  simulation::Plan calf;
  calf.title = "Sample";
  calf.region = simulation::Region::calf;
  simulation::Session session;
  using simulation::Muscle, simulation::MuscleTarget, simulation::Side;
  session.injections = {{MuscleTarget{Muscle::gastrocnemius_medial, Side::both, 6}, 60.0},
                        {MuscleTarget{Muscle::gastrocnemius_lateral, Side::both, 4}, 40.0}};
  calf.sessions = {session};
  simulation::Plan face = calf;
  face.region = simulation::Region::face;
  face.sessions[0].injections = {{MuscleTarget{Muscle::procerus, Side::midline, 1}, 4.0},
                                 {MuscleTarget{Muscle::corrugator, Side::both, 2}, 8.0}};
  KioskSettings settings;
  settings.exit_pin = "2580";
  settings.text_scale = 1.0;
  Session start = start_session(mode, calf, face, settings);
  render::Framing framing;
  framing.height_mm = 480;
  for (const auto region : {simulation::Region::calf, simulation::Region::face}) {
    framing.close_ups.clear();
    for (const render::StandardView view : render::kStandardViews)
      if (render::is_close_up(view) && shows(region, view)) framing.close_ups.push_back({view});
    start = apply(std::move(start), action::SetFraming{region, framing});
  }
  return start;
}

ViewData sample_data() {
  ViewData data;
  data.model_ready = true;
  const auto curve = [&](const std::string& quantity, double depth, double spread, double start = 0.0) {
    Curve made{quantity, {}};
    for (int week = 0; week <= 39; ++week) {
      const double shape = week / 10.0 * std::exp(1.0 - week / 10.0);
      made.points.push_back({static_cast<double>(week), start + (depth - spread) * shape,
                             start + depth * shape, start + (depth + spread) * shape});
    }
    data.curves.push_back(made);
  };
  for (const std::string side : {"left", "right"}) {
    curve("calf." + side + ".max_girth", -0.5, 0.9, 36.4);
    curve("calf." + side + ".max_girth_change", -0.5, 0.9);
    curve("calf." + side + ".gastrocnemius.volume_change", -14, 6);
    curve("calf." + side + ".gastrocnemius.block", 0.7, 0.1);
  }
  for (const char* place : {"glabella", "forehead", "crows_feet"}) {
    const std::string start = std::string("face.") + place;
    curve(start + ".relief_effort_change", -60, 20);
    curve(start + ".grade_effort", 2, 1);
    curve(start + ".grade_rest", 1, 0);
    curve(start + ".none_or_mild_effort", 77, 0);
  }
  const auto ona = simulation::Product::onabotulinumtoxin_a, abo = simulation::Product::abobotulinumtoxin_a;
  for (const auto region : {simulation::Region::calf, simulation::Region::face}) {
    const Session sample = sample_session(Mode::consultant);
    const simulation::Plan& plan = region == simulation::Region::calf ? sample.calf.plan : sample.face.plan;
    data.protocols.push_back({region, ona, plan.sessions[0].injections});
    data.protocols.push_back({region, abo, plan.sessions[0].injections});
  }
  data.claims = {{simulation::Region::calf, ClaimSource::leaflet, ClaimKind::peak, 6, 8},
                 {simulation::Region::calf, ClaimSource::trial, ClaimKind::peak, 8, 13}};
  return data;
}

}  // namespace app
