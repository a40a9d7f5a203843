add_test(NAME app_setup_test COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/setup_test.sh)
set_tests_properties(app_setup_test PROPERTIES LABELS unit)
