app_room(commands LIBS app_studio CLI11::CLI11 SOURCES
  capture capture_options check clip_writer command_line export name_template plan_stamp predict teaching_options)
