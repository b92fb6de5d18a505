// The parts of a zip archive, through libzip.
//
// ZIP_CHECKCONS makes libzip refuse duplicate names and a directory that
// disagrees with the data; limits count the bytes that come out, not the sizes
// that the archive states.
#include "document/zip_file.hpp"

#include <algorithm>
#include <utility>

#include "document/byte_source.hpp"
#include "document/readers.hpp"

#ifdef FRAMESCOPE_HAVE_LIBZIP
#include <zip.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_LIBZIP
namespace {

constexpr zip_int64_t kMostEntries = 10000;

Status Damaged(zip_error_t* error) {
  const std::string why = zip_error_strerror(error);
  return Status(StatusCode::kParse, "the zip archive inside is damaged (" +
                                        why +
                                        "); open the file and save it again");
}

class LibzipFile : public ZipFile {
 public:
  LibzipFile(zip_t* zip, std::uint64_t packed, std::uint64_t max_bytes)
      : zip_(zip), packed_(packed), max_bytes_(max_bytes) {}
  ~LibzipFile() override { zip_discard(zip_); }
  LibzipFile(const LibzipFile&) = delete;
  LibzipFile& operator=(const LibzipFile&) = delete;

  Status List();

  bool Has(const std::string& name) const override {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
  }
  const std::vector<std::string>& names() const override { return names_; }

  using TakePiece = std::function<Status(std::string_view)>;
  Status Read(const std::string& name, const TakePiece& take) override;

 private:
  // Within the limits, whatever `info` states.
  Status ReadPieces(zip_file_t* file, const struct zip_stat& info,
                    const TakePiece& take) const;

  zip_t* zip_;
  std::uint64_t packed_;
  std::uint64_t max_bytes_;
  std::vector<std::string> names_;
};

Status LibzipFile::List() {
  const zip_int64_t count = zip_get_num_entries(zip_, 0);
  if (count > kMostEntries) {
    return Status(StatusCode::kTooLarge,
                  "the zip archive inside has more than 10,000 entries");
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name =
        zip_get_name(zip_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    names_.emplace_back(name == nullptr ? "" : name);
  }
  std::vector<std::string> sorted = names_;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice == sorted.end()) return Status();
  return Status(StatusCode::kParse,
                "the zip archive inside holds a part twice; programs would "
                "not agree on what it says");
}

Status LibzipFile::Read(const std::string& name, const TakePiece& take) {
  struct zip_stat info;
  if (zip_stat(zip_, name.c_str(), ZIP_FL_ENC_RAW, &info) != 0) {
    return Damaged(zip_get_error(zip_));
  }
  const bool locked = (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
                      info.encryption_method != ZIP_EM_NONE;
  if (locked) {
    return Status(StatusCode::kUnsupported,
                  "is protected by a password; save a copy without one");
  }
  zip_file_t* const file = zip_fopen(zip_, name.c_str(), ZIP_FL_ENC_RAW);
  if (file == nullptr) return Damaged(zip_get_error(zip_));
  const Status status = ReadPieces(file, info, take);
  zip_fclose(file);
  return status;
}

Status LibzipFile::ReadPieces(zip_file_t* file, const struct zip_stat& info,
                              const TakePiece& take) const {
  const std::uint64_t packed = std::min<std::uint64_t>(
      (info.valid & ZIP_STAT_COMP_SIZE) != 0 ? info.comp_size : packed_,
      packed_);
  std::string piece(1 << 16, '\0');
  std::uint64_t total = 0;
  for (;;) {
    const zip_int64_t got = zip_fread(file, piece.data(), piece.size());
    if (got < 0) return Damaged(zip_file_get_error(file));
    if (got == 0) break;
    total += static_cast<std::uint64_t>(got);
    if (total > max_bytes_) {
      return TooLarge("the document's text part", max_bytes_);
    }
    if (IsBomb(total, packed)) {
      return Status(StatusCode::kTooLarge,
                    "a part of the file unpacks to more than 200 times its "
                    "size; such files are refused as zip bombs");
    }
    Status status =
        take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    if (!status.ok()) return status;
  }
  if ((info.valid & ZIP_STAT_SIZE) == 0 || info.size == total) return Status();
  return Status(StatusCode::kParse,
                "the zip archive inside states a wrong size; open the file and "
                "save it again");
}

}  // namespace

Result<std::unique_ptr<ZipFile>> ZipFile::Open(std::string_view bytes,
                                               std::uint64_t max_bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* const zip =
      source == nullptr
          ? nullptr
          : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    Status status = Damaged(&error);
    zip_error_fini(&error);
    return status;
  }
  zip_error_fini(&error);
  auto file = std::make_unique<LibzipFile>(zip, bytes.size(), max_bytes);
  Status status = file->List();
  if (!status.ok()) return status;
  return std::unique_ptr<ZipFile>(std::move(file));
}
#else
Result<std::unique_ptr<ZipFile>> ZipFile::Open(std::string_view,
                                               std::uint64_t) {
  return NotBuiltIn(".docx and .odt", "libzip", "FRAMESCOPE_WITH_LIBZIP");
}
#endif

}  // namespace framescope
