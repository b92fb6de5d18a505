// DocumentFile: an open file, known to be one document or many rows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "document/byte_source.hpp"
#include "document/row_reader.hpp"
#include "framescope/document.hpp"

namespace framescope {

enum class Format : std::uint8_t;

// Whether the file may hold rows, as far as its name and the options tell
// without opening it.
bool MayHoldRows(const std::string& path, const ReadOptions& options);

// Owns the open file; borrows the options. For one thread at a time, but that
// rows() may be read by many.
class DocumentFile {
 public:
  // Opens the file at `path` ("-" is standard input) and finds out its format.
  static Result<std::unique_ptr<DocumentFile>> Open(const std::string& path,
                                                    const ReadOptions& options);
  // The same for bytes in memory, called `name`, which outlive it.
  static Result<std::unique_ptr<DocumentFile>> OpenMemory(
      const std::string& name, std::string_view bytes,
      const ReadOptions& options);

  // Null when the file is one document.
  RowReader* rows() const { return rows_.get(); }
  // Whether the bytes of the rows are not those of the file.
  bool packed() const { return packed_; }

  // The document of a row, with the path of the file.
  Result<Document> ReadRow(const RowPacket& packet, const RawRow& row,
                           RowScratch* scratch) const;

  // The one document, when there are no rows. Call once.
  Result<Document> ReadWhole();

 private:
  DocumentFile(std::string name, std::string path, const ReadOptions& options)
      : name_(std::move(name)), path_(std::move(path)), options_(options) {}
  static Result<std::unique_ptr<DocumentFile>> Start(
      std::unique_ptr<DocumentFile> file, std::unique_ptr<ByteSource> source);
  Status OpenRows(const std::string& head);

  std::string name_, path_;
  const ReadOptions& options_;
  Format format_{};
  bool packed_ = false;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<RowReader> rows_;
};

}  // namespace framescope
