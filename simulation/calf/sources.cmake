target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/compartments.cpp ${CMAKE_CURRENT_LIST_DIR}/compartment_pattern.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_motion.cpp ${CMAKE_CURRENT_LIST_DIR}/skin_smoother.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dose_pattern.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_tissue.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_fields.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_response.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_grid.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_outline.cpp ${CMAKE_CURRENT_LIST_DIR}/calf_muscles.cpp
  ${CMAKE_CURRENT_LIST_DIR}/relief.cpp ${CMAKE_CURRENT_LIST_DIR}/girth_fit.cpp
  ${CMAKE_CURRENT_LIST_DIR}/loss_field.cpp ${CMAKE_CURRENT_LIST_DIR}/calf_surface.cpp
  ${CMAKE_CURRENT_LIST_DIR}/response_fit.cpp ${CMAKE_CURRENT_LIST_DIR}/muscle_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_relief.cpp
  ${CMAKE_CURRENT_LIST_DIR}/anatomy.cpp ${CMAKE_CURRENT_LIST_DIR}/fat_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/bone_mesh.cpp
  ${CMAKE_CURRENT_LIST_DIR}/bone_solids.cpp
  ${CMAKE_CURRENT_LIST_DIR}/foot_pose.cpp ${CMAKE_CURRENT_LIST_DIR}/leg_drive.cpp
  ${CMAKE_CURRENT_LIST_DIR}/foot_outline.cpp ${CMAKE_CURRENT_LIST_DIR}/foot_solids.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shin_compartments.cpp ${CMAKE_CURRENT_LIST_DIR}/tendons.cpp)
