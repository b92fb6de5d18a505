# Instructions, not seconds, so that a busy machine changes nothing. Sanitized
# programs do not run under valgrind.
find_path(VALGRIND_INCLUDE_DIR valgrind/callgrind.h)
if(TARGET framescope_engine AND VALGRIND_INCLUDE_DIR AND NOT FRAMESCOPE_SANITIZE)
  add_executable(linearity ${CMAKE_CURRENT_LIST_DIR}/linearity.cpp)
  target_include_directories(linearity SYSTEM PRIVATE ${VALGRIND_INCLUDE_DIR})
  target_link_libraries(linearity PRIVATE framescope_flags framescope_engine)
  add_test(NAME linearity.TwiceTheTextIsTwiceTheWork
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/linearity.py
      $<TARGET_FILE:linearity>)
  set_tests_properties(linearity.TwiceTheTextIsTwiceTheWork PROPERTIES
    LABELS linearity SKIP_RETURN_CODE 77 TIMEOUT 600)
endif()
