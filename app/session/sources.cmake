app_room(session LIBS app_studio SOURCES
  apply change_beside change_fillers change_kiosk change_plan change_points change_structure
  change_time change_view dose history rhythm)
