// Tested by tests/unit/base/read_file_test.cpp.
//
// With stdio: file streams throw when they are asked to read a folder.
#include "base/read_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace framescope {

Result<std::string> ReadFile(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) {
    return Status(StatusCode::kIo,
                  path + ": cannot be opened: " + std::strerror(errno));
  }
  std::string bytes;
  char buffer[1 << 16];
  while (const std::size_t size =
             std::fread(buffer, 1, sizeof buffer, file.get())) {
    bytes.append(buffer, size);
  }
  if (std::ferror(file.get()) != 0) {
    return Status(StatusCode::kIo,
                  path + ": cannot be read: " + std::strerror(errno));
  }
  return bytes;
}

}  // namespace framescope
