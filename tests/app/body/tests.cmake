foreshow_test(app_body_test unit ONE_PROCESS LIBS app_marks SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/brow_trials_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/calf_measures_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_scrub_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kept_body_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/leg_anatomy_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/outcome_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/person_shape_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/body_store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/side_effect_shape_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/tiptoe_test.cpp)
app_paths(app_body_test)
foreshow_test(app_muscle_masks_test unit ONE_PROCESS LIBS app_body SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/muscle_masks_test.cpp ${CMAKE_CURRENT_LIST_DIR}/sized_face.cpp)
app_paths(app_muscle_masks_test)
foreshow_test(app_spread_words_test unit ONE_PROCESS LIBS app_body SOURCES ${CMAKE_CURRENT_LIST_DIR}/spread_words_test.cpp)
target_compile_definitions(app_spread_words_test PRIVATE
  FORESHOW_ASSETS_SOURCE="${CMAKE_SOURCE_DIR}/assets" FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}"
  FORESHOW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
