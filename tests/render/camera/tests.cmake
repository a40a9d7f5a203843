foreshow_test(render_camera_test unit LIBS render_cpu SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/camera_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pick_test.cpp)
