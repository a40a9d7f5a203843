app_room(check LIBS app_body SOURCES
  dose_sums findings free_point_check outcome_notes plan_check)
