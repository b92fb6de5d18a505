// Tested by tests/unit/capi/capi_test.c.
#include <string>

#include "engine/stamp.hpp"
#include "framescope/framescope.h"
#include "unicode/segmenter.hpp"

extern "C" {

uint32_t framescope_version_number(void) { return FRAMESCOPE_VERSION_NUMBER; }

const char* framescope_version_string(void) {
  static constexpr std::string_view kVersion = framescope::kLibraryVersion;
  return kVersion.data();
}

const char* framescope_build_info(void) {
  static const std::string info =
      "framescope " + std::string(framescope::kLibraryVersion) + "\nicu " +
      framescope::IcuVersion() + "\nunicode " + framescope::UnicodeVersion();
  return info.c_str();
}

}  // extern "C"
