app_room(studio LIBS app_marks render SOURCES
  annotate eye_rim framing hairline lashes lid_line light materials picture picture_beside presenter
  presenter_marks shot)
