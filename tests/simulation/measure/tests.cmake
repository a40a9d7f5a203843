foreshow_test(simulation_measure_test unit ONE_PROCESS LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/section_test.cpp ${CMAKE_CURRENT_LIST_DIR}/surface_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/blended_surface_test.cpp)
