app_room(files LIBS app_base nlohmann_json::nlohmann_json SOURCES
  case_file case_writer cited claims_file clinical_file csv_file evidence_file file
  file_hash file_lock fillers_file
  held_out_file json json_field
  kept_files kiosk_file limits_file opened_file outcomes_file paths plan_file plan_writer
  published_file recent_files recovery source_names texts user_folders)
