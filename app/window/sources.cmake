# Panels and widgets: Dear ImGui, but no window and no driver, so that tests run them in memory.
add_library(app_panels STATIC
  ${CMAKE_CURRENT_LIST_DIR}/calf_view.cpp
  ${CMAKE_CURRENT_LIST_DIR}/curves.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dropped.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk/kiosk_layout.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk/kiosk_main.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk/kiosk_screens.cpp
  ${CMAKE_CURRENT_LIST_DIR}/palette.cpp
  ${CMAKE_CURRENT_LIST_DIR}/points_view.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/cards.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/filler_section.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/label_bar.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/layout.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/legend.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/outcome_panel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/overlays.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/panes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/person_section.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/plan_panel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/plot.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/plot_years.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/points_overlay.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/rhythm_section.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/shortcuts.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/stage_overlay.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/stage_notes.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/tape_card.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/tape_overlay.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/timeline_panel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/top_bar.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/words.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/years_cards.cpp
  ${CMAKE_CURRENT_LIST_DIR}/quality_steps.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/structure_card.cpp
  ${CMAKE_CURRENT_LIST_DIR}/panels/structure_overlay.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_view.cpp
  ${CMAKE_CURRENT_LIST_DIR}/view_data.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/buttons.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/choices.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/focus_mode.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/fonts.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/icons.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/press.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/ui.cpp
  ${CMAKE_CURRENT_LIST_DIR}/widgets/values.cpp)
target_link_libraries(app_panels PUBLIC app_core imgui render PRIVATE foreshow_flags)

# The windows themselves.
target_sources(foreshow PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/gui.cpp
  ${CMAKE_CURRENT_LIST_DIR}/model_view.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pace.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_worker.cpp
  ${CMAKE_CURRENT_LIST_DIR}/results.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_consultant.cpp
  ${CMAKE_CURRENT_LIST_DIR}/run_kiosk.cpp
  ${CMAKE_CURRENT_LIST_DIR}/save_picture.cpp)
find_package(Threads REQUIRED)
target_link_libraries(foreshow PRIVATE app_panels Threads::Threads)
