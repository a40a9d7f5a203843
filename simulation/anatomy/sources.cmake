target_sources(simulation PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/atlas.cpp
  ${CMAKE_CURRENT_LIST_DIR}/calf_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_form.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_frame.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_landmarks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_movements.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_rows.cpp)
