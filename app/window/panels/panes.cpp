#include "app/window/panels/panes.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

namespace app {
namespace {

constexpr double kRadiansPerDp = 0.0075;
constexpr double kZoomPerNotch = 1.12;

const Area& pane_under(const std::vector<Area>& panes, ImVec2 pixel) {
  return panes.size() > 1 && pixel.x >= panes[1].min.x ? panes[1] : panes[0];
}

}  // namespace

std::vector<Area> stage_panes(Join compare, const Area& stage) {
  if (compare != Join::side && compare != Join::beside) return {stage};
  const float middle = std::floor((stage.min.x + stage.max.x) / 2);
  return {Area{stage.min, {middle, stage.max.y}}, Area{{middle, stage.min.y}, stage.max}};
}

glm::dvec2 to_ndc(const Area& pane, ImVec2 pixel) {
  return {2.0 * (pixel.x - pane.min.x) / pane.width() - 1.0,
          1.0 - 2.0 * (pixel.y - pane.min.y) / pane.height()};
}

bool model_input(const Ui& ui, const Session& session, const Area& stage) {
  const auto panes = stage_panes(session.compare, stage);
  const double aspect = panes[0].width() / std::max(1.0f, panes[0].height());
  if (std::abs(aspect - session.aspect) > 1e-3) ui.act(action::SetAspect{aspect});

  ImGui::SetCursorScreenPos(stage.min);
  ImGui::SetNextItemAllowOverlap();
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  ImGui::InvisibleButton("stage.model", ImVec2(stage.width(), stage.height()),
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  ImGui::PopItemFlag();
  const ImGuiIO& io = ImGui::GetIO();
  const float still = ui.px(4);
  const bool clicked = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
                       io.MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] < still * still;
  const Area& pane = pane_under(panes, io.MousePos);
  // Where the press itself jumped to, as a finger does, nothing was dragged yet.
  const bool dragged = ImGui::IsItemActive() && !ImGui::IsItemActivated();
  if (dragged && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
      const double k = kRadiansPerDp / ui.scale;
      ui.act(action::Orbit{-io.MouseDelta.x * k, io.MouseDelta.y * k});
    } else {
      const ImVec2 before(io.MousePos.x - io.MouseDelta.x, io.MousePos.y - io.MouseDelta.y);
      ui.act(action::Pan{to_ndc(pane, before), to_ndc(pane, io.MousePos)});
    }
  }
  if (ImGui::IsItemHovered() && io.MouseWheel != 0)
    ui.act(
        action::Zoom{std::pow(kZoomPerNotch, static_cast<double>(io.MouseWheel)), to_ndc(pane, io.MousePos)});
  return clicked;
}

}  // namespace app
