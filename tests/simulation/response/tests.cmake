foreshow_test(simulation_response_test unit ONE_PROCESS LIBS app_files simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/adverse_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/chain_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/cohort_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/dose_field_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/model_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/random_test.cpp)
target_compile_definitions(simulation_response_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
