target_sources(simulation PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/atlas.cpp
  ${CMAKE_CURRENT_LIST_DIR}/calf_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_form.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_frame.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_landmarks.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_places.cpp
  ${CMAKE_CURRENT_LIST_DIR}/forehead_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/frown_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/lower_face_rows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/midface_rows.cpp)
