foreshow_test(app_session_test unit ONE_PROCESS LIBS app_session SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/action_table_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/case_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/filler_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/frame_of_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/kiosk_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/parts_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/points_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/pose_session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/rhythm_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/session_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/structure_session_test.cpp)
app_paths(app_session_test)

# An action that keeps something to itself must not compile, and for no other reason: the same source without that
# omission must.
function(action_source name definition)
  add_test(NAME ${name} COMMAND_EXPAND_LISTS COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only ${definition}
    "-I$<JOIN:$<TARGET_PROPERTY:app_session,INCLUDE_DIRECTORIES>,;-I>" ${CMAKE_CURRENT_LIST_DIR}/refused_action.cpp)
  set_tests_properties(${name} PROPERTIES LABELS unit ${ARGN})
endfunction()
action_source(action_with_everything -DWITH_EVERYTHING)
action_source(action_without_traits -DWITHOUT_TRAITS PASS_REGULAR_EXPRESSION
  "error: static.assert.*an action says in kTraits whether it is undone, joins others, and is for a kiosk")
action_source(action_without_place -DWITHOUT_PLACE PASS_REGULAR_EXPRESSION "error: no matching .*Traits")
action_source(action_without_change -DWITHOUT_CHANGE PASS_REGULAR_EXPRESSION
  "error: static.assert.*an action says in a change\\(\\) what it does to a session")
