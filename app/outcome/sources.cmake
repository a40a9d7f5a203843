foreach(name body calf_measures dose_sums findings free_point_check free_points outcome outcome_notes person_shape plan_check region_mesh skin_place tissue_store workbench)
  target_sources(app_core PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
