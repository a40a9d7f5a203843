# Panels and widgets: Dear ImGui, but no window and no driver call of their own, so that tests run them in memory.
app_room(panels LIBS app_session imgui SOURCES
  widgets/buttons widgets/choices widgets/focus_mode widgets/fonts widgets/icons widgets/palette widgets/press
  widgets/ui widgets/values view/calf_view view/curves view/points_view view/quality_steps view/structure_view
  view/view_data panels/camera_tools panels/cards panels/case_chooser panels/case_dialog panels/case_menu
  panels/dialog panels/filler_section panels/findings panels/held_out_page panels/label_bar panels/layout
  panels/legend panels/outcome_panel panels/overlays panels/panes panels/person_section panels/plan_panel
  panels/plot panels/plot_bands panels/plot_years panels/points_overlay panels/ranges panels/rhythm_section
  panels/sheet_menu panels/shortcuts panels/side_effects_page panels/stage_notes panels/stage_overlay
  panels/structure_card panels/structure_overlay panels/tape_card panels/tape_overlay panels/timeline_panel
  panels/top_bar panels/words panels/years_cards kiosk/kiosk_layout kiosk/kiosk_main kiosk/kiosk_screens
  dropped)

# The files of the cases, without a window.
app_room(cases LIBS app_session Threads::Threads SOURCES
  cases/background cases/case_desk cases/case_desk_choosing cases/case_desk_files cases/desktop_chooser cases/file_facts
  cases/folder_list)

# The windows themselves.
app_room(window LIBS app_panels app_cases Threads::Threads SOURCES
  gui model_view pace plan_worker results run_consultant run_kiosk save_picture print_file save_sheet)
