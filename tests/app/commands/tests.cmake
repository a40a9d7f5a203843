foreshow_test(app_commands_test unit LIBS app_core SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/capture_options_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/command_line_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/name_template_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/predict_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program_test.cpp)
foreshow_test(app_capture_test picture LIBS app_scene SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/capture_marks_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/capture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/eyes_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/face_lines_picture_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/light_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/program.cpp
  ${CMAKE_CURRENT_LIST_DIR}/shot_test.cpp)
foreach(name app_commands_test app_capture_test)
  target_compile_definitions(${name} PRIVATE FORESHOW_SOURCE="${CMAKE_SOURCE_DIR}"
    FORESHOW_PROGRAM="$<TARGET_FILE:foreshow>" FORESHOW_BAKED="${FORESHOW_BAKED}"
    FORESHOW_SHARE="${CMAKE_BINARY_DIR}/share" FORESHOW_SHADERS="${CMAKE_SOURCE_DIR}/shaders")
  add_dependencies(${name} foreshow)
endforeach()
