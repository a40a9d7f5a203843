target_sources(render_cpu PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/camera.cpp
  ${CMAKE_CURRENT_LIST_DIR}/orbit.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pick.cpp
  ${CMAKE_CURRENT_LIST_DIR}/views.cpp)
