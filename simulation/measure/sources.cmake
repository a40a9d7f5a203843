target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/vertex_normals.cpp ${CMAKE_CURRENT_LIST_DIR}/section.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_frame.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_tape.cpp ${CMAKE_CURRENT_LIST_DIR}/surface_change.cpp
  ${CMAKE_CURRENT_LIST_DIR}/blended_surface.cpp ${CMAKE_CURRENT_LIST_DIR}/lanes.cpp ${CMAKE_CURRENT_LIST_DIR}/held_weights.cpp)
