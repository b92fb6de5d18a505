// .gz and .zst files, unpacked piece by piece.
#include <algorithm>
#include <utility>

#include "document/byte_source.hpp"
#include "document/readers.hpp"

#ifdef FRAMESCOPE_HAVE_ZLIB
#include <zlib.h>
#endif
#ifdef FRAMESCOPE_HAVE_ZSTD
#include <zstd.h>
#endif

namespace framescope {
namespace {

using Source = std::unique_ptr<ByteSource>;

#if defined(FRAMESCOPE_HAVE_ZLIB) || defined(FRAMESCOPE_HAVE_ZSTD)
// What both have in common: a piece of packed bytes, and counts of all.
class Unpacker : public ByteSource {
 public:
  explicit Unpacker(Source packed)
      : packed_(std::move(packed)), piece_(1 << 16, '\0') {}

 protected:
  Result<std::size_t> Fill() {
    Result<std::size_t> got = packed_->Read(piece_.data(), piece_.size());
    if (got.ok()) read_ += got.value();
    return got;
  }

  Result<std::size_t> Made(std::size_t size) {
    made_ += size;
    if (!IsBomb(made_, read_)) return size;
    return Status(StatusCode::kTooLarge,
                  "the file unpacks to more than 200 times its size; if it is "
                  "no zip bomb, unpack it first");
  }

  Status Damaged() const {
    return Status(StatusCode::kParse, "the packed data is damaged or cut short",
                  {static_cast<std::int64_t>(read_), 0, 0});
  }

  char* piece() { return piece_.data(); }

 private:
  Source packed_;
  std::string piece_;
  std::uint64_t read_ = 0;
  std::uint64_t made_ = 0;
};
#endif

#ifdef FRAMESCOPE_HAVE_ZLIB
class GzipSource : public Unpacker {
 public:
  explicit GzipSource(Source packed) : Unpacker(std::move(packed)) {
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> Read(char* data, std::size_t size) override {
    size = std::min<std::size_t>(size, 1 << 30);
    stream_.next_out = reinterpret_cast<Bytef*>(data);
    stream_.avail_out = static_cast<uInt>(size);
    while (ready_ && stream_.avail_out == size) {
      // The stream may hold output back, so it is asked before the file.
      const int error = ended_ ? Z_BUF_ERROR : inflate(&stream_, Z_NO_FLUSH);
      if (error == Z_STREAM_END) ended_ = true;
      if (error != Z_OK && error != Z_STREAM_END && error != Z_BUF_ERROR) {
        return Damaged();
      }
      if (stream_.avail_out != size) break;
      if (stream_.avail_in == 0) {
        Result<std::size_t> got = Fill();
        if (!got.ok()) return got;
        if (got.value() == 0 && !ended_) return Damaged();
        if (got.value() == 0) return std::size_t{0};
        stream_.next_in = reinterpret_cast<Bytef*>(piece());
        stream_.avail_in = static_cast<uInt>(got.value());
      }
      // A file may hold several members, one after the other.
      if (ended_ && inflateReset(&stream_) != Z_OK) return Damaged();
      ended_ = false;
    }
    return Made(size - stream_.avail_out);
  }

 private:
  z_stream stream_ = {};
  bool ready_ = false;
  bool ended_ = false;  // between two members
};
#endif

#ifdef FRAMESCOPE_HAVE_ZSTD
class ZstdSource : public Unpacker {
 public:
  explicit ZstdSource(Source packed)
      : Unpacker(std::move(packed)), stream_(ZSTD_createDStream()) {}
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  Result<std::size_t> Read(char* data, std::size_t size) override {
    ZSTD_outBuffer out = {data, size, 0};
    while (out.pos == 0 && size > 0) {
      // The stream may hold output back, so it is asked before the file.
      const std::size_t used = in_.pos;
      const std::size_t left = ZSTD_decompressStream(stream_, &out, &in_);
      if (ZSTD_isError(left)) return Damaged();
      const bool moved = in_.pos > used || out.pos > 0;
      if (moved) ended_ = left == 0;
      if (out.pos > 0 || in_.pos < in_.size) {
        if (!moved) return Damaged();
        continue;
      }
      Result<std::size_t> got = Fill();
      if (!got.ok()) return got;
      if (got.value() == 0 && !ended_) return Damaged();
      if (got.value() == 0) return std::size_t{0};
      in_ = {piece(), got.value(), 0};
    }
    return Made(out.pos);
  }

 private:
  ZSTD_DStream* stream_;
  ZSTD_inBuffer in_ = {nullptr, 0, 0};
  bool ended_ = true;  // between two frames
};
#endif

}  // namespace

Result<Source> Gunzip(Source packed) {
#ifdef FRAMESCOPE_HAVE_ZLIB
  return Source(new GzipSource(std::move(packed)));
#else
  return NotBuiltIn(".gz", "zlib", "FRAMESCOPE_WITH_ZLIB");
#endif
}

Result<Source> Unzstd(Source packed) {
#ifdef FRAMESCOPE_HAVE_ZSTD
  return Source(new ZstdSource(std::move(packed)));
#else
  return NotBuiltIn(".zst", "zstd", "FRAMESCOPE_WITH_ZSTD");
#endif
}

}  // namespace framescope
