target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/face_pose.cpp ${CMAKE_CURRENT_LIST_DIR}/side_effect_pose.cpp ${CMAKE_CURRENT_LIST_DIR}/face_part.cpp ${CMAKE_CURRENT_LIST_DIR}/face_motion.cpp ${CMAKE_CURRENT_LIST_DIR}/turn_terms.cpp
  ${CMAKE_CURRENT_LIST_DIR}/unit_fields.cpp ${CMAKE_CURRENT_LIST_DIR}/brow_gauge.cpp
  ${CMAKE_CURRENT_LIST_DIR}/head_outline.cpp ${CMAKE_CURRENT_LIST_DIR}/face_anatomy.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fold.cpp ${CMAKE_CURRENT_LIST_DIR}/fold_gauges.cpp ${CMAKE_CURRENT_LIST_DIR}/front_skin.cpp
  ${CMAKE_CURRENT_LIST_DIR}/line_drawer.cpp ${CMAKE_CURRENT_LIST_DIR}/line_paths.cpp ${CMAKE_CURRENT_LIST_DIR}/line_map.cpp
  ${CMAKE_CURRENT_LIST_DIR}/closed_lips.cpp
  ${CMAKE_CURRENT_LIST_DIR}/skull.cpp ${CMAKE_CURRENT_LIST_DIR}/skin_folds.cpp)
