# The C API used from C. Every file is a program of its own.
if(TARGET framescope)
  file(GLOB capi_tests CONFIGURE_DEPENDS
    ${CMAKE_CURRENT_SOURCE_DIR}/unit/capi/*_test.c)
  foreach(source ${capi_tests})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE framescope framescope_flags
      Threads::Threads)
    target_compile_definitions(${name} PRIVATE ${test_definitions})
    set_target_properties(${name} PROPERTIES C_STANDARD 99 LINKER_LANGUAGE CXX)
    string(REPLACE "_test" "" part ${name})
    string(REPLACE "capi.capi" "capi" test capi.${part})
    add_test(NAME ${test} COMMAND ${name})
    set_tests_properties(${test} PROPERTIES LABELS unit)
  endforeach()
endif()
