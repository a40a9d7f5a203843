foreshow_test(simulation_prediction_test unit LIBS app_files simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/course_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/prediction_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/statistics_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/trial_targets_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/years_test.cpp)
target_compile_definitions(simulation_prediction_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# The stored figures against published rows: prints the table, takes tens of seconds.
foreshow_test(simulation_calibration_test unit LIBS app_files simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/calibration_test.cpp)
target_compile_definitions(simulation_calibration_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
