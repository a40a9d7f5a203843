foreshow_test(render_gl_handle_gl_test gl LIBS render glad_gl
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/handle_gl_test.cpp ${CMAKE_CURRENT_LIST_DIR}/draw_gl_test.cpp)
foreshow_test(render_gl_shader_source_test unit LIBS render SOURCES ${CMAKE_CURRENT_LIST_DIR}/shader_source_test.cpp)
