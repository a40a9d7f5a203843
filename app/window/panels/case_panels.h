#pragma once

#include "app/session/session.h"
#include "app/window/view/case_view.h"
#include "app/window/widgets/ui.h"

/// What the window shows of cases.
namespace app {

/// The case's title, or that of its plan.
std::string case_title(const Ui& ui, const Session& session);

/// The product's name as a button, with the menu of the case.
void case_menu(const Ui& ui, const Session& session, const CaseStatus& cases);

/// The question that is asked, over everything else.
void case_dialog(const Ui& ui, const Session& session, const CaseStatus& cases, ImVec2 window_size);

/// Our own file chooser.
void case_chooser(const Ui& ui, const ChooserView& chooser, ImVec2 window_size);

}  // namespace app
