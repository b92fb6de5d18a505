# The C header alone, in every dialect; each C++ header alone.
set(c_header ${PROJECT_SOURCE_DIR}/include/framescope/framescope.h)
foreach(dialect c99 c11 c17)
  add_test(NAME headers.${dialect}
    COMMAND ${CMAKE_C_COMPILER} -std=${dialect} -Wpedantic -Wall -Wextra
      -Werror -fsyntax-only -x c ${c_header})
  list(APPEND header_tests headers.${dialect})
endforeach()
foreach(dialect 11 14 17 20)
  add_test(NAME headers.c++${dialect}
    COMMAND ${CMAKE_CXX_COMPILER} -std=c++${dialect} -Wpedantic -Wall -Wextra
      -Werror -fsyntax-only -x c++ ${c_header})
  list(APPEND header_tests headers.c++${dialect})
endforeach()
file(GLOB cpp_headers CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/include/framescope/*.hpp)
foreach(header ${cpp_headers})
  get_filename_component(name ${header} NAME)
  add_test(NAME headers.${name}
    COMMAND ${CMAKE_CXX_COMPILER} -std=c++20 -Wall -Wextra -Werror
      -Wno-pragma-once-outside-header -I${PROJECT_SOURCE_DIR}/include
      -fsyntax-only -include ${header} -x c++ /dev/null)
  list(APPEND header_tests headers.${name})
endforeach()
set_tests_properties(${header_tests} PROPERTIES LABELS headers)
