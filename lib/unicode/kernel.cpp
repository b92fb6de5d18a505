// Tested by tests/unit/unicode/kernel_test.cpp.
#include "unicode/kernel.hpp"

#include <array>

namespace framescope {
namespace {

struct Kernels {
  std::array<const Kernel*, 3> known{};
  std::size_t size = 0;

  Kernels() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool avx2 =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
        __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") &&
                        __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512dq") &&
                        __builtin_cpu_supports("avx512vbmi") &&
                        __builtin_cpu_supports("avx512vbmi2") &&
                        __builtin_cpu_supports("gfni");
    if (avx512) known[size++] = &kAvx512Kernel;
    if (avx2) known[size++] = &kAvx2Kernel;
#endif
    known[size++] = &kPortableKernel;
  }
};

}  // namespace

std::span<const Kernel* const> kernels() {
  static const Kernels kernels;
  return {kernels.known.data(), kernels.size};
}

const Kernel* FindKernel(std::string_view name) {
  for (const Kernel* kernel : kernels()) {
    if (name == kernel->name) return kernel;
  }
  return nullptr;
}

}  // namespace framescope
