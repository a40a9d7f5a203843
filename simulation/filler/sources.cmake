target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/filler_course.cpp ${CMAKE_CURRENT_LIST_DIR}/filler_sites.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_field.cpp ${CMAKE_CURRENT_LIST_DIR}/filler_part.cpp)
