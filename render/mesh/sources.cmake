target_sources(render_cpu PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/assimp_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/baked_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/coarser.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mesh_writer.cpp
  ${CMAKE_CURRENT_LIST_DIR}/morph.cpp
  ${CMAKE_CURRENT_LIST_DIR}/place_order.cpp
  ${CMAKE_CURRENT_LIST_DIR}/refinement.cpp
  ${CMAKE_CURRENT_LIST_DIR}/subdivision.cpp
  ${CMAKE_CURRENT_LIST_DIR}/weld.cpp)
