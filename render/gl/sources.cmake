target_link_libraries(render PRIVATE glad_gl)
foreach(name buffer device draw framebuffer names program query shader_source texture vertex_array window_stamp)
  target_sources(render PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
