# embed_files(OUT_VAR output.cpp ROOT file...): makes a source file that holds
# the files' bytes, in the form that lexicon/embedded.hpp declares.
function(embed_files out_var output root)
  set(depends "")
  foreach(file ${ARGN})
    list(APPEND depends ${root}/${file})
  endforeach()
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DROOT=${root}
            "-DFILES=${ARGN}" -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_script.cmake
    DEPENDS ${depends} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_script.cmake
    VERBATIM COMMENT "Embedding lexicons")
  set(${out_var} ${output} PARENT_SCOPE)
endfunction()
