foreshow_test(simulation_calf_test unit ONE_PROCESS LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/calf_fit_test.cpp ${CMAKE_CURRENT_LIST_DIR}/calf_loss_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/calf_anatomy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/bone_solids_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/foot_pose_test.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_drive_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shin_compartments_test.cpp ${CMAKE_CURRENT_LIST_DIR}/skin_smoother_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_relief_test.cpp)
