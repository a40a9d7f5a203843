foreshow_test(render_context_gl_test gl LIBS render SOURCES ${CMAKE_CURRENT_LIST_DIR}/context_gl_test.cpp)
