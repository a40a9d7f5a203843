#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/window/panels/panels.h"
#include "app/window/panels/panes.h"
#include "app/window/panels/structure_card.h"

namespace app {
namespace {

constexpr float kStructureReachDp = 24.0f;  // a structure is hit so far beside it: a target of 48 dp
constexpr int kRings = 3, kSpokes = 12;

/// The pixel itself, then round it, nearest first.
std::vector<render::Ray> rays_round(const Session& session, const Area& pane, ImVec2 pixel, float reach) {
  const render::Camera& camera = session.view().camera;
  const double aspect = pane.width() / std::max(1.0f, pane.height());
  std::vector<render::Ray> rays;
  const auto add = [&](ImVec2 at) { rays.push_back(render::ray_through(camera, to_ndc(pane, at), aspect)); };
  add(pixel);
  for (int ring = 1; ring <= kRings; ++ring)
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
      const float angle = 2.0f * std::numbers::pi_v<float> * static_cast<float>(spoke) / kSpokes;
      const float r = reach * static_cast<float>(ring) / kRings;
      add(ImVec2(pixel.x + r * std::cos(angle), pixel.y + r * std::sin(angle)));
    }
  return rays;
}

void tap(const Ui& ui, const Session& session, const ViewData& data, const std::vector<Area>& panes) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const std::size_t pane = panes.size() > 1 && mouse.x >= panes[1].min.x ? 1 : 0;
  // In layers of the skin every tap on it tells: there is nothing small to miss.
  auto rays = rays_round(session, panes[pane], mouse, ui.px(kStructureReachDp));
  if (!shows_anatomy(session.layer)) rays.resize(1);
  if (const auto met = data.pick_structure(rays, pane))
    ui.act(action::TapStructure{*met});
  else if (session.tapped)
    ui.act(action::CloseStructure{});
}

}  // namespace

void structure_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area,
                       const Area& room, bool clicked) {
  if (session.setup().framing.height_mm <= 0.0) return;
  const auto panes = stage_panes(session.compare, area);
  if (clicked && data.pick_structure && session.tells_structures()) tap(ui, session, data, panes);
  if (!session.tapped || !data.structure || !data.structure->point.seen) return;
  const Area& pane = panes[std::min(session.tapped->pane, panes.size() - 1)];
  const glm::dvec2 ndc = render::to_ndc(session.view().camera, data.structure->point.position_mm,
                                        pane.width() / std::max(1.0f, pane.height()));
  if (std::max(std::abs(ndc.x), std::abs(ndc.y)) >= 1.0) return;
  const ImVec2 point(pane.min.x + static_cast<float>(0.5 + 0.5 * ndc.x) * pane.width(),
                     pane.min.y + static_cast<float>(0.5 - 0.5 * ndc.y) * pane.height());
  structure_card(ui, session, *data.structure, point, room, area);
}

}  // namespace app
