app_room(marks LIBS app_check SOURCES
  injection_map point_decals point_labels structure_pick structure_step tape_ring tape_words)
