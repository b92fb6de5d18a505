# Debian packages by CPack: libframescope0, libframescope-dev, framescope and
# python3-framescope. Configure with the preset "package"; ./dev package does.
set(FRAMESCOPE_MAINTAINER
  "framescope maintainers <maintainers@framescope.invalid>"
  CACHE STRING "Who answers for the packages")
set(FRAMESCOPE_PACKAGE_REVISION 1 CACHE STRING "Debian revision")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME framescope)
set(CPACK_PACKAGE_CONTACT ${FRAMESCOPE_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL library development program)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${FRAMESCOPE_PACKAGE_REVISION})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)
set(this_version "${PROJECT_VERSION}-${FRAMESCOPE_PACKAGE_REVISION}")

set(library_package libframescope${PROJECT_VERSION_MAJOR})
set(about "framescope reads text about people and care, and tells deficit from
strengths, crisis from springboard, and what an author says from what is
only mentioned, with the source of every mark. Nothing leaves the machine.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
  "measure of how text frames people - shared library\n${about}")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libframescope-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "${library_package} (= ${this_version})")
# What linking the C++ library statically needs; the C library needs none of it.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
  "libicu-dev, libboost-regex-dev, libeigen3-dev, libzip-dev, libxml2-dev, \
libmd4c-dev, libsimdjson-dev, libyaml-dev, zlib1g-dev, libzstd-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "measure of how text frames people - development files\n${about}\n\nThis \
package holds the headers of C and C++, and the static C++ library.")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME framescope)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS
  "${library_package} (= ${this_version})")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
  "measure of how text frames people\n${about}\n\nThis package holds the \
command-line program and the lexicons.")

# Each package says under what licence it is, and what changed.
find_program(GZIP gzip REQUIRED)
set(doc_dir ${CMAKE_INSTALL_DATADIR}/doc)
set(made ${CMAKE_CURRENT_BINARY_DIR}/debian)
file(MAKE_DIRECTORY ${made})
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(lib/cmake/debian/changelog.in ${made}/changelog.Debian @ONLY)
foreach(pair "CHANGELOG.md:changelog" "${made}/changelog.Debian:changelog.Debian")
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 from)
  list(GET pair 1 to)
  execute_process(COMMAND ${GZIP} -9nc ${from}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_FILE ${made}/${to}.gz
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# package_component(NAME PACKAGE): its documents.
function(package_component name package)
  install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz
    lib/cmake/debian/copyright DESTINATION ${doc_dir}/${package}
    COMPONENT ${name} EXCLUDE_FROM_ALL)
endfunction()
package_component(library ${library_package})
package_component(development libframescope-dev)
package_component(program framescope)

# Programs that are linked with the library learn from `shlibs` which package
# has it; `triggers` refreshes the linker's cache.
file(WRITE ${made}/shlibs "libframescope ${PROJECT_VERSION_MAJOR} \
${library_package} (>= ${PROJECT_VERSION})\n")
file(WRITE ${made}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${made}/shlibs ${made}/triggers)

if(EXISTS ${PROJECT_SOURCE_DIR}/bindings/python/backend/declarations.py)
  include(lib/cmake/package_python.cmake)
endif()
set(CPACK_PROJECT_CONFIG_FILE
  ${PROJECT_SOURCE_DIR}/lib/cmake/package_options.cmake)
include(CPack)
