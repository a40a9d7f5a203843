foreach(name backdrop bounds chunks colour_map curvature draw_list floor_light grain_map heat_colour light_rig line_chart line_relief noise_volume occluder
        occlusion_kept occlusion_layout occlusion_pass part part_order pass_timer picture programs
        resting_picture renderer shadow_pass skin_grain skin_tone surface_pass targets tile)
  target_sources(render PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
# Roots many at once; the values are the same.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/curvature.cpp TARGET_DIRECTORY render
  PROPERTIES COMPILE_OPTIONS -fno-math-errno)
