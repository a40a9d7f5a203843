add_test(NAME app_setup_test COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/setup_test.sh)
set_tests_properties(app_setup_test PROPERTIES LABELS unit)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME app_install_test
  COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/install_test.py ${CMAKE_BINARY_DIR})
set_tests_properties(app_install_test PROPERTIES LABELS gl TIMEOUT 900 ENVIRONMENT LP_NATIVE_VECTOR_WIDTH=256)
