# Run while installing, after install.cmake told SOURCE, MADE, PROJECT_VERSION, MAINTAINER and PROGRAM_FOLDER: papers
# with version, date and paths filled in, the command in bin/, and icons of fixed sizes where rsvg-convert is there.
# The date is that of SOURCE_DATE_EPOCH where it is set, so that the same input gives the same bytes.
set(DESKTOP ${SOURCE}/app/setup/desktop)
set(PLANS ${PROGRAM_FOLDER}/share/plans)
set(DOCUMENTS ${CMAKE_INSTALL_PREFIX}/share/doc/foreshow)
set(ENV{LC_ALL} C)  # names of days and months in English
string(TIMESTAMP RELEASE_DATE "%Y-%m-%d" UTC)
string(TIMESTAMP CHANGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(READ ${SOURCE}/LICENSE FORESHOW_LICENCE)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
include(${SOURCE}/app/setup/package_version.cmake)

file(REMOVE_RECURSE ${MADE})
foreach(paper changelog copyright foreshow.1 foreshow.metainfo.xml)
  configure_file(${DESKTOP}/${paper}.in ${MADE}/${paper} @ONLY)
endforeach()
configure_file(${SOURCE}/CHANGELOG.md ${MADE}/NEWS COPYONLY)
execute_process(COMMAND gzip -9 -n changelog foreshow.1 NEWS WORKING_DIRECTORY ${MADE} COMMAND_ERROR_IS_FATAL ANY)

file(INSTALL ${MADE}/foreshow.1.gz DESTINATION ${CMAKE_INSTALL_PREFIX}/share/man/man1)
file(INSTALL ${MADE}/foreshow.metainfo.xml DESTINATION ${CMAKE_INSTALL_PREFIX}/share/metainfo)
file(INSTALL ${MADE}/copyright ${MADE}/changelog.gz ${MADE}/NEWS.gz DESTINATION ${DOCUMENTS})

set(COMMANDS ${CMAKE_INSTALL_PREFIX}/bin)
file(MAKE_DIRECTORY $ENV{DESTDIR}${COMMANDS})
file(RELATIVE_PATH program ${COMMANDS} ${PROGRAM_FOLDER}/foreshow)
file(CREATE_LINK ${program} $ENV{DESTDIR}${COMMANDS}/foreshow SYMBOLIC)

find_program(RSVG_CONVERT rsvg-convert)
if(RSVG_CONVERT)
  foreach(size 16 24 32 48 64 128 256)
    set(sized ${MADE}/${size}/foreshow.png)
    file(MAKE_DIRECTORY ${MADE}/${size})
    execute_process(COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${sized} ${DESKTOP}/foreshow.svg
      COMMAND_ERROR_IS_FATAL ANY)
    file(INSTALL ${sized} DESTINATION ${CMAKE_INSTALL_PREFIX}/share/icons/hicolor/${size}x${size}/apps)
  endforeach()
endif()
