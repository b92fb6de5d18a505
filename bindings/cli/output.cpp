#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "terminal.hpp"

namespace cli {

Output::Output(const std::string& path) {
  if (path.empty() || path == "-") {
    file_ = stdout;
    return;
  }
  path_ = path;
  // Only a plain file is replaced whole; /dev/null and the like are written to.
  std::error_code error;
  const auto kind = std::filesystem::symlink_status(path, error).type();
  const bool plain = kind == std::filesystem::file_type::not_found ||
                     kind == std::filesystem::file_type::regular;
  if (plain) part_ = path + ".part" + std::to_string(getpid());
  file_ = std::fopen(plain ? part_.c_str() : path.c_str(), "wb");
  if (file_ == nullptr) {
    reason_ = path + ": cannot be written: " + std::strerror(errno);
  }
}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  if (!part_.empty()) std::remove(part_.c_str());
}

bool Output::Write(const char* data, std::size_t size) {
  if (failed_ || file_ == nullptr) return false;
  if (std::fwrite(data, 1, size, file_) == size) return true;
  Fail();
  return false;
}

void Output::Flush() {
  if (file_ != nullptr && !failed_ && std::fflush(file_) != 0) Fail();
}

void Output::Fail() {
  failed_ = true;
  pipe_closed_ = errno == EPIPE;
  reason_ = (path_.empty() ? "standard output" : path_) +
            std::string(": cannot be written: ") + std::strerror(errno);
}

bool Output::Commit() {
  if (file_ == nullptr) return false;
  Flush();
  if (failed_ || file_ == stdout) return !failed_;
  std::FILE* file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0 ||
      (!part_.empty() && std::rename(part_.c_str(), path_.c_str()) != 0)) {
    reason_ = path_ + ": cannot be written: " + std::strerror(errno);
    if (!part_.empty()) std::remove(part_.c_str());
    return false;
  }
  return true;
}

bool CommitOrComplain(Output* output) {
  if (output->Commit() || output->pipe_closed()) return true;
  Complain(output->reason());
  return false;
}

int WritePiece(void* payload, const char* data, std::size_t size) {
  return static_cast<Output*>(payload)->Write(data, size) ? 0 : 1;
}

int AppendPiece(void* payload, const char* data, std::size_t size) {
  static_cast<std::string*>(payload)->append(data, size);
  return 0;
}

}  // namespace cli
