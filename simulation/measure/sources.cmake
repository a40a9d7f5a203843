target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/vertex_normals.cpp ${CMAKE_CURRENT_LIST_DIR}/section.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_frame.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_tape.cpp ${CMAKE_CURRENT_LIST_DIR}/surface_change.cpp
  ${CMAKE_CURRENT_LIST_DIR}/blended_surface.cpp ${CMAKE_CURRENT_LIST_DIR}/blended_surface_apply.cpp
  ${CMAKE_CURRENT_LIST_DIR}/lanes.cpp ${CMAKE_CURRENT_LIST_DIR}/held_weights.cpp)
# Roots many at once; the values are the same.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/lanes.cpp TARGET_DIRECTORY simulation
  PROPERTIES COMPILE_OPTIONS -fno-math-errno)
