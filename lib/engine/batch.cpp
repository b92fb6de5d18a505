// Tested by tests/unit/engine/batch_test.cpp.
#include "framescope/batch.hpp"

#include <utility>

#include "engine/batch_input.hpp"
#include "engine/contained.hpp"
#include "engine/in_order.hpp"

namespace framescope {
namespace {

BatchItem Failed(const std::string& path, Status status) {
  BatchItem item;
  item.outcome = Outcome::kFailed;
  item.path = item.id = path;
  // A row of a table is told by its line.
  if (status.where().line > 0) {
    item.id += ":" + std::to_string(status.where().line);
  }
  item.status = std::move(status);
  return item;
}

BatchItem Skipped(const std::string& path, const std::string& reason) {
  BatchItem item = Failed(path, Status(StatusCode::kUnsupported, reason));
  item.outcome = Outcome::kSkipped;
  return item;
}

// What one thread needs to read and analyse pieces.
class Worker {
 public:
  Worker(const Analyzer& analyzer, const BatchOptions& options)
      : analyzer_(analyzer), options_(options) {}

  void operator()(Piece* piece) {
    returned_->Free();
    piece->maker = returned_;
    HandleRows(piece);
    for (const FoundFile& file : piece->files) {
      if (!file.status.ok()) {
        piece->items.push_back(Failed(file.path, file.status));
      } else if (!file.skipped.empty()) {
        piece->items.push_back(Skipped(file.path, file.skipped));
      } else {
        Add(
            file.path, [&] { return ReadWhole(file.path, *piece); }, piece);
      }
    }
    piece->open.reset();
  }

 private:
  void HandleRows(Piece* piece) {
    if (piece->source == nullptr) return;
    if (source_ != piece->source) {
      source_ = piece->source;
      row_scratch_ = source_->rows()->NewScratch();
    }
    for (const RawRow& row : piece->rows.rows) {
      const auto read = [&] {
        return source_->ReadRow(piece->rows, row, row_scratch_.get());
      };
      Add(piece->path, read, piece);
    }
  }

  Result<Document> ReadWhole(const std::string& path, const Piece& piece) {
    if (piece.open != nullptr) return piece.open->ReadWhole();
    auto file = DocumentFile::Open(path, options_.read);
    if (!file.ok()) return file.status();
    return file.value()->ReadWhole();
  }

  // A document that is too much for the memory fails alone.
  template <typename Read>
  void Add(const std::string& path, const Read& read, Piece* piece) {
    auto item = Contained(
        scratch_, [&]() -> Result<BatchItem> { return Analyze(path, read()); });
    piece->items.push_back(item.ok() ? std::move(item).value()
                                     : Failed(path, item.status()));
  }

  BatchItem Analyze(const std::string& path, Result<Document> document) {
    if (!document.ok()) return Failed(path, document.status());
    BatchItem item;
    item.path = path;
    item.id = document.value().id.empty() ? path : document.value().id;
    Result<Analysis> analysis =
        analyzer_.Analyze(std::move(document).value(), scratch_);
    if (analysis.ok()) {
      item.outcome = Outcome::kScored;
      item.analysis = std::move(analysis).value();
    } else {
      item.status = analysis.status();
    }
    return item;
  }

  const Analyzer& analyzer_;
  const BatchOptions& options_;
  Scratch scratch_;
  std::shared_ptr<ReturnedItems> returned_ = std::make_shared<ReturnedItems>();
  std::shared_ptr<DocumentFile> source_;  // that row_scratch_ is for
  std::unique_ptr<RowScratch> row_scratch_;
};

}  // namespace

Status RunBatch(const Analyzer& analyzer, const std::vector<std::string>& paths,
                const BatchOptions& options, const ItemSink& sink) {
  BatchInput input(paths, options.read);
  const auto fill = [&](Piece* piece) { return input.Next(piece); };
  const auto make_handler = [&] { return Worker(analyzer, options); };
  const std::uint64_t total = options.progress ? input.TotalBytes() : 0;
  std::uint64_t done = 0;
  const auto deliver = [&](Piece* piece) {
    for (BatchItem& item : piece->items) {
      if (!sink(item)) return false;
    }
    piece->maker->Give(std::exchange(piece->items, {}));
    done += piece->bytes;
    return !options.progress || options.progress(done, total);
  };
  const Caller caller = input.MayWait() ? Caller::kDelivers : Caller::kWorks;
  if (RunInOrder<Piece>(ThreadsFor(options.jobs), caller, fill, make_handler,
                        deliver)) {
    return Status();
  }
  return Status(StatusCode::kCallback, "stopped by the caller");
}

}  // namespace framescope
