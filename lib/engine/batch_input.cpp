// Tested by tests/unit/engine/batch_test.cpp.
#include "engine/batch_input.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

namespace framescope {
namespace {

// Small files travel together.
constexpr std::size_t kPieceFiles = 32;
constexpr std::uint64_t kPieceBytes = 256 << 10;

bool Readable(const FoundFile& file) {
  return file.status.ok() && file.skipped.empty();
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
  maker.reset();
}

std::uint64_t BatchInput::TotalBytes() const {
  std::uint64_t total = 0;
  for (const std::string& path : paths_) {
    FileWalk walk(path);
    FoundFile file;
    while (walk.Next(&file)) total += file.bytes;
  }
  return total;
}

bool BatchInput::MayWait() const {
  return std::any_of(paths_.begin(), paths_.end(), [](const auto& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return path == "-" || (!std::filesystem::is_regular_file(status) &&
                           !std::filesystem::is_directory(status));
  });
}

// Finds the next file unless one waits already. False at the end.
bool BatchInput::NextFile() {
  while (!file_) {
    if (!walk_) {
      if (next_path_ == paths_.size()) return false;
      walk_.emplace(paths_[next_path_++]);
    }
    FoundFile found;
    if (walk_->Next(&found)) {
      file_ = std::move(found);
    } else {
      walk_.reset();
    }
  }
  return true;
}

// Cuts the next rows of the open file. False when there are no more.
bool BatchInput::NextRows(Piece* piece) {
  Status status;
  try {
    if (rows_->rows()->Cut(&piece->rows)) {
      piece->source = rows_;
      piece->path = rows_file_.path;
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
  piece->files.push_back({rows_file_.path, status, "", 0});
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
      rows_left_ = file.bytes;
      rows_file_ = std::move(file);
      return;
    }
  } catch (const std::bad_alloc&) {
    file.status = Status(StatusCode::kNoMemory, "not enough memory for it");
  }
  AddFile(std::move(file), piece);
}

void BatchInput::AddFile(FoundFile file, Piece* piece) {
  piece->bytes += file.bytes;
  piece->weight += file.bytes;
  piece->files.push_back(std::move(file));
}

bool BatchInput::Next(Piece* piece) {
  piece->Clear();
  while (piece->files.size() < kPieceFiles && piece->weight < kPieceBytes) {
    if (rows_ != nullptr && NextRows(piece)) return true;
    if (!NextFile()) return !piece->files.empty() || piece->bytes > 0;
    if (!Readable(*file_) || !MayHoldRows(file_->path, options_)) {
      AddFile(std::move(*file_), piece);
    } else if (piece->files.empty()) {
      Open(std::move(*file_), piece);
    } else {
      return true;
    }
    file_.reset();
    if (piece->open != nullptr) return true;
  }
  return true;
}

}  // namespace framescope
