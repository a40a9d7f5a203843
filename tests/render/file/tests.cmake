foreshow_test(render_file_test unit LIBS render_cpu SOURCES ${CMAKE_CURRENT_LIST_DIR}/baked_file_test.cpp
              ${CMAKE_CURRENT_LIST_DIR}/sha256_test.cpp)
