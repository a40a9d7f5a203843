app_room(commands LIBS app_sheet CLI11::CLI11 SOURCES
  capture capture_options check clip_writer command_line export format_options name_template plan_stamp predict sheet
  teaching_options)
