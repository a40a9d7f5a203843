target_sources(render_cpu PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/compose.cpp
  ${CMAKE_CURRENT_LIST_DIR}/environment_light.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hdr_image.cpp
  ${CMAKE_CURRENT_LIST_DIR}/image.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mip_image.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mip_levels.cpp
  ${CMAKE_CURRENT_LIST_DIR}/paragraph.cpp
  ${CMAKE_CURRENT_LIST_DIR}/png.cpp
  ${CMAKE_CURRENT_LIST_DIR}/text.cpp
  ${CMAKE_CURRENT_LIST_DIR}/utf8.cpp)
