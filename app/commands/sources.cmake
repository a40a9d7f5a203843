foreach(name capture_options check command_line export name_template predict values)
  target_sources(app_core PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
# What needs a context.
foreach(name capture clip_writer run_command sidecar)
  target_sources(foreshow PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
