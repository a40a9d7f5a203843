app_room(files LIBS app_base nlohmann_json::nlohmann_json SOURCES
  cited claims_file clinical_file csv_file evidence_file file file_hash fillers_file held_out_file json json_field
  kept_files kiosk_file limits_file outcomes_file paths plan_file plan_writer
  published_file source_names texts user_folders)
