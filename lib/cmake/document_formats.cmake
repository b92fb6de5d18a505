# Which document formats are built in. Each is on when its library is found;
# set a FRAMESCOPE_WITH_… option to OFF to leave it out.
set(document_libraries "")
set(document_definitions "")
find_package(PkgConfig QUIET)

macro(document_format option module target definition)
  option(${option} "Use ${module}" ON)
  if(${option} AND PkgConfig_FOUND)
    pkg_check_modules(${target} QUIET IMPORTED_TARGET ${module})
    if(${target}_FOUND)
      list(APPEND document_libraries PkgConfig::${target})
      list(APPEND document_definitions ${definition})
    endif()
  endif()
endmacro()

document_format(FRAMESCOPE_WITH_LIBZIP libzip FS_LIBZIP FRAMESCOPE_HAVE_LIBZIP)
document_format(FRAMESCOPE_WITH_LIBXML2 libxml-2.0 FS_LIBXML2 FRAMESCOPE_HAVE_LIBXML2)
document_format(FRAMESCOPE_WITH_MD4C md4c FS_MD4C FRAMESCOPE_HAVE_MD4C)
document_format(FRAMESCOPE_WITH_SIMDJSON simdjson FS_SIMDJSON FRAMESCOPE_HAVE_SIMDJSON)
document_format(FRAMESCOPE_WITH_ZLIB zlib FS_ZLIB FRAMESCOPE_HAVE_ZLIB)
document_format(FRAMESCOPE_WITH_ZSTD libzstd FS_ZSTD FRAMESCOPE_HAVE_ZSTD)
