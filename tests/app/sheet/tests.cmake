foreshow_test(app_sheet_test unit LIBS app_sheet SOURCES
  ${CMAKE_CURRENT_LIST_DIR}/page_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sheet_words_test.cpp)
app_paths(app_sheet_test)
add_dependencies(app_sheet_test foreshow_sheet stage_share)

# The files themselves, judged by qpdf and poppler's tools.
add_test(NAME app_sheet_pdf_test
  COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/sheet_pdf_test.py $<TARGET_FILE:foreshow>)
set_tests_properties(app_sheet_pdf_test PROPERTIES LABELS picture TIMEOUT 900 ENVIRONMENT LP_NATIVE_VECTOR_WIDTH=256)
