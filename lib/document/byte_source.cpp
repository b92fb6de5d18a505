// Files and memory as ByteSource.
#include "document/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "document/readers.hpp"

namespace framescope {
namespace {

Status IoError(const char* what, int error) {
  return Status(StatusCode::kIo,
                std::string(what) + ": " + std::strerror(error));
}

class Memory : public ByteSource {
 public:
  explicit Memory(std::string_view bytes) : rest_(bytes) {}

  Result<std::size_t> Read(char* data, std::size_t size) override {
    size = std::min(size, rest_.size());
    if (size > 0) std::memcpy(data, rest_.data(), size);
    rest_.remove_prefix(size);
    return size;
  }
  std::uint64_t Left() const override { return rest_.size(); }

 private:
  std::string_view rest_;
};

class HeadAndRest : public ByteSource {
 public:
  HeadAndRest(std::string head, std::unique_ptr<ByteSource> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  Result<std::size_t> Read(char* data, std::size_t size) override {
    if (used_ == head_.size()) return rest_->Read(data, size);
    size = std::min(size, head_.size() - used_);
    std::memcpy(data, head_.data() + used_, size);
    used_ += size;
    return size;
  }
  std::uint64_t Left() const override {
    const std::uint64_t left = rest_->Left();
    return left == 0 ? 0 : left + head_.size() - used_;
  }

 private:
  std::string head_;
  std::size_t used_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

class Descriptor : public ByteSource {
 public:
  Descriptor(int fd, bool owned) : fd_(fd), owned_(owned) {}
  ~Descriptor() override {
    if (owned_) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  Result<std::size_t> Read(char* data, std::size_t size) override {
    for (;;) {
      const ssize_t got = read(fd_, data, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return IoError("cannot read", errno);
    }
  }
  std::uint64_t Left() const override {
    struct stat info;
    const off_t at = lseek(fd_, 0, SEEK_CUR);
    if (at < 0 || fstat(fd_, &info) != 0 || !S_ISREG(info.st_mode)) return 0;
    return info.st_size > at ? static_cast<std::uint64_t>(info.st_size - at)
                             : 0;
  }

 private:
  int fd_;
  bool owned_;
};

std::string KindOfFile(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

}  // namespace

std::unique_ptr<ByteSource> MemorySource(std::string_view bytes) {
  return std::make_unique<Memory>(bytes);
}

std::unique_ptr<ByteSource> Concatenated(std::string head,
                                         std::unique_ptr<ByteSource> rest) {
  return std::make_unique<HeadAndRest>(std::move(head), std::move(rest));
}

Result<std::unique_ptr<ByteSource>> OpenFile(const std::string& path) {
  using Source = std::unique_ptr<ByteSource>;
  if (path == "-") return Source(new Descriptor(STDIN_FILENO, false));
  // Without O_NONBLOCK a FIFO that took the file's place would block here.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return IoError("cannot open", errno);
  Source source(new Descriptor(fd, true));
  struct stat info;
  if (fstat(fd, &info) != 0) return IoError("cannot open", errno);
  if (!S_ISREG(info.st_mode)) {
    return Status(StatusCode::kIo,
                  "is " + KindOfFile(info.st_mode) + ", not a file");
  }
  return source;
}

Status ExtendHead(ByteSource* source, std::size_t size, std::string* head) {
  std::size_t have = head->size();
  head->resize(std::max(size, have));
  while (have < size) {
    Result<std::size_t> got = source->Read(head->data() + have, size - have);
    if (!got.ok()) return got.status();
    if (got.value() == 0) break;
    have += got.value();
  }
  head->resize(have);
  return Status();
}

Result<std::string> ReadStart(ByteSource* source) {
  constexpr std::size_t kPiece = 1 << 12;
  std::string start;
  while (start.size() < 2 && !start.ends_with('\n')) {
    const std::size_t have = start.size();
    start.resize(have + kPiece);
    Result<std::size_t> got = source->Read(start.data() + have, kPiece);
    if (!got.ok()) return got.status();
    start.resize(have + got.value());
    if (got.value() == 0) break;
  }
  return start;
}

Result<std::string> ReadAll(ByteSource* source, std::uint64_t max_bytes) {
  constexpr std::size_t kLeast = 1 << 16, kMost = 1 << 26;
  std::string bytes;
  // Growing would hold the bytes twice.
  bytes.reserve(std::min(source->Left(), max_bytes) + kLeast);
  std::size_t piece = kLeast;
  for (;;) {
    const std::size_t have = bytes.size();
    bytes.resize(have + piece);
    Result<std::size_t> got = source->Read(bytes.data() + have, piece);
    if (!got.ok()) return got.status();
    bytes.resize(have + got.value());
    if (got.value() == 0) return bytes;
    if (bytes.size() > max_bytes) return TooLarge("the file", max_bytes);
    const std::size_t room = bytes.capacity() - bytes.size();
    piece = room > 0 ? std::min(room, kMost)
                     : std::clamp(bytes.size() / 4, kLeast, kMost);
  }
}

}  // namespace framescope
