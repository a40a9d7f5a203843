target_sources(simulation PRIVATE ${CMAKE_CURRENT_LIST_DIR}/doses.cpp ${CMAKE_CURRENT_LIST_DIR}/names.cpp
                                  ${CMAKE_CURRENT_LIST_DIR}/plan.cpp ${CMAKE_CURRENT_LIST_DIR}/protocol.cpp)
