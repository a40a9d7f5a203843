foreshow_test(simulation_prediction_test unit LIBS app_files simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/course_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/main_quantity_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/prediction_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/quantities_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/statistics_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/trial_targets_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/years_test.cpp)
target_compile_definitions(simulation_prediction_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# Simulated trials, which the calibration test and the fit compare published rows with.
add_library(simulated_trials STATIC ${CMAKE_CURRENT_LIST_DIR}/fit/trial.cpp)
target_link_libraries(simulated_trials PUBLIC app_files simulation PRIVATE foreshow_flags)
target_include_directories(simulated_trials PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_definitions(simulated_trials PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# The fit itself: minutes of work, run by hand when the figures or the published rows change.
add_library(response_fit STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/fit/emulator.cpp
            ${CMAKE_CURRENT_LIST_DIR}/fit/held_out.cpp ${CMAKE_CURRENT_LIST_DIR}/fit/problem.cpp
            ${CMAKE_CURRENT_LIST_DIR}/fit/sampler.cpp)
find_package(Threads REQUIRED)
target_link_libraries(response_fit PUBLIC simulated_trials Threads::Threads PRIVATE foreshow_flags)
add_executable(foreshow_fit EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/fit/main.cpp)
target_link_libraries(foreshow_fit PRIVATE foreshow_flags response_fit)
target_compile_definitions(foreshow_fit PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# The stored figures against published rows (prints the table), the fit's tools, and the files it wrote.
foreshow_test(simulation_calibration_test unit LIBS response_fit app_files simulation SOURCES
              ${CMAKE_CURRENT_LIST_DIR}/calibration_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/fit_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/held_out_test.cpp)
target_compile_definitions(simulation_calibration_test PRIVATE FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
