# The Python package as a user gets it: installed by pip without a network, into
# an environment of its own that sees the system's numpy, pandas and Dask.
if(NOT TARGET framescope_python)
  return()
endif()
# Debian's, which has them, before any other.
find_program(FRAMESCOPE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH
             DOC "The Python that the package is tested with")
if(NOT FRAMESCOPE_PYTHON)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(FRAMESCOPE_PYTHON ${Python3_EXECUTABLE})
endif()
set(python_tests ${PROJECT_SOURCE_DIR}/bindings/python/tests)
set(python_place ${PROJECT_BINARY_DIR}/python_environment)

add_test(NAME python.install
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/python/install.sh ${FRAMESCOPE_PYTHON}
    ${python_place} ${PROJECT_SOURCE_DIR}/bindings/python ${PROJECT_BINARY_DIR})
set_tests_properties(python.install PROPERTIES LABELS python TIMEOUT 900
  FIXTURES_SETUP python)

# python_test(NAME argument...): runs the environment's interpreter.
function(python_test name)
  add_test(NAME python.${name} COMMAND ${python_place}/bin/python ${ARGN}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(python.${name} PROPERTIES LABELS python TIMEOUT 600
    FIXTURES_REQUIRED python
    ENVIRONMENT "CC=${CMAKE_C_COMPILER};OPENBLAS_NUM_THREADS=1")
endfunction()

file(GLOB files CONFIGURE_DEPENDS ${python_tests}/test_*.py)
foreach(file ${files})
  get_filename_component(name ${file} NAME_WE)
  string(REPLACE "test_" "" name ${name})
  python_test(${name} -W error::ResourceWarning ${file})
endforeach()
if(TARGET framescope_cli)
  set_property(TEST python.analysis APPEND PROPERTY ENVIRONMENT
    FRAMESCOPE_PROGRAM=$<TARGET_FILE:framescope_cli>)
endif()

foreach(page python scaling)
  python_test(docs_${page} ${CMAKE_CURRENT_SOURCE_DIR}/python/run_page.py
    ${PROJECT_SOURCE_DIR}/docs/${page}.md)
  if(TARGET framescope_cli)
    set_property(TEST python.docs_${page} APPEND PROPERTY ENVIRONMENT
      FRAMESCOPE_PROGRAM=$<TARGET_FILE:framescope_cli>)
  endif()
endforeach()
python_test(readme ${CMAKE_CURRENT_SOURCE_DIR}/python/run_page.py
  ${PROJECT_SOURCE_DIR}/README.md)
# Its times are for a benchmark: with so few documents they say little.
python_test(overhead ${PROJECT_SOURCE_DIR}/bench/python_overhead.py --untimed
            2000)
