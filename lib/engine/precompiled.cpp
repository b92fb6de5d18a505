// Tested by tests/unit/engine/precompiled_test.cpp.
#include "engine/precompiled.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

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

namespace {

// The parts one after the other, each behind its size.
struct Parts {
  std::string_view lexicon, patterns, stance;

  Parts() {
    std::string_view rest(
        framescope_precompiled_begin,
        static_cast<std::size_t>(framescope_precompiled_end -
                                 framescope_precompiled_begin));
    for (std::string_view* part : {&lexicon, &patterns, &stance}) {
      std::uint64_t size = 0;
      if (rest.size() < sizeof size) return;
      std::memcpy(&size, rest.data(), sizeof size);
      rest.remove_prefix(sizeof size);
      if (size > rest.size()) return;
      *part = rest.substr(0, static_cast<std::size_t>(size));
      rest.remove_prefix(part->size());
    }
  }
};

}  // namespace

std::string_view PrecompiledLexicon() { return Parts().lexicon; }
std::string_view PrecompiledPatterns() { return Parts().patterns; }
std::string_view PrecompiledStance() { return Parts().stance; }

}  // namespace framescope
