# The version of a package, as cpack and the package's changelog tell it: the program's CPACK_PACKAGE_VERSION and the
# date of its last change (SOURCE_DATE_EPOCH). Without the date apt would take a newer package for the one it has.
string(TIMESTAMP changed "%Y%m%d.%H%M" UTC)
set(CPACK_DEBIAN_PACKAGE_VERSION ${CPACK_PACKAGE_VERSION}+${changed})
