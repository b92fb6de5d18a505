# What `cmake --install` puts where: two export sets, so that who links the C
# library needs neither ICU nor C++.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/framescope)

install(TARGETS framescope EXPORT framescopeTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime
  NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS framescope_core EXPORT framescopeCoreTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
if(TARGET framescope_cli)
  install(TARGETS framescope_cli
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
endif()
install(DIRECTORY include/framescope TYPE INCLUDE COMPONENT development)
install(DIRECTORY lexicons/ DESTINATION ${CMAKE_INSTALL_DATADIR}/framescope/lexicons
  COMPONENT runtime)

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
set(pc_private "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_private "-lframescope_core")
  foreach(library icu-uc icu-i18n)
    list(APPEND pc_requires ${library})
  endforeach()
  foreach(format FS_LIBZIP:libzip FS_LIBXML2:libxml-2.0 FS_MD4C:md4c
                 FS_SIMDJSON:simdjson FS_ZLIB:zlib FS_ZSTD:libzstd
                 FS_LIBYAML:yaml-0.1)
    string(REPLACE ":" ";" pair ${format})
    list(GET pair 0 found)
    list(GET pair 1 module)
    if(${found}_FOUND)
      list(APPEND pc_requires ${module})
    endif()
  endforeach()
  list(JOIN pc_requires ", " pc_requires)
  string(APPEND pc_private " -lboost_regex -lpthread -lstdc++ -lm")
endif()
configure_file(lib/cmake/framescope.pc.in framescope.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/framescope.pc
  DESTINATION ${pkgconfig_dir} COMPONENT development)
