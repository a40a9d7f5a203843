foreshow_test(app_base_test unit ONE_PROCESS LIBS app_files SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/lazy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nearest_test.cpp)
