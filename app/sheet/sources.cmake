app_room(sheet LIBS app_studio SOURCES
  make_sheet sheet_curve sheet_date sheet_facts sheet_file sheet_pictures sheet_plan sheet_risks)

# What draws the page: a library of its own, opened when a sheet is asked for, so that no other start pays for Cairo,
# Pango and what they bring along.
find_package(PkgConfig REQUIRED)
find_package(JPEG REQUIRED)
pkg_check_modules(SHEET_PAGE REQUIRED IMPORTED_TARGET cairo-pdf pangocairo pangoft2 fontconfig)
add_library(foreshow_sheet MODULE)
foreach(source curve_figure fonts jpeg layout module page pen risk_table)
  target_sources(foreshow_sheet PRIVATE ${CMAKE_CURRENT_LIST_DIR}/page/${source}.cpp)
endforeach()
target_link_libraries(foreshow_sheet PRIVATE foreshow_flags PkgConfig::SHEET_PAGE JPEG::JPEG)
set_target_properties(foreshow_sheet PROPERTIES CXX_VISIBILITY_PRESET hidden LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
add_dependencies(app_sheet foreshow_sheet)
target_link_libraries(app_sheet PRIVATE ${CMAKE_DL_LIBS})
