#include "render/context/imgui_backend.h"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <limits>
#include <vector>

#include "render/context/window.h"
#include "render/error.h"
#include "render/gl/device.h"
#include "render/gl/draw.h"
#include "render/gl/framebuffer.h"
#include "render/gl/window_stamp.h"

namespace render {
namespace {

constexpr const char* kShaderVersion = "#version 330 core";

void start_drawing() {
  if (!ImGui_ImplOpenGL3_Init(kShaderVersion))
    throw GraphicsError("the interface cannot be drawn with this driver");
}

/// Whether one pixel is one unit of Dear ImGui's, from the corner of the window on.
bool is_plain(const ImDrawData& data) {
  return data.FramebufferScale.x == 1.0f && data.FramebufferScale.y == 1.0f && data.DisplayPos.x == 0.0f &&
         data.DisplayPos.y == 0.0f;
}

/// Draws what of the interface lies within the rectangle: each command clipped to it as well, what then has
/// no pixel left out.
void draw_within(const ImDrawData& all, const PixelRect& rect) {
  const int height = static_cast<int>(all.DisplaySize.y);
  ImDrawData part = all;
  part.CmdLists.clear();
  part.CmdListsCount = 0;
  std::vector<ImVec4> clips;
  for (ImDrawList* list : all.CmdLists) {
    bool any = false;
    for (ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4 clip = command.ClipRect;
      clips.push_back(clip);
      const PixelRect left = shared_rect(clipped_pixels(clip.x, clip.y, clip.z, clip.w, height), rect);
      any = any || !left.empty();
      command.ClipRect = left.empty()
                             ? ImVec4(0, 0, 0, 0)
                             : ImVec4(static_cast<float>(left.low.x), static_cast<float>(left.low.y),
                                      static_cast<float>(left.high.x), static_cast<float>(left.high.y));
    }
    if (any) part.CmdLists.push_back(list);
  }
  part.CmdListsCount = part.CmdLists.Size;
  ImGui_ImplOpenGL3_RenderDrawData(&part);
  auto clip = clips.begin();
  for (ImDrawList* list : all.CmdLists)
    for (ImDrawCmd& command : list->CmdBuffer) command.ClipRect = *clip++;
}

}  // namespace

struct ImguiBackend::Kept {
  InterfaceDamage damage;
  gl::WindowStamp stamp;
};

ImguiBackend::ImguiBackend(Window& window) : has_window_(true) {
  if (!ImGui_ImplGlfw_InitForOpenGL(window.native(), true))
    throw GraphicsError("the interface cannot use the window");
  start_drawing();
  if (window.software()) kept_ = std::make_unique<Kept>();
}

ImguiBackend::ImguiBackend() {
  start_drawing();
}

ImguiBackend::~ImguiBackend() {
  ImGui_ImplOpenGL3_Shutdown();
  if (has_window_) ImGui_ImplGlfw_Shutdown();
}

void ImguiBackend::new_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  if (has_window_) ImGui_ImplGlfw_NewFrame();
}

bool ImguiBackend::draw(std::span<const PixelRect> fresh,
                        const std::function<void(const PixelRect&)>& below) {
  ImDrawData& data = *ImGui::GetDrawData();
  if (!kept_ || !is_plain(data)) {
    below({{0, 0}, {std::numeric_limits<int>::max(), std::numeric_limits<int>::max()}});
    gl::Framebuffer().bind({0, 0}, {1, 1});
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return true;
  }
  if (!kept_->stamp.still_there()) kept_->damage.forget();
  const std::vector<PixelRect> rects = kept_->damage.changed(data, fresh);
  if (rects.empty()) return false;
  const int height = static_cast<int>(data.DisplaySize.y);
  for (const PixelRect& rect : rects) {
    const gl::OnlyWithin within({rect.low.x, height - rect.high.y}, rect.high - rect.low);
    below(rect);
    gl::Framebuffer().bind({0, 0}, {1, 1});
    draw_within(data, rect);
  }
  kept_->stamp.put();
  return true;
}

void ImguiBackend::forget_drawn() {
  if (kept_) kept_->damage.forget();
}

void ImguiBackend::rebuild_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  forget_drawn();
}

}  // namespace render
