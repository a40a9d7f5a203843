#include <imgui.h>

#include <array>

#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 2> kPapers = {"a4", "letter"};
constexpr std::array<std::string_view, kSheetPlaceCount> kPlaces = {"documents", "here"};

void choices(const Ui& ui, const Session& session, const ViewData& data, float width) {
  SheetChoice choice = session.sheet;
  line(ui, TextStyle::strong, ui.colours.text, ui.say("sheet.menu.paper"));
  if (const auto chosen = segmented(ui, "sheet.paper", labels(ui, "sheet.paper", kPapers),
                                    static_cast<int>(choice.paper), width)) {
    choice.paper = static_cast<Paper>(*chosen);
    ui.act(action::SetSheet{choice});
  }
  space(ui, 14);
  line(ui, TextStyle::strong, ui.colours.text, ui.say("sheet.menu.place"));
  if (const auto chosen = segmented(ui, "sheet.place", labels(ui, "sheet.place", kPlaces),
                                    static_cast<int>(choice.place), width)) {
    choice.place = static_cast<SheetPlace>(*chosen);
    ui.act(action::SetSheet{choice});
  }
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet,
            data.sheet_folders[static_cast<std::size_t>(choice.place)], width);
}

}  // namespace

void sheet_menu(const Ui& ui, const Session& session, const ViewData& data) {
  if (icon_button(ui, "top.sheet", Icon::page, ui.say("sheet.menu"))) ImGui::OpenPopup("sheet");
  ImGui::SetNextWindowPos(ImVec2(ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + ui.px(8)),
                          ImGuiCond_Appearing, ImVec2(1, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(18), ui.px(16)));
  if (ImGui::BeginPopup("sheet")) {
    const float width = ui.px(300), gap = ui.px(8), half = (width - gap) / 2;
    line(ui, TextStyle::strong, ui.colours.text, ui.say("sheet.menu"));
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("sheet.menu.text"), width);
    space(ui, 14);
    choices(ui, session, data, width);
    space(ui, 16);
    const ImVec2 size(half, control_height(ui));
    if (button(ui, "sheet.save", ui.say("sheet.menu.save"), ButtonLook::primary, Icon::none, size))
      ui.act(action::MakeSheet{SheetUse::save});
    ImGui::SameLine(0, gap);
    if (button(ui, "sheet.print", ui.say("sheet.menu.print"), ButtonLook::secondary, Icon::none, size))
      ui.act(action::MakeSheet{SheetUse::print});
    if (!data.sheet_news.empty()) {
      space(ui, 10);
      paragraph(ui, TextStyle::body, ui.colours.text, data.sheet_news, width);
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace app
