# What `cmake --install` puts where: two export sets, so that who links the C
# library needs neither ICU nor C++.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/framescope)

# Components are the binary packages that package.cmake makes of them.
install(TARGETS framescope EXPORT framescopeTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT library
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS framescope_core EXPORT framescopeCoreTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY include/framescope TYPE INCLUDE COMPONENT development)
if(TARGET framescope_cli)
  include(lib/cmake/install_program.cmake)
endif()
install(FILES lexicons/SOURCES.md lexicons/CHECKS.tsv
  DESTINATION ${CMAKE_INSTALL_DATADIR}/framescope/lexicons COMPONENT program)
install(DIRECTORY lexicons/care lexicons/stance
  DESTINATION ${CMAKE_INSTALL_DATADIR}/framescope/lexicons COMPONENT program)

install(EXPORT framescopeTargets NAMESPACE framescope::
  DESTINATION ${package_dir} COMPONENT development)
install(EXPORT framescopeCoreTargets NAMESPACE framescope::
  DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(lib/cmake/framescopeConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/framescopeConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/framescopeConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/framescopeConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/framescopeConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT development)

# pkg-config finds its way up from wherever the library folder lies.
set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH pc_up /${pkgconfig_dir} /)
# Named one by one and not as Requires.private: what those libraries need in
# their turn matters only to who links them statically.
set(pc_private "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_private "-lframescope_core")
  foreach(format FS_LIBZIP:zip FS_LIBXML2:xml2 FS_MD4C:md4c FS_LIBYAML:yaml
                 FS_SIMDJSON:simdjson FS_ZLIB:z FS_ZSTD:zstd)
    string(REPLACE ":" ";" pair ${format})
    list(GET pair 0 found)
    list(GET pair 1 library)
    if(${found}_FOUND)
      string(APPEND pc_private " -l${library}")
    endif()
  endforeach()
  string(APPEND pc_private
    " -licui18n -licuuc -lboost_regex -lpthread -lstdc++ -lm")
endif()
configure_file(lib/cmake/framescope.pc.in framescope.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/framescope.pc
  DESTINATION ${pkgconfig_dir} COMPONENT development)
