find_library(METIS_LIBRARY metis REQUIRED)
target_link_libraries(simulation PRIVATE ${METIS_LIBRARY})
target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/lattice.cpp ${CMAKE_CURRENT_LIST_DIR}/elasticity.cpp
  ${CMAKE_CURRENT_LIST_DIR}/block_cholesky.cpp ${CMAKE_CURRENT_LIST_DIR}/elimination_order.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tissue_system.cpp ${CMAKE_CURRENT_LIST_DIR}/equilibrium.cpp
  ${CMAKE_CURRENT_LIST_DIR}/response_fields.cpp ${CMAKE_CURRENT_LIST_DIR}/field_sampler.cpp)
