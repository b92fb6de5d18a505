if(FRAMESCOPE_INSTALL AND NOT FRAMESCOPE_SANITIZE AND NOT BUILD_SHARED_LIBS)
  add_test(NAME docs.programs
    COMMAND Python3::Interpreter
      ${CMAKE_CURRENT_SOURCE_DIR}/docs/run_examples.py ${PROJECT_SOURCE_DIR}
      ${PROJECT_BINARY_DIR}/prefix ${CMAKE_INSTALL_LIBDIR}
      ${PROJECT_BINARY_DIR}/docs_examples ${CMAKE_C_COMPILER}
      ${CMAKE_CXX_COMPILER})
  set_tests_properties(docs.programs PROPERTIES LABELS docs
    FIXTURES_REQUIRED installed)
endif()
