find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(check layers tested_by words)
  add_test(NAME architecture.${check}
    COMMAND Python3::Interpreter
      ${CMAKE_CURRENT_SOURCE_DIR}/architecture/check_${check}.py
      ${PROJECT_SOURCE_DIR})
  set_tests_properties(architecture.${check} PROPERTIES LABELS architecture)
endforeach()
