foreshow_test(app_commands_test unit LIBS app_commands SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/capture_options_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/check_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/command_line_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fold_profile_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/name_template_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/predict_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program_test.cpp)
foreshow_test(app_capture_test picture LIBS app_commands SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/capture_marks_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/capture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/eyes_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_lines_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/skin_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/scrub_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/teaching_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program.cpp)
app_program(app_commands_test)
app_program(app_capture_test)
