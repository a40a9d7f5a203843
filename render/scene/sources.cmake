foreach(name backdrop curvature draw_list floor_light heat_colour light_rig line_chart line_relief noise_volume occluder
        occlusion_pass part pass_timer picture programs
        refinement renderer shadow_pass skin_tone surface_pass targets tile)
  target_sources(render PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
