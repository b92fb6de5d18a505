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
