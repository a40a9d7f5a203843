app_room(studio LIBS app_marks render SOURCES
  annotate annotate_range annotate_scale annotate_tape captions close_ups compose eye_ball eye_rim fine_points frame
  frame_notes framing hairline lashes letters lid_line light light_store materials people_range picture presenter
  presenter_marks shot sidecar)
