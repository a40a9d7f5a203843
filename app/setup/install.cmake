# What `cmake --install` puts where, and the Debian package of it (`bash app/setup/package`). Program, share/ and
# assets/ stay together in one folder, since the program looks for both beside itself.
set(PROGRAM_FOLDER lib/foreshow)

install(TARGETS foreshow RUNTIME DESTINATION ${PROGRAM_FOLDER})
# What draws take-home sheets is opened while the program runs, beside it.
install(TARGETS foreshow_sheet LIBRARY DESTINATION ${PROGRAM_FOLDER})
install(DIRECTORY ${SHARE}/ DESTINATION ${PROGRAM_FOLDER}/share)
# All that the bake wrote, whatever its names are; .stamp is set-up's own mark.
install(DIRECTORY ${FORESHOW_BAKED}/ DESTINATION ${PROGRAM_FOLDER}/assets PATTERN .stamp EXCLUDE)
install(FILES app/setup/desktop/foreshow.desktop DESTINATION share/applications)
install(FILES app/setup/desktop/foreshow.svg DESTINATION share/icons/hicolor/scalable/apps)

set(MAINTAINER "The Foreshow authors <authors@foreshow.invalid>")  # there is no address yet
install(CODE "set(SOURCE \"${CMAKE_SOURCE_DIR}\")
set(MADE \"${CMAKE_BINARY_DIR}/installed\")
set(PROJECT_VERSION \"${PROJECT_VERSION}\")
set(MAINTAINER \"${MAINTAINER}\")
set(PROGRAM_FOLDER \"\${CMAKE_INSTALL_PREFIX}/${PROGRAM_FOLDER}\")")
install(SCRIPT app/setup/install_desktop.cmake)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME foreshow)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/app/setup/package_version.cmake)
set(CPACK_PACKAGE_CONTACT "${MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shows in 3D what a neuromodulator plan is likely to do")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Foreshow shows, in 3D and true scale, what a neuromodulator plan for the
calf or the face is likely to do, and fillers of the face beside it, week by
week for nine months, with the range between people and the evidence behind
it. It has a window for consultant and patient, a kiosk for a touch screen,
and commands that write pictures, clips, tables and remarks.
.
An illustration for a talk with a clinician, not a prediction for a patient.")
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Libraries that the program is linked to are found by dpkg-shlibdeps; the rest is opened while it runs: the drivers
# of pictures without a display, and what GLFW opens for monitors, pointers and touch.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "libegl-mesa0, libgl1, libgl1-mesa-dri, libxcursor1, libxi6, libxinerama1, libxrandr2")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS ffmpeg)  # clips
include(CPack)
