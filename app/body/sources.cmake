app_room(body LIBS app_files SOURCES
  body body_places body_surface calf_measures curve free_points landmarks outcome person_shape quantity_words region_mesh skin_place spread
  spread_words body_store workbench)
