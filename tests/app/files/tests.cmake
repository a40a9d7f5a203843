foreshow_test(app_files_test unit ONE_PROCESS LIBS app_files SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/case_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/file_hash_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/json_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kept_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/limits_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/recovery_test.cpp)
app_paths(app_files_test)

foreshow_test(app_clinical_files_test unit ONE_PROCESS LIBS app_files SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/clinical_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/evidence_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fillers_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/held_out_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/outcomes_file_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/published_file_test.cpp)
target_compile_definitions(app_clinical_files_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
