// BatchInput: the files and rows of a batch, cut into pieces of work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document_file.hpp"
#include "document/walk.hpp"
#include "engine/returned_items.hpp"
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
  std::uint64_t weight = 0;              // bytes, as OrderedQueue wants it
  std::uint64_t bytes = 0;               // of the files, for progress
  std::vector<BatchItem> items;          // what came of it, in order
  std::shared_ptr<ReturnedItems> maker;  // who made them

  void Clear();
};

// For one thread at a time. Memory does not grow with the number of files.
class BatchInput {
 public:
  // Borrows both.
  BatchInput(const std::vector<std::string>& paths, const ReadOptions& options)
      : paths_(paths), options_(options) {}

  // Bytes of all files, as far as they are known. Walks through the folders.
  std::uint64_t TotalBytes() const;

  // Whether reading may wait for somebody who writes: the standard input, a
  // pipe, anything else but plain files and folders.
  bool MayWait() const;

  // False at the end. A file that cannot be read, or not to its end, becomes
  // a status of `piece->files`.
  bool Next(Piece* piece);

 private:
  bool NextFile();
  bool NextRows(Piece* piece);
  void Open(FoundFile file, Piece* piece);
  static void AddFile(FoundFile file, Piece* piece);

  const std::vector<std::string>& paths_;
  const ReadOptions& options_;
  std::size_t next_path_ = 0;
  std::optional<FileWalk> walk_;        // through the path before next_path_
  std::optional<FoundFile> file_;       // found and not yet in a piece
  std::shared_ptr<DocumentFile> rows_;  // the file whose rows are cut
  FoundFile rows_file_;
  std::uint64_t rows_left_ = 0;  // bytes not told to progress yet
};

}  // namespace framescope
