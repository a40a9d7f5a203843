app_room(body LIBS app_files SOURCES
  body calf_measures free_points outcome person_shape region_mesh skin_place tissue_store workbench)
