foreshow_test(app_marks_test unit ONE_PROCESS LIBS app_studio SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/injection_map_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_pick_test.cpp)
app_paths(app_marks_test)
