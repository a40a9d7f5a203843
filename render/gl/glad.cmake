include_guard(GLOBAL)

# OpenGL entry points, generated offline from the specification that python3-glad carries. Only render/gl/*.cpp
# may include <glad/gl.h>; call gladLoadGL with the address function of the context (eglGetProcAddress, glfwGetProcAddress).
find_program(GLAD glad REQUIRED)
set(GLAD_OUT ${CMAKE_BINARY_DIR}/glad)
set(GLAD_ARGUMENTS --quiet --reproducible --api gl:core=3.3 --extensions
    GL_KHR_debug,GL_EXT_texture_filter_anisotropic --out-path ${GLAD_OUT} c)

# Generate only when the arguments change, so that a second configure costs nothing and nothing is recompiled.
set(GLAD_STAMP ${GLAD_OUT}/arguments.txt)
set(GLAD_MADE_WITH "")
if(EXISTS ${GLAD_STAMP})
  file(READ ${GLAD_STAMP} GLAD_MADE_WITH)
endif()
if(NOT GLAD_MADE_WITH STREQUAL "${GLAD_ARGUMENTS}" OR NOT EXISTS ${GLAD_OUT}/src/gl.c)
  execute_process(COMMAND ${GLAD} ${GLAD_ARGUMENTS} RESULT_VARIABLE GLAD_RESULT ERROR_VARIABLE GLAD_ERROR)
  if(NOT GLAD_RESULT EQUAL 0)
    message(FATAL_ERROR "glad failed; install python3-glad or run `bash app/run`: ${GLAD_ERROR}")
  endif()
  file(WRITE ${GLAD_STAMP} "${GLAD_ARGUMENTS}")
endif()

add_library(glad_gl STATIC ${GLAD_OUT}/src/gl.c)
target_include_directories(glad_gl SYSTEM PUBLIC ${GLAD_OUT}/include)
