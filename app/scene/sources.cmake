# What draws an outcome; used by capture, window and kiosk.
add_library(app_scene STATIC)
foreach(name annotate framing materials picture picture_beside presenter presenter_marks shot)
  target_sources(app_scene PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
target_link_libraries(app_scene PUBLIC app_core render PRIVATE foreshow_flags)
target_link_libraries(foreshow PRIVATE app_scene)
# Geometry and words alone: panels need them without a driver.
target_sources(app_core PRIVATE ${CMAKE_CURRENT_LIST_DIR}/light.cpp ${CMAKE_CURRENT_LIST_DIR}/tape_ring.cpp ${CMAKE_CURRENT_LIST_DIR}/tape_words.cpp)
target_sources(app_core PRIVATE ${CMAKE_CURRENT_LIST_DIR}/injection_map.cpp ${CMAKE_CURRENT_LIST_DIR}/point_decals.cpp
                                ${CMAKE_CURRENT_LIST_DIR}/point_labels.cpp ${CMAKE_CURRENT_LIST_DIR}/structure_pick.cpp
                                ${CMAKE_CURRENT_LIST_DIR}/structure_step.cpp)
target_sources(app_core PRIVATE ${CMAKE_CURRENT_LIST_DIR}/eye_rim.cpp ${CMAKE_CURRENT_LIST_DIR}/hairline.cpp ${CMAKE_CURRENT_LIST_DIR}/lashes.cpp
                                ${CMAKE_CURRENT_LIST_DIR}/lid_line.cpp)
