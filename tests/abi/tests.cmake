# The list of functions, and what the shared library really exports.
set(symbols_command Python3::Interpreter
  ${CMAKE_CURRENT_SOURCE_DIR}/abi/symbols.py ${PROJECT_SOURCE_DIR})
add_test(NAME abi.symbols COMMAND ${symbols_command})
if(TARGET framescope)
  # A shared library of the same objects, whatever this build is.
  add_library(framescope_abi_probe SHARED $<TARGET_OBJECTS:framescope>)
  target_link_libraries(framescope_abi_probe PRIVATE framescope_flags
    framescope_core)
  target_link_options(framescope_abi_probe PRIVATE
    -Wl,--version-script=${PROJECT_SOURCE_DIR}/lib/cmake/framescope.map
    -Wl,--exclude-libs,ALL)
  set_target_properties(framescope_abi_probe PROPERTIES LINKER_LANGUAGE CXX)
  add_test(NAME abi.exports
    COMMAND ${symbols_command} $<TARGET_FILE:framescope_abi_probe>)
  set_tests_properties(abi.exports PROPERTIES LABELS abi)

  add_executable(layout_test ${CMAKE_CURRENT_SOURCE_DIR}/abi/layout_test.c)
  target_link_libraries(layout_test PRIVATE framescope)
  set_target_properties(layout_test PROPERTIES C_STANDARD 11
    LINKER_LANGUAGE CXX)
  add_test(NAME abi.layout COMMAND layout_test)
  set_tests_properties(abi.layout PROPERTIES LABELS abi)
endif()
set_tests_properties(abi.symbols PROPERTIES LABELS abi)

# Types and signatures against the baseline. What abidw reads are gcc's notes.
find_program(ABIDW abidw)
find_program(ABIDIFF abidiff)
find_program(GCC gcc)
if(ABIDW AND ABIDIFF AND GCC AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  add_test(NAME abi.diff COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/abi/diff.sh
    ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  set_tests_properties(abi.diff PROPERTIES LABELS abi)
else()
  message(STATUS "abi.diff is off: it needs abigail-tools, gcc and x86-64")
endif()
