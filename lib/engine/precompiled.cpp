// Tested by tests/unit/engine/precompiled_test.cpp.
#include "engine/precompiled.hpp"

#include <cstddef>

// The file goes into the object as it is: as a C++ array it would take a
// compiler minutes.
#if defined(__APPLE__)
#define FRAMESCOPE_SECTION ".const_data\n"
#define FRAMESCOPE_SYMBOL(name) "_" name
#else
#define FRAMESCOPE_SECTION ".section .rodata\n"
#define FRAMESCOPE_SYMBOL(name) name
#endif
#define FRAMESCOPE_BEGIN FRAMESCOPE_SYMBOL("framescope_precompiled_begin")
#define FRAMESCOPE_END FRAMESCOPE_SYMBOL("framescope_precompiled_end")

// clang-format off
__asm__(FRAMESCOPE_SECTION
        ".balign 64\n"
        FRAMESCOPE_BEGIN ":\n"
        ".incbin \"" FRAMESCOPE_PRECOMPILED "\"\n"
        FRAMESCOPE_END ":\n"
        ".byte 0\n"
        ".text\n");
// clang-format on

// Known in this file only.
extern "C" {
__attribute__((
    visibility("hidden"))) extern const char framescope_precompiled_begin[];
__attribute__((
    visibility("hidden"))) extern const char framescope_precompiled_end[];
}

namespace framescope {

std::string_view PrecompiledLexicon() {
  return {framescope_precompiled_begin,
          static_cast<std::size_t>(framescope_precompiled_end -
                                   framescope_precompiled_begin)};
}

}  // namespace framescope
