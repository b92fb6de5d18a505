# The packages of a shared build, looked into. ./dev package does so too, for
# the packages that a release ships; --check installs them.
find_program(DPKG_DEB dpkg-deb)
find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
if(NOT TARGET framescope_cli OR NOT FRAMESCOPE_INSTALL OR FRAMESCOPE_SANITIZE
   OR NOT BUILD_SHARED_LIBS OR NOT DPKG_DEB OR NOT DPKG_SHLIBDEPS)
  return()
endif()
set(packages ${PROJECT_BINARY_DIR}/packages)
add_test(NAME package.make
  COMMAND ${CMAKE_CPACK_COMMAND} -B ${packages}
    --config ${PROJECT_BINARY_DIR}/CPackConfig.cmake)
set_tests_properties(package.make PROPERTIES LABELS package
  FIXTURES_SETUP packages TIMEOUT 600)
add_test(NAME package.contents
  COMMAND Python3::Interpreter
    ${CMAKE_CURRENT_SOURCE_DIR}/package/check_contents.py ${packages}
    --any-libdir)
set_tests_properties(package.contents PROPERTIES LABELS package
  FIXTURES_REQUIRED packages)
