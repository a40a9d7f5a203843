foreshow_test(simulation_calf_test unit LIBS simulation SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/calf_fit_test.cpp ${CMAKE_CURRENT_LIST_DIR}/calf_loss_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/calf_anatomy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/bone_solids_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compartments_test.cpp)
