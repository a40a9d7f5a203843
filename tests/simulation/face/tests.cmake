foreshow_test(simulation_face_test unit LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/face_pose_test.cpp ${CMAKE_CURRENT_LIST_DIR}/face_part_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_anatomy_test.cpp ${CMAKE_CURRENT_LIST_DIR}/line_map_test.cpp)
