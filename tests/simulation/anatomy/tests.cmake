foreshow_test(simulation_anatomy_test unit ONE_PROCESS LIBS app_files simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/atlas_test.cpp)
target_compile_definitions(simulation_anatomy_test PRIVATE FORESHOW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
