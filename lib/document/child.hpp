// Running another program as a filter: bytes in, bytes out, under limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

struct ChildLimits {
  std::uint32_t seconds = 60;
  std::uint64_t max_output = 0;
  std::uint64_t max_memory = std::uint64_t{4} << 30;  // address space
};

struct ChildResult {
  std::string output;
  std::string errors;  // the first 4 KiB of what it said
  int exit_code = 0;   // 128 + signal when it was killed
};

// The absolute path of a program on PATH, or an empty string. Folders that
// are given relative to the working folder are passed over.
std::string FindProgram(const std::string& name);

// Runs `program` without a shell, with `input` as its standard input, and
// waits for its end. It is killed with all its children when it takes too
// long or says too much, which fail with kTooLarge. No descriptor and no
// environment but PATH and a UTF-8 locale is handed on.
Result<ChildResult> RunChild(const std::string& program,
                             const std::vector<std::string>& arguments,
                             std::string_view input, const ChildLimits& limits);

}  // namespace framescope
