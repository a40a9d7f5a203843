foreshow_test(app_session_test unit LIBS app_session SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/filler_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/points_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pose_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/rhythm_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_session_test.cpp)
