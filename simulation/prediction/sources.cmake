target_sources(simulation PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/calf_quantities.cpp
  ${CMAKE_CURRENT_LIST_DIR}/course.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_quantities.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_quantity.cpp
  ${CMAKE_CURRENT_LIST_DIR}/prediction.cpp
  ${CMAKE_CURRENT_LIST_DIR}/row_writer.cpp
  ${CMAKE_CURRENT_LIST_DIR}/statistics.cpp)
