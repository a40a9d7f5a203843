foreshow_test(simulation_face_test unit ONE_PROCESS LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/face_pose_test.cpp ${CMAKE_CURRENT_LIST_DIR}/face_part_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_motion_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_anatomy_test.cpp ${CMAKE_CURRENT_LIST_DIR}/line_map_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/closed_lips_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/skin_folds_test.cpp)
foreshow_test(simulation_careless_test unit LIBS app_files simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/careless_test.cpp ${CMAKE_CURRENT_LIST_DIR}/spread_test.cpp)
target_compile_definitions(simulation_careless_test PRIVATE FORESHOW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
