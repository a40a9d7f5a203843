app_room(marks LIBS app_check SOURCES
  blemishes injection_map point_decals point_labels skin_patch structure_pick structure_step tape_ring tape_words)
