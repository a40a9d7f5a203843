#include "app/window/panels/layout.h"

#include <algorithm>
#include <cmath>

namespace app {

Layout consultant_layout(ImVec2 size, float scale) {
  const float width_dp = size.x / scale, height_dp = size.y / scale;
  Layout layout;
  layout.compact = width_dp < 1080.0f;
  const auto px = [&](float dp) { return std::round(dp * scale); };
  const float top = px(54), label = px(30);
  const float timeline = px(height_dp < 560.0f ? 134.0f : std::clamp(height_dp * 0.25f, 176.0f, 230.0f));
  const float side = px(layout.compact ? std::clamp(width_dp * 0.42f, 264.0f, 304.0f) : 304.0f);
  const float bottom = size.y - label - timeline;
  layout.top = {{0, 0}, {size.x, top}};
  layout.label = {{0, size.y - label}, size};
  layout.timeline = {{0, bottom}, {size.x, size.y - label}};
  layout.plan = {{0, top}, {layout.compact ? 0 : side, bottom}};
  layout.outcome = {{size.x - side, top}, {size.x, bottom}};
  layout.stage = {{layout.plan.max.x, top}, {layout.outcome.min.x, bottom}};
  return layout;
}

void begin_area(const char* name, const Area& area, ImVec2 padding, ImU32 ground, bool scrolls) {
  // Whole pixels, the same for both areas at an edge: Dear ImGui cuts place and size each for itself, which
  // leaves a row that nobody draws.
  const ImVec2 from(std::round(area.min.x), std::round(area.min.y));
  ImGui::SetNextWindowPos(from);
  ImGui::SetNextWindowSize(ImVec2(std::round(area.max.x) - from.x, std::round(area.max.y) - from.y));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (scrolls)
    flags &= ~(ImGuiWindowFlags_NoScrollbar);
  else
    flags |= ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

}  // namespace app
