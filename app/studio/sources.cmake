app_room(studio LIBS app_marks render SOURCES
  annotate annotate_range annotate_scale annotate_tape captions close_ups compose eye_ball eye_rim fine_points frame
  frame_notes framing hairline lashes letters lid_line lid_slices light light_store materials people_range picture
  presenter presenter_marks shot side_effect sidecar skin_zones)
# Roots many at once; the values are the same.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/lid_line.cpp ${CMAKE_CURRENT_LIST_DIR}/lid_slices.cpp
  TARGET_DIRECTORY app_studio PROPERTIES COMPILE_OPTIONS -fno-math-errno)
