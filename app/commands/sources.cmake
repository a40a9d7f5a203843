app_room(commands LIBS app_studio CLI11::CLI11 SOURCES
  capture capture_options check clip_writer command_line export format_options name_template predict teaching_options)
