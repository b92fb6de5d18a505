// Tested by tests/unit/engine/batch_test.cpp.
#include "engine/batch_input.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <utility>

namespace framescope {
namespace {

// Small files travel together.
constexpr std::size_t kPieceFiles = 32;
constexpr std::uint64_t kPieceBytes = 256 << 10;

bool Readable(const FoundFile& file) {
  return file.status.ok() && file.skipped.empty();
}

std::uint64_t SizeOf(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace

void Piece::Clear() {
  source.reset();
  rows.Clear();
  path.clear();
  files.clear();
  open.reset();
  weight = bytes = 0;
  items.clear();
}

BatchInput::BatchInput(const std::vector<std::string>& paths,
                       const ReadOptions& options)
    : options_(options) {
  for (const std::string& path : paths) {
    Result<std::vector<FoundFile>> found = FindFiles(path);
    if (!found.ok()) {
      files_.push_back({path, found.status(), ""});
      continue;
    }
    for (FoundFile& file : found.value()) {
      if (Readable(file)) total_bytes_ += SizeOf(file.path);
      files_.push_back(std::move(file));
    }
  }
}

// Cuts the next rows of the open file. False when there are no more.
bool BatchInput::NextRows(Piece* piece) {
  Status status;
  try {
    if (rows_->rows()->Cut(&piece->rows)) {
      piece->source = rows_;
      piece->path = rows_path_;
      piece->weight = piece->rows.bytes.size();
      // The sizes of packed files and of their rows do not compare.
      const std::uint64_t told = rows_->packed() ? 0 : piece->weight;
      piece->bytes += std::min(rows_left_, told);
      rows_left_ -= std::min(rows_left_, told);
      return true;
    }
    status = rows_->rows()->status();
  } catch (const std::bad_alloc&) {
    status = Status(StatusCode::kNoMemory, "not enough memory for a row");
  }
  rows_.reset();
  piece->bytes += rows_left_;
  if (status.ok()) return false;
  piece->files.push_back({rows_path_, status, ""});
  return true;
}

// Opens a file that may hold rows: they are cut from now on. If it turns out
// to be one document it goes into the piece.
void BatchInput::Open(FoundFile file, Piece* piece) {
  try {
    auto opened = DocumentFile::Open(file.path, options_);
    if (!opened.ok()) {
      file.status = opened.status();
    } else if (opened.value()->rows() == nullptr) {
      piece->open = std::move(opened).value();
    } else {
      rows_ = std::move(opened).value();
      rows_path_ = std::move(file.path);
      rows_left_ = SizeOf(rows_path_);
      return;
    }
  } catch (const std::bad_alloc&) {
    file.status = Status(StatusCode::kNoMemory, "not enough memory for it");
  }
  AddFile(std::move(file), piece);
}

void BatchInput::AddFile(FoundFile file, Piece* piece) {
  const std::uint64_t size = file.skipped.empty() ? SizeOf(file.path) : 0;
  piece->bytes += size;
  piece->weight += size;
  piece->files.push_back(std::move(file));
}

bool BatchInput::Next(Piece* piece) {
  piece->Clear();
  while (piece->files.size() < kPieceFiles && piece->weight < kPieceBytes) {
    if (rows_ != nullptr && NextRows(piece)) return true;
    if (next_ == files_.size()) {
      return !piece->files.empty() || piece->bytes > 0;
    }
    FoundFile& file = files_[next_];
    if (!Readable(file) || !MayHoldRows(file.path, options_)) {
      AddFile(std::move(file), piece);
    } else if (piece->files.empty()) {
      Open(std::move(file), piece);
    } else {
      return true;
    }
    ++next_;
    if (piece->open != nullptr) return true;
  }
  return true;
}

}  // namespace framescope
