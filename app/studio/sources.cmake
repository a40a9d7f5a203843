app_room(studio LIBS app_marks render SOURCES
  annotate annotate_range annotate_scale annotate_tape captions compose eye_ball eye_rim frame frame_notes framing hairline
  lashes lid_line light materials people_range picture presenter presenter_marks shot side_effect sidecar)
