foreshow_test(app_clinical_files_test unit LIBS app_core simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/clinical_file_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/evidence_file_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/fillers_file_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/outcomes_file_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/published_file_test.cpp)
target_compile_definitions(app_clinical_files_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
