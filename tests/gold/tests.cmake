if(TARGET framescope_engine)
  framescope_test(gold_test gold framescope_engine
    ${CMAKE_CURRENT_SOURCE_DIR}/gold/gold_test.cpp)
endif()
