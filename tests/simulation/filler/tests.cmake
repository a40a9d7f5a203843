foreshow_test(simulation_filler_test unit ONE_PROCESS LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/filler_course_test.cpp ${CMAKE_CURRENT_LIST_DIR}/filler_field_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_head_test.cpp)
