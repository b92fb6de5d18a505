# The program, its manual and its completions, which the program itself writes.
install(TARGETS framescope_cli
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
find_program(GZIP gzip)
set(manual ${CMAKE_CURRENT_SOURCE_DIR}/docs/man/framescope.1)
if(GZIP)
  # Packed as distributions want it; man reads both.
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/completions/framescope.1.gz)
  add_custom_command(OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E make_directory
      ${CMAKE_CURRENT_BINARY_DIR}/completions
    COMMAND ${GZIP} -9nc ${manual} > ${packed}
    DEPENDS ${manual} VERBATIM)
  add_custom_target(framescope_manual ALL DEPENDS ${packed})
  set(manual ${packed})
endif()
install(FILES ${manual}
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)

set(FRAMESCOPE_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING
  "Where zsh looks for completions")
set(FRAMESCOPE_FISH_DIR ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  CACHE STRING "Where fish looks for completions")
set(completions "")
foreach(shell bash zsh fish)
  set(file ${CMAKE_CURRENT_BINARY_DIR}/completions/${shell})
  add_custom_command(OUTPUT ${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory
      ${CMAKE_CURRENT_BINARY_DIR}/completions
    COMMAND framescope_cli --generate ${shell} > ${file}
    DEPENDS framescope_cli VERBATIM)
  list(APPEND completions ${file})
endforeach()
add_custom_target(framescope_completions ALL DEPENDS ${completions})
set(made ${CMAKE_CURRENT_BINARY_DIR}/completions)
install(FILES ${made}/bash RENAME framescope COMPONENT program
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/zsh RENAME _framescope COMPONENT program
  DESTINATION ${FRAMESCOPE_ZSH_DIR})
install(FILES ${made}/fish RENAME framescope.fish COMPONENT program
  DESTINATION ${FRAMESCOPE_FISH_DIR})
