// Makes zip archives in memory, honest ones and others.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <vector>

namespace framescope {

class ZipMaker {
 public:
  ZipMaker& Add(const std::string& name, const std::string& data) {
    Entry entry{name, Deflate(data), 0, static_cast<std::uint32_t>(data.size()),
                0};
    entry.crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(data.data()),
              static_cast<uInt>(data.size())));
    entries_.push_back(entry);
    return *this;
  }

  // The directory will state this size for the entry added last.
  ZipMaker& Lie(std::uint32_t size) {
    entries_.back().size = size;
    return *this;
  }

  std::string Make() {
    std::string zip, directory;
    for (Entry& entry : entries_) {
      entry.offset = static_cast<std::uint32_t>(zip.size());
      zip += Put(0x04034b50, 4) + Common(entry) + entry.name + entry.packed;
      directory += Put(0x02014b50, 4) + Put(20, 2) + Common(entry) + Put(0, 2) +
                   Put(0, 2) + Put(0, 2) + Put(0, 4) + Put(entry.offset, 4) +
                   entry.name;
    }
    const auto at = static_cast<std::uint32_t>(zip.size());
    const auto count = static_cast<std::uint32_t>(entries_.size());
    return zip + directory + Put(0x06054b50, 4) + Put(0, 4) + Put(count, 2) +
           Put(count, 2) +
           Put(static_cast<std::uint32_t>(directory.size()), 4) + Put(at, 4) +
           Put(0, 2);
  }

 private:
  struct Entry {
    std::string name, packed;
    std::uint32_t crc, size, offset;
  };

  static std::string Put(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) {
      text += static_cast<char>(value >> (8 * i));
    }
    return text;
  }

  // What the local header and the directory have in common.
  static std::string Common(const Entry& entry) {
    return Put(20, 2) + Put(0, 2) + Put(8, 2) + Put(0, 4) + Put(entry.crc, 4) +
           Put(static_cast<std::uint32_t>(entry.packed.size()), 4) +
           Put(entry.size, 4) +
           Put(static_cast<std::uint32_t>(entry.name.size()), 2) + Put(0, 2);
  }

  static std::string Deflate(const std::string& data) {
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, data.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
  }

  std::vector<Entry> entries_;
};

}  // namespace framescope
