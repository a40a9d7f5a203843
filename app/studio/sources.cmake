app_room(studio LIBS app_marks render SOURCES
  annotate captions compose eye_rim frame frame_notes framing hairline lashes lid_line light materials picture
  presenter presenter_marks shot sidecar)
