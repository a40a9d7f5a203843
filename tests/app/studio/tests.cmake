foreshow_test(app_studio_test picture ONE_PROCESS LIBS app_studio SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/annotate_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/captions_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/close_ups_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compose_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fine_points_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/frame_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hairline_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/letters_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/lid_line_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/light_store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/light_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/people_range_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../commands/program.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shot_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/side_effect_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/skin_zones_test.cpp)
app_program(app_studio_test)
