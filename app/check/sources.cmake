app_room(check LIBS app_body SOURCES
  aftercare ceilings course dose_sums evidence filler_cautions finding free_point_check label_areas mistaken_units outcome_notes
  person_cautions placement plan_check remark standing_notes)
