target_sources(simulation PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/adverse.cpp
  ${CMAKE_CURRENT_LIST_DIR}/chain.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cohort.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cohort_lines.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dose_cells.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dose_field.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dose_groups.cpp
  ${CMAKE_CURRENT_LIST_DIR}/line_response.cpp
  ${CMAKE_CURRENT_LIST_DIR}/model.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_block.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_size.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_places.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_sheet.cpp
  ${CMAKE_CURRENT_LIST_DIR}/parameter_sampler.cpp
  ${CMAKE_CURRENT_LIST_DIR}/person_draw.cpp
  ${CMAKE_CURRENT_LIST_DIR}/random.cpp
  ${CMAKE_CURRENT_LIST_DIR}/toxin_levels.cpp)
