foreshow_test(app_check_test unit ONE_PROCESS LIBS app_check SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/careful_plans_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/free_point_check_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/outcome_notes_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_check_test.cpp)
app_paths(app_check_test)
