target_sources(app_core PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/check.cpp
  ${CMAKE_CURRENT_LIST_DIR}/command_line.cpp
  ${CMAKE_CURRENT_LIST_DIR}/values.cpp)
# What needs a context.
target_sources(foreshow PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/run_command.cpp)
