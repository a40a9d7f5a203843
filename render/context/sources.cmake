foreach(name context egl_context glfw_library imgui_backend interface_damage window window_events)
  target_sources(render PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
target_link_libraries(render PRIVATE imgui)
