#include "app/window/widgets/imgui_hooks.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace {

app::WidgetObserver* observer_of(const ImGuiContext* context) {
  return static_cast<app::WidgetObserver*>(context->TestEngine);
}

}  // namespace

namespace app {

void observe_widgets(ImGuiContext& context, WidgetObserver* observer) {
  context.TestEngine = observer;
  context.TestEngineHookItems = observer != nullptr;
}

}  // namespace app

// The four functions that Dear ImGui calls when it is built with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  if (app::WidgetObserver* observer = observer_of(context); observer && id != 0)
    observer->placed(id, {box.Min.x, box.Min.y, box.Max.x, box.Max.y});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags) {
  if (app::WidgetObserver* observer = observer_of(context); observer && id != 0 && label)
    observer->labelled(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}
