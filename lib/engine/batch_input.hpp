// BatchInput: the files and rows of a batch, cut into pieces of work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/document_file.hpp"
#include "framescope/batch.hpp"

namespace framescope {

// What a worker handles at a time: some rows of a file, or some whole files.
struct Piece {
  std::shared_ptr<DocumentFile> source;  // of the rows
  RowPacket rows;
  std::string path;  // that the rows come from
  // To be read by the worker, or the reason why not.
  std::vector<FoundFile> files;
  // The only one of `files`, when it is open already.
  std::shared_ptr<DocumentFile> open;
  std::uint64_t weight = 0;      // bytes, as OrderedQueue wants it
  std::uint64_t bytes = 0;       // of the files, for progress
  std::vector<BatchItem> items;  // what came of it, in order

  void Clear();
};

// For one thread at a time.
class BatchInput {
 public:
  // Lists the files at `paths`. Borrows the options.
  BatchInput(const std::vector<std::string>& paths, const ReadOptions& options);

  // Bytes of all files, as far as they are known.
  std::uint64_t total_bytes() const { return total_bytes_; }

  // False at the end. A file that cannot be read, or not to its end, becomes
  // an item or a status of `piece->files`.
  bool Next(Piece* piece);

 private:
  bool NextRows(Piece* piece);
  void Open(FoundFile file, Piece* piece);
  static void AddFile(FoundFile file, Piece* piece);

  const ReadOptions& options_;
  std::vector<FoundFile> files_;
  std::size_t next_ = 0;  // of files_
  std::uint64_t total_bytes_ = 0;
  std::shared_ptr<DocumentFile> rows_;  // the file whose rows are cut
  std::string rows_path_;
  std::uint64_t rows_left_ = 0;  // bytes not told to progress yet
};

}  // namespace framescope
