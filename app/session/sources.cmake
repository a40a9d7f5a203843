app_room(session LIBS app_sheet SOURCES
  action apply case_of_session change_beside change_case change_fillers change_kiosk change_plan change_points change_structure
  change_time change_view dose follow_camera frame_of_session history rhythm)
