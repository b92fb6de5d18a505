if(TARGET framescope_cli)
  file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/*/*.sh)
  foreach(case ${cases})
    file(RELATIVE_PATH name ${CMAKE_CURRENT_SOURCE_DIR}/cli ${case})
    string(REPLACE ".sh" "" name ${name})
    add_test(NAME cli/${name}
      COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/run_case.py
        $<TARGET_FILE:framescope_cli> ${PROJECT_SOURCE_DIR} ${case})
    set_tests_properties(cli/${name} PROPERTIES
      LABELS cli TIMEOUT 400 SKIP_RETURN_CODE 77)
  endforeach()
endif()
