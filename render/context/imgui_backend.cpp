#include "render/context/imgui_backend.h"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "render/context/window.h"
#include "render/error.h"

namespace render {
namespace {

constexpr const char* kShaderVersion = "#version 330 core";

void start_drawing() {
  if (!ImGui_ImplOpenGL3_Init(kShaderVersion))
    throw GraphicsError("the interface cannot be drawn with this driver");
}

}  // namespace

ImguiBackend::ImguiBackend(Window& window) : has_window_(true) {
  if (!ImGui_ImplGlfw_InitForOpenGL(window.native(), true))
    throw GraphicsError("the interface cannot use the window");
  start_drawing();
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

void ImguiBackend::draw() {
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void ImguiBackend::rebuild_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

}  // namespace render
