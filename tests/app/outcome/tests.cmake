foreshow_test(app_outcome_test unit LIBS app_core SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/calf_measures_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_scrub_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/injection_map_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_anatomy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/outcome_notes_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/person_shape_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_check_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tissue_store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tiptoe_test.cpp)
target_compile_definitions(app_outcome_test PRIVATE
  FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}" FORESHOW_SHARE="${CMAKE_BINARY_DIR}/share" FORESHOW_BAKED="${FORESHOW_BAKED}")
foreshow_test(app_structure_test unit LIBS app_scene SOURCES ${CMAKE_CURRENT_LIST_DIR}/hairline_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/lid_line_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/muscle_masks_test.cpp ${CMAKE_CURRENT_LIST_DIR}/sized_face.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_pick_test.cpp)
target_compile_definitions(app_structure_test PRIVATE
  FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}" FORESHOW_SHARE="${CMAKE_BINARY_DIR}/share" FORESHOW_BAKED="${FORESHOW_BAKED}")
