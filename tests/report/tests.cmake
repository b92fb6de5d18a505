# Reports as others see them: records against the schema, pages in a browser.
if(NOT TARGET framescope_engine)
  return()
endif()
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(report_samples ${PROJECT_BINARY_DIR}/report_samples)
file(MAKE_DIRECTORY ${report_samples})

add_executable(write_samples ${CMAKE_CURRENT_SOURCE_DIR}/report/write_samples.cpp)
target_link_libraries(write_samples PRIVATE framescope_flags framescope_engine)
add_test(NAME report.write_samples COMMAND write_samples ${report_samples})
set_tests_properties(report.write_samples PROPERTIES
  LABELS report FIXTURES_SETUP report_samples)

execute_process(COMMAND ${Python3_EXECUTABLE} -c "import jsonschema"
  RESULT_VARIABLE no_jsonschema OUTPUT_QUIET ERROR_QUIET)
add_test(NAME report.schema
  COMMAND Python3::Interpreter
    ${CMAKE_CURRENT_SOURCE_DIR}/report/check_records.py
    ${PROJECT_SOURCE_DIR}/docs/framescope.analysis.schema.json
    ${report_samples}/calm.json ${report_samples}/hostile.json
    ${report_samples}/corpus.json ${report_samples}/corpus.jsonl)
set_tests_properties(report.schema PROPERTIES
  LABELS report FIXTURES_REQUIRED report_samples)
if(no_jsonschema)
  message(STATUS "report.schema is off: install python3-jsonschema")
  set_tests_properties(report.schema PROPERTIES DISABLED ON)
endif()

find_program(CHROMIUM NAMES chromium chromium-browser google-chrome)
add_test(NAME report.browser
  COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/report/check_pages.py
    ${CHROMIUM} ${report_samples})
set_tests_properties(report.browser PROPERTIES
  LABELS report FIXTURES_REQUIRED report_samples TIMEOUT 600)
if(NOT CHROMIUM)
  message(STATUS "report.browser is off: install chromium")
  set_tests_properties(report.browser PROPERTIES DISABLED ON)
endif()
