find_package(glm REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PNG REQUIRED)

add_library(bake STATIC
  ${CMAKE_CURRENT_LIST_DIR}/bust.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cap.cpp
  ${CMAKE_CURRENT_LIST_DIR}/edge_loops.cpp
  ${CMAKE_CURRENT_LIST_DIR}/files.cpp
  ${CMAKE_CURRENT_LIST_DIR}/glb.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hem.cpp
  ${CMAKE_CURRENT_LIST_DIR}/landmarks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/legs.cpp
  ${CMAKE_CURRENT_LIST_DIR}/manifest.cpp
  ${CMAKE_CURRENT_LIST_DIR}/morph_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/package.cpp
  ${CMAKE_CURRENT_LIST_DIR}/part.cpp
  ${CMAKE_CURRENT_LIST_DIR}/png_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/proxies.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ray.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ready.cpp
  ${CMAKE_CURRENT_LIST_DIR}/region.cpp
  ${CMAKE_CURRENT_LIST_DIR}/region_cut.cpp
  ${CMAKE_CURRENT_LIST_DIR}/stance.cpp
  ${CMAKE_CURRENT_LIST_DIR}/target_lists.cpp
  ${CMAKE_CURRENT_LIST_DIR}/textures.cpp)
target_link_libraries(bake PUBLIC glm::glm nlohmann_json::nlohmann_json PNG::PNG PRIVATE foreshow_flags render_cpu)
target_include_directories(bake PUBLIC ${CMAKE_SOURCE_DIR})

add_executable(foreshow_bake ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
target_link_libraries(foreshow_bake PRIVATE foreshow_flags bake)
