# Outside code and our hook into it, without the rest of the program.
foreshow_test(app_imgui_hooks_test unit ONE_PROCESS LIBS imgui SOURCES ${CMAKE_CURRENT_LIST_DIR}/widgets/imgui_hooks_test.cpp)

foreshow_test(app_panels_test unit ONE_PROCESS LIBS app_panels SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/case_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/consultant_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/evidence_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk_screens_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/palette_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/light_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panel_harness.cpp
  ${CMAKE_CURRENT_LIST_DIR}/points_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/quantity_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/view/quality_steps_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/safety_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sheet_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tape_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_panels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/texts_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/view/view_data_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/years_panels_test.cpp)
target_compile_definitions(app_panels_test PRIVATE
  FORESHOW_ASSETS_SOURCE="${CMAKE_SOURCE_DIR}/assets" FORESHOW_FONTS="${CMAKE_BINARY_DIR}/share/fonts"
  FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}" FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_dependencies(app_panels_test stage_share)

foreshow_test(app_case_desk_test unit ONE_PROCESS LIBS app_cases SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/cases/case_desk_test.cpp ${CMAKE_CURRENT_LIST_DIR}/cases/killed_desk_test.cpp)
target_compile_definitions(app_case_desk_test PRIVATE FORESHOW_ASSETS_SOURCE="${CMAKE_SOURCE_DIR}/assets")

foreshow_test(app_plan_worker_test unit LIBS app_window SOURCES ${CMAKE_CURRENT_LIST_DIR}/plan_worker_test.cpp)
app_paths(app_plan_worker_test)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
# The real windows, on a display of their own.
foreach(part consultant kiosk beside structure case)
  add_test(NAME app_window_${part}_gl_test
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/window_test.py $<TARGET_FILE:foreshow> ${part})
  set_tests_properties(app_window_${part}_gl_test PROPERTIES LABELS gl TIMEOUT 900)
endforeach()
# These wait for a time too (idle, a held corner); the others only for changes, one window at a time.
set_tests_properties(app_window_consultant_gl_test app_window_kiosk_gl_test PROPERTIES RUN_SERIAL TRUE)
set_tests_properties(app_window_beside_gl_test app_window_structure_gl_test app_window_case_gl_test
  PROPERTIES RESOURCE_LOCK windows)
# Saved pictures against those of `capture`: nothing in them waits for a time, so they share the machine with other tests.
foreach(part calf beside face)
  add_test(NAME app_window_saved_${part}_gl_test
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/saved_picture_test.py $<TARGET_FILE:foreshow> ${part})
  set_tests_properties(app_window_saved_${part}_gl_test PROPERTIES LABELS gl TIMEOUT 900 RESOURCE_LOCK windows
    ENVIRONMENT LP_NATIVE_VECTOR_WIDTH=256)
endforeach()

# GCC 12 takes std::regex under the sanitizers for uninitialised (its bug 105562).
if(FORESHOW_SANITIZE)
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/texts_test.cpp PROPERTIES
    COMPILE_OPTIONS -Wno-maybe-uninitialized)
endif()
