target_sources(render_cpu PRIVATE ${CMAKE_CURRENT_LIST_DIR}/whole_file.cpp)
