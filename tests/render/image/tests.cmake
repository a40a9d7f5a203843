foreshow_test(render_image_test unit LIBS render_cpu PNG::PNG SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/compose_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/environment_light_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hdr_image_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mip_image_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/mip_levels_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/png_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/text_test.cpp)
