foreshow_test(render_scene_test unit LIBS render
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/scene_test.cpp ${CMAKE_CURRENT_LIST_DIR}/tile_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/shapes.cpp)
foreshow_test(render_scene_gl_test gl LIBS render
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/renderer_gl_test.cpp ${CMAKE_CURRENT_LIST_DIR}/ground_gl_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/layers_gl_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/light_store_gl_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/lines_gl_test.cpp ${CMAKE_CURRENT_LIST_DIR}/pass_timer_gl_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/resting_picture_gl_test.cpp ${CMAKE_CURRENT_LIST_DIR}/skin_gl_test.cpp
          ${CMAKE_CURRENT_LIST_DIR}/shapes.cpp)
target_compile_definitions(render_scene_gl_test PRIVATE FORESHOW_SHADERS="${CMAKE_SOURCE_DIR}/shaders")
