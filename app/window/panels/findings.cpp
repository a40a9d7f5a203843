#include "app/window/panels/findings.h"

#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "app/window/widgets/controls.h"

namespace app {
namespace {

// Of the panel's height: the plan below stays in reach.
constexpr float kMostClosed = 0.3f, kMostOpen = 0.62f;
// Closed, the strip is always as high as this: what is pressed below must not move under the pointer.
constexpr float kClosedLines = 3.0f;

/// The check's texts are parts of a line; here each stands alone.
std::string sentence_of(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text.back() != '.') text += '.';
  return text;
}

/// The session that a field lies in.
std::optional<int> session_of(std::string_view field) {
  constexpr std::string_view kStart = "sessions[";
  int index = 0;
  if (!field.starts_with(kStart)) return std::nullopt;
  const char* const from = field.data() + kStart.size();
  return std::from_chars(from, field.data() + field.size(), index).ec == std::errc() ? std::optional(index)
                                                                                     : std::nullopt;
}

struct Row {
  const Finding* finding;
  std::string words;
  float height;
};

std::vector<Row> rows_of(const Ui& ui, const ViewData& data, float words_width) {
  std::vector<Row> rows;
  for (const Finding& finding : data.findings) {
    std::string words = sentence_of(finding.text);
    const float height = text_size(ui, TextStyle::caption, words, words_width).y + ui.px(16);
    rows.push_back({&finding, std::move(words), height});
  }
  return rows;
}

void finding_row(const Ui& ui, const Row& row, std::size_t index, float width) {
  const bool quiet = row.finding->severity == Severity::note;
  const Colour ink = quiet ? ui.colours.text_quiet : ui.colours.on_warn;
  const std::string id = "plan.finding/" + std::to_string(index);
  const Press press = press_area(ui, id.c_str(), ImVec2(width, row.height));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, packed(quiet ? ui.colours.raised : ui.colours.warn_ground),
                     ui.px(8));
  if (press.hovered || row.finding->severity == Severity::error)
    list.AddRect(press.min, press.max, packed(ink), ui.px(8), 0, ui.px(1));
  draw_icon(list, quiet ? Icon::info : Icon::warning,
            ImVec2(press.min.x + ui.px(16), press.min.y + ui.px(17)), ui.px(16), packed(ink));
  ImGui::SetCursorScreenPos(ImVec2(press.min.x + ui.px(32), press.min.y + ui.px(8)));
  paragraph(ui, TextStyle::caption, ink, row.words, width - ui.px(42));
  ImGui::SetCursorScreenPos(ImVec2(press.min.x, press.max.y + ui.px(6)));
  if (!press.clicked) return;
  if (const auto session = session_of(row.finding->field)) ui.act(action::ShowSession{*session});
}

/// `Over label limit   2 more`
void head(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string stamp = stamp_words(stamp_of(data.findings), ui.texts);
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::strong,
               ImVec2(start.x, start.y + (control_height(ui) - ui.fonts[TextStyle::strong]->FontSize) / 2),
               ui.colours.text, stamp.empty() ? ui.say("safety.findings") : stamp);
  const std::size_t more = data.findings.empty() ? 0 : data.findings.size() - 1;
  if (more > 0) {
    const std::string words = session.findings_open ? ui.say("safety.fewer")
                                                    : ui.fill("safety.more", {{"n", std::to_string(more)}});
    const float button_width = text_size(ui, TextStyle::body, words).x + ui.px(24);
    ImGui::SetCursorScreenPos(ImVec2(start.x + width - button_width, start.y));
    if (button(ui, "plan.findings", words, ButtonLook::quiet)) ui.act(action::ToggleFindings{});
  }
  ImGui::SetCursorScreenPos(ImVec2(start.x, start.y + control_height(ui) + ui.px(2)));
}

}  // namespace

float findings_strip(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  const float width = area.width() - ui.px(40);
  // Room for the scroll bar, so that words keep the lines they were measured with.
  const float row_width = width - ui.px(10);
  std::vector<Row> rows = rows_of(ui, data, row_width - ui.px(42));
  const bool open = session.findings_open && !rows.empty();
  if (!open && rows.size() > 1) rows.resize(1);
  const float line_height = ui.fonts[TextStyle::caption]->FontSize;
  float wanted = open ? 0.0f : kClosedLines * line_height + ui.px(22);
  if (open)
    for (const Row& row : rows) wanted += row.height + ui.px(6);
  const float around = control_height(ui) + ui.px(22);
  const float height = std::min(around + wanted, (open ? kMostOpen : kMostClosed) * area.height());
  begin_area("findings", {area.min, {area.max.x, area.min.y + height}}, ImVec2(ui.px(20), ui.px(12)),
             packed(ui.colours.panel));
  head(ui, session, data, width);
  ImGui::BeginChild("findings.rows", ImVec2(0, height - around));
  for (std::size_t i = 0; i < rows.size(); ++i) finding_row(ui, rows[i], i, row_width);
  if (rows.empty())
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("safety.none"), row_width);
  ImGui::EndChild();
  ImGui::GetWindowDrawList()->AddLine({area.min.x, area.min.y + height - 1},
                                      {area.max.x, area.min.y + height - 1}, packed(ui.colours.hairline));
  ImGui::End();
  return height;
}

void mark_field(const Ui& ui, const ViewData& data, ImVec2 min, ImVec2 max, std::string_view field,
                bool and_below) {
  const bool marked = std::any_of(data.findings.begin(), data.findings.end(), [&](const Finding& finding) {
    const std::string_view at = finding.field;
    return finding.severity != Severity::note &&
           (at == field || (and_below && at.starts_with(field) && at.size() > field.size() &&
                            (at[field.size()] == '.' || at[field.size()] == '[')));
  });
  if (!marked) return;
  const float out = ui.px(1.5f);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, packed(ui.colours.on_warn), ui.px(9),
               0, ui.px(2));
  // On the frame's corner, so that no word is covered.
  const ImVec2 corner(max.x - ui.px(6), min.y);
  list.AddCircleFilled(corner, ui.px(9), packed(ui.colours.panel));
  draw_icon(list, Icon::warning, corner, ui.px(14), packed(ui.colours.on_warn));
}

void mark_item(const Ui& ui, const ViewData& data, std::string_view field, bool and_below) {
  const ImVec2 min = ImGui::GetItemRectMin();
  mark_field(ui, data, min, {ImGui::GetItemRectMax().x, min.y + control_height(ui)}, field, and_below);
}

}  // namespace app
