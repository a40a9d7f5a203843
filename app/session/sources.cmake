target_sources(app_core PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/apply.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_fillers.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_beside.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_kiosk.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_plan.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_points.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_structure.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_time.cpp
  ${CMAKE_CURRENT_LIST_DIR}/change_view.cpp
  ${CMAKE_CURRENT_LIST_DIR}/dose.cpp
  ${CMAKE_CURRENT_LIST_DIR}/history.cpp
  ${CMAKE_CURRENT_LIST_DIR}/rhythm.cpp)
