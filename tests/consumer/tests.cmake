# Installs to a prefix, then builds strangers' projects against it: this build
# as it is (static), and a shared one configured for the purpose.
if(NOT FRAMESCOPE_INSTALL OR FRAMESCOPE_SANITIZE)
  return()
endif()
set(consumer ${CMAKE_CURRENT_SOURCE_DIR}/consumer)

# install_fixture(NAME BUILD_DIR PREFIX): a fixture that installs.
function(install_fixture name build prefix)
  add_test(NAME consumer.${name}
    COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${prefix})
  set_tests_properties(consumer.${name} PROPERTIES
    LABELS consumer FIXTURES_SETUP ${name})
endfunction()

# stranger(NAME SOURCE FIXTURE PREFIX option...)
function(stranger name source fixture prefix)
  add_test(NAME consumer.${name}
    COMMAND ${CMAKE_CTEST_COMMAND}
      --build-and-test ${source} ${PROJECT_BINARY_DIR}/consumer/${name}
      --build-generator ${CMAKE_GENERATOR}
      --build-options -DCMAKE_PREFIX_PATH=${prefix}
        -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER} ${ARGN}
      --test-command ${CMAKE_CTEST_COMMAND} --output-on-failure)
  set_tests_properties(consumer.${name} PROPERTIES LABELS consumer
    FIXTURES_REQUIRED "${fixture}" TIMEOUT 900)
endfunction()

set(prefix ${PROJECT_BINARY_DIR}/prefix)
install_fixture(installed ${PROJECT_BINARY_DIR} ${prefix})
stranger(cmake ${consumer}/cmake installed ${prefix})

# The same objects linked as a shared library, installed by a build of its own.
set(shared_build ${PROJECT_BINARY_DIR}/consumer/shared_build)
set(shared_prefix ${PROJECT_BINARY_DIR}/shared_prefix)
add_test(NAME consumer.shared_build
  COMMAND ${CMAKE_CTEST_COMMAND}
    --build-and-test ${PROJECT_SOURCE_DIR} ${shared_build}
    --build-generator ${CMAKE_GENERATOR}
    --build-options -DBUILD_SHARED_LIBS=ON -DFRAMESCOPE_BUILD_TESTS=OFF
      -DCMAKE_BUILD_TYPE=Release
      -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER})
set_tests_properties(consumer.shared_build PROPERTIES LABELS consumer
  FIXTURES_SETUP shared_built TIMEOUT 1800 RUN_SERIAL ON)
install_fixture(shared_installed ${shared_build} ${shared_prefix})
set_tests_properties(consumer.shared_installed PROPERTIES
  FIXTURES_REQUIRED shared_built)
stranger(c_only ${consumer}/c_only shared_installed ${shared_prefix})
set_tests_properties(consumer.c_only PROPERTIES
  ENVIRONMENT LD_LIBRARY_PATH=${shared_prefix}/${CMAKE_INSTALL_LIBDIR})

foreach(kind static shared)
  set(kind_prefix ${prefix})
  set(kind_fixture installed)
  set(kind_flag --static)
  if(kind STREQUAL "shared")
    set(kind_prefix ${shared_prefix})
    set(kind_fixture shared_installed)
    set(kind_flag "")
  endif()
  add_test(NAME consumer.pkgconfig_${kind}
    COMMAND ${consumer}/pkgconfig/build.sh ${kind_prefix}
      ${CMAKE_INSTALL_LIBDIR} ${consumer}/c_only/main.c
      ${PROJECT_BINARY_DIR}/consumer_pkgconfig_${kind} ${kind_flag})
  set_tests_properties(consumer.pkgconfig_${kind} PROPERTIES LABELS consumer
    FIXTURES_REQUIRED ${kind_fixture})
endforeach()
