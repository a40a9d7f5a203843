target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/solid.cpp)
