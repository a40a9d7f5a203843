find_package(ZLIB REQUIRED)
target_sources(render_cpu PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/baked_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sha256.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sha256_blocks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/whole_file.cpp)
target_link_libraries(render_cpu PRIVATE ZLIB::ZLIB)
