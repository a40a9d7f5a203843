app_room(base LIBS simulation render_cpu SOURCES
  checksum error names nearest number_text option_value program_id)
target_compile_definitions(app_base PUBLIC FORESHOW_VERSION="${PROJECT_VERSION}")
target_link_libraries(app_base PRIVATE ZLIB::ZLIB)
