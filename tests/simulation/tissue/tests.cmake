# One process for all: the tests share legs that take seconds to solve.
foreshow_test(simulation_tissue_test unit ONE_PROCESS LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/block_cholesky_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/element_test.cpp ${CMAKE_CURRENT_LIST_DIR}/equilibrium_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/annulus_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/response_fields_test.cpp ${CMAKE_CURRENT_LIST_DIR}/field_sampler_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../calf/compartments_test.cpp ${CMAKE_CURRENT_LIST_DIR}/../calf/solved_calf_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../calf/solve_bounds_test.cpp)
