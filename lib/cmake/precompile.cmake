# precompile_lexicon(OUT_VAR folder libraries): compiles the built-in lexicon
# when the library is built, and gives the file to folder/precompiled.cpp. It is
# empty where programs that were built cannot be run.
function(precompile_lexicon out_var folder libraries)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/precompiled.bin)
  if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    file(WRITE ${output} "")
  else()
    add_executable(framescope_precompile
      ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/precompile.cpp)
    set_target_properties(framescope_precompile PROPERTIES CXX_EXTENSIONS OFF)
    target_link_libraries(framescope_precompile PRIVATE
      framescope_flags ${libraries} ${all_third_party})
    add_custom_command(OUTPUT ${output}
      COMMAND framescope_precompile ${output}
      DEPENDS framescope_precompile
      VERBATIM COMMENT "Compiling the built-in lexicon")
  endif()
  set_source_files_properties(${folder}/precompiled.cpp PROPERTIES
    OBJECT_DEPENDS ${output}
    COMPILE_DEFINITIONS "FRAMESCOPE_PRECOMPILED=\"${output}\"")
  set(${out_var} ${output} PARENT_SCOPE)
endfunction()
