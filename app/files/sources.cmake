target_sources(app_core PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/../error.cpp
  ${CMAKE_CURRENT_LIST_DIR}/clinical_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/hash.cpp
  ${CMAKE_CURRENT_LIST_DIR}/json.cpp
  ${CMAKE_CURRENT_LIST_DIR}/json_field.cpp
  ${CMAKE_CURRENT_LIST_DIR}/limits_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/manifest.cpp
  ${CMAKE_CURRENT_LIST_DIR}/nearest.cpp
  ${CMAKE_CURRENT_LIST_DIR}/paths.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_writer.cpp
  ${CMAKE_CURRENT_LIST_DIR}/published_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/claims_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk_file.cpp
  ${CMAKE_CURRENT_LIST_DIR}/texts.cpp)
