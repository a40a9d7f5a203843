foreshow_test(simulation_plan_test unit ONE_PROCESS LIBS simulation SOURCES ${CMAKE_CURRENT_LIST_DIR}/plan_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/protocol_test.cpp)
