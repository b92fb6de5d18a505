# python3-framescope: the Python package over the system's shared library.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(python_source ${PROJECT_SOURCE_DIR}/bindings/python)
set(python_made ${CMAKE_CURRENT_BINARY_DIR}/debian/python)
set(header ${PROJECT_SOURCE_DIR}/include/framescope/framescope.h)
file(MAKE_DIRECTORY ${python_made})

add_custom_command(OUTPUT ${python_made}/_declarations.py
  COMMAND Python3::Interpreter ${python_source}/backend/declarations.py
    ${CMAKE_C_COMPILER} ${header} ${python_made}/_declarations.py
  DEPENDS ${header} ${python_source}/backend/declarations.py VERBATIM)
add_custom_target(framescope_python_package ALL
  DEPENDS ${python_made}/_declarations.py)
file(WRITE ${python_made}/METADATA "Metadata-Version: 2.1\nName: framescope\n\
Version: ${PROJECT_VERSION}\nSummary: ${PROJECT_DESCRIPTION}\n\
License: Apache-2.0\nRequires-Python: >=3.9\n")
file(WRITE ${python_made}/INSTALLER "debian\n")

set(packages lib/python3/dist-packages)
install(DIRECTORY ${python_source}/src/framescope DESTINATION ${packages}
  COMPONENT python EXCLUDE_FROM_ALL
  FILES_MATCHING PATTERN "*.py" PATTERN "py.typed" PATTERN "__pycache__" EXCLUDE)
install(FILES ${python_made}/_declarations.py
  DESTINATION ${packages}/framescope COMPONENT python EXCLUDE_FROM_ALL)
install(FILES ${python_made}/METADATA ${python_made}/INSTALLER
  DESTINATION ${packages}/framescope-${PROJECT_VERSION}.dist-info
  COMPONENT python EXCLUDE_FROM_ALL)
package_component(python python3-framescope)

list(APPEND CPACK_COMPONENTS_ALL python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-framescope)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
  "python3 (>= 3.9), ${library_package} (>= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS
  "python3-numpy, python3-pandas, python3-dask, python3-distributed")
set(CPACK_COMPONENT_PYTHON_DESCRIPTION
  "measure of how text frames people - Python 3 package\n${about}")
# dpkg runs these: byte code is made where the package is installed.
set(python_scripts ${CMAKE_CURRENT_SOURCE_DIR}/lib/cmake/debian)
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA
  ${python_scripts}/postinst ${python_scripts}/prerm)
