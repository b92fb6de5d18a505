# Strangers' projects against framescope: installed from this build (static);
# from one in which its source is part of a stranger's (shared); and moved to
# another place. Two builds and two installs serve all tests.
if(NOT FRAMESCOPE_INSTALL OR FRAMESCOPE_SANITIZE)
  return()
endif()
set(consumer ${CMAKE_CURRENT_SOURCE_DIR}/consumer)
set(launchers
  -DCMAKE_C_COMPILER=${CMAKE_C_COMPILER}
  -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
  -DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER}
  -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER})

# install_fixture(NAME BUILD_DIR PREFIX): a fixture that installs.
function(install_fixture name build prefix)
  add_test(NAME consumer.${name}
    COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${prefix})
  set_tests_properties(consumer.${name} PROPERTIES
    LABELS consumer FIXTURES_SETUP ${name})
endfunction()

# stranger(NAME SOURCE BUILD FIXTURE option...)
function(stranger name source build fixture)
  add_test(NAME consumer.${name}
    COMMAND ${CMAKE_CTEST_COMMAND}
      --build-and-test ${consumer}/${source} ${PROJECT_BINARY_DIR}/consumer/${build}
      --build-generator ${CMAKE_GENERATOR}
      --build-options ${launchers} ${ARGN}
      --test-command ${CMAKE_CTEST_COMMAND} --output-on-failure)
  set_tests_properties(consumer.${name} PROPERTIES LABELS consumer
    FIXTURES_REQUIRED "${fixture}" TIMEOUT 900)
endfunction()

set(prefix ${PROJECT_BINARY_DIR}/prefix)
set(shared_prefix ${PROJECT_BINARY_DIR}/shared_prefix)
set(moved_prefix ${PROJECT_BINARY_DIR}/moved/prefix)

# As a part of a stranger's build, and shared.
set(as_source -DFRAMESCOPE_SOURCE=${PROJECT_SOURCE_DIR} -DBUILD_SHARED_LIBS=ON
  -DCMAKE_BUILD_TYPE=Release)
stranger(fetchcontent source source "" -DHOW=fetchcontent ${as_source})
set_tests_properties(consumer.fetchcontent PROPERTIES
  FIXTURES_SETUP shared_built TIMEOUT 1800 RUN_SERIAL ON)
stranger(add_subdirectory source source shared_built -DHOW=add_subdirectory
  ${as_source})
set_tests_properties(consumer.add_subdirectory PROPERTIES
  FIXTURES_SETUP shared_built_twice RUN_SERIAL ON)

install_fixture(installed ${PROJECT_BINARY_DIR} ${prefix})
install_fixture(shared_installed ${PROJECT_BINARY_DIR}/consumer/source
  ${shared_prefix})
set_tests_properties(consumer.shared_installed PROPERTIES
  FIXTURES_REQUIRED "shared_built;shared_built_twice")
add_test(NAME consumer.moved
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${prefix} ${moved_prefix})
set_tests_properties(consumer.moved PROPERTIES LABELS consumer
  FIXTURES_REQUIRED installed FIXTURES_SETUP moved)

stranger(cmake cmake cmake installed -DCMAKE_PREFIX_PATH=${prefix})
stranger(cmake_moved cmake cmake_moved moved
  -DCMAKE_PREFIX_PATH=${moved_prefix})
stranger(cmake_shared cmake cmake_shared shared_installed
  -DCMAKE_PREFIX_PATH=${shared_prefix})
stranger(c_static c_only c_static installed "-DLANGUAGES=C\;CXX"
  -DCMAKE_PREFIX_PATH=${prefix})
stranger(c_only c_only c_only shared_installed
  -DCMAKE_PREFIX_PATH=${shared_prefix})

# pkgconfig(NAME FIXTURE PREFIX FLAG)
function(pkgconfig name fixture prefix flag)
  add_test(NAME consumer.pkgconfig_${name}
    COMMAND ${consumer}/pkgconfig/build.sh ${prefix} ${CMAKE_INSTALL_LIBDIR}
      ${consumer}/c_only/main.c
      ${PROJECT_BINARY_DIR}/consumer_pkgconfig_${name} ${flag})
  set_tests_properties(consumer.pkgconfig_${name} PROPERTIES LABELS consumer
    FIXTURES_REQUIRED ${fixture})
endfunction()
pkgconfig(static installed ${prefix} --static)
pkgconfig(moved moved ${moved_prefix} --static)
pkgconfig(shared shared_installed ${shared_prefix} "")

# A real engine over the Arrow C data interface.
add_executable(duckdb_arrow ${consumer}/arrow/duckdb.c)
target_link_libraries(duckdb_arrow PRIVATE framescope framescope_flags
  ${CMAKE_DL_LIBS})
set_target_properties(duckdb_arrow PROPERTIES C_STANDARD 99 LINKER_LANGUAGE CXX)
add_test(NAME consumer.duckdb COMMAND ${consumer}/arrow/run.sh
  $<TARGET_FILE:duckdb_arrow> ${PROJECT_SOURCE_DIR}/build/duckdb 6000)
set_tests_properties(consumer.duckdb PROPERTIES LABELS consumer
  SKIP_RETURN_CODE 77)
