target_sources(app_core PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/dose_sums.cpp
  ${CMAKE_CURRENT_LIST_DIR}/plan_check.cpp)
