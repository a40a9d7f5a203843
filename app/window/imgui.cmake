include_guard(GLOBAL)

# Dear ImGui with its GLFW and OpenGL 3 backends, FreeType fonts and the test hooks (app/window/widgets/imgui_hooks.h).
# Outside code: our warning flags are not applied, and its headers count as system headers.
find_package(glfw3 REQUIRED)
find_package(Freetype REQUIRED)

set(IMGUI_SOURCE ${FORESHOW_CACHE}/imgui-1.90.1)
if(NOT EXISTS ${IMGUI_SOURCE}/imgui.h)
  message(FATAL_ERROR "Dear ImGui 1.90.1 is not in ${IMGUI_SOURCE}; run `bash app/run`, which fetches it.")
endif()

add_library(imgui STATIC
  ${IMGUI_SOURCE}/imgui.cpp
  ${IMGUI_SOURCE}/imgui_draw.cpp
  ${IMGUI_SOURCE}/imgui_tables.cpp
  ${IMGUI_SOURCE}/imgui_widgets.cpp
  ${IMGUI_SOURCE}/misc/freetype/imgui_freetype.cpp
  ${IMGUI_SOURCE}/misc/cpp/imgui_stdlib.cpp
  ${IMGUI_SOURCE}/backends/imgui_impl_glfw.cpp
  ${IMGUI_SOURCE}/backends/imgui_impl_opengl3.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/imgui_hooks.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_SOURCE} ${IMGUI_SOURCE}/backends ${IMGUI_SOURCE}/misc/freetype
  ${IMGUI_SOURCE}/misc/cpp)
target_include_directories(imgui PRIVATE ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_FREETYPE IMGUI_ENABLE_TEST_ENGINE)
target_link_libraries(imgui PUBLIC glfw PRIVATE Freetype::Freetype ${CMAKE_DL_LIBS})
# Its OpenGL loader clashes with the headers of the GLFW backend in one unit.
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
