foreshow_test(render_context_gl_test gl LIBS render SOURCES ${CMAKE_CURRENT_LIST_DIR}/context_gl_test.cpp)
foreshow_test(render_context_test unit LIBS render imgui SOURCES ${CMAKE_CURRENT_LIST_DIR}/interface_damage_test.cpp)
