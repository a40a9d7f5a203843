foreshow_test(render_mesh_test unit LIBS render_cpu SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/baked_mesh_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/coarser_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/place_order_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/read_mesh_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/subdivision_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/write_mesh_test.cpp)
