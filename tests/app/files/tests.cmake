foreshow_test(app_files_test unit LIBS app_core SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hash_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/json_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/limits_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/manifest_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nearest_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_file_test.cpp)
target_compile_definitions(app_files_test PRIVATE FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}")
