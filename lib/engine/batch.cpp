// Tested by tests/unit/engine/batch_test.cpp.
//
// One thread lists the input and cuts it into pieces of work: a file that is
// one document is read by the worker that analyses it; a file of many rows is
// read here and its rows travel in packets. The caller's thread takes the
// finished pieces in order.
#include "framescope/batch.hpp"

#include <algorithm>
#include <filesystem>
#include <new>
#include <thread>

#include "engine/push_queue.hpp"

namespace framescope {
namespace {

constexpr std::size_t kPacketDocuments = 64;
constexpr std::size_t kPacketBytes = 256 << 10;

// What one worker handles at a time.
struct Piece {
  FoundFile file;  // to be read, when `read` is set
  bool read = false;
  std::vector<Result<Document>> rows;  // already read
  std::string path;                    // that the rows come from
  std::uint64_t bytes = 0;             // of the file, for progress
  std::vector<BatchItem> items;        // what came of it
};

using Queue = PushQueue<Piece>;

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

BatchItem AnalyzeOne(const Analyzer& analyzer, const std::string& path,
                     Result<Document> document, Scratch* scratch) {
  if (!document.ok()) return Failed(path, document.status());
  std::string id = document.value().id;
  Result<Analysis> analysis =
      analyzer.Analyze(std::move(document).value(), *scratch);
  BatchItem item;
  item.path = path;
  item.id = id.empty() ? path : std::move(id);
  if (analysis.ok()) {
    item.outcome = Outcome::kScored;
    item.analysis = std::move(analysis).value();
  } else {
    item.status = analysis.status();
  }
  return item;
}

// Reads and analyses one piece. Running out of memory on a document fails
// that document only.
void Handle(const Analyzer& analyzer, const ReadOptions& options,
            Scratch* scratch, Piece* piece) {
  const std::string& path = piece->path;
  const auto add = [&](Result<Document> document) {
    try {
      piece->items.push_back(
          AnalyzeOne(analyzer, path, std::move(document), scratch));
    } catch (const std::bad_alloc&) {
      *scratch = Scratch();
      piece->items.push_back(Failed(
          path, Status(StatusCode::kNoMemory, "not enough memory for it")));
    }
    return true;
  };
  if (piece->read) {
    const Status status = ReadDocuments(path, options, add);
    if (!status.ok()) piece->items.push_back(Failed(path, status));
  }
  for (Result<Document>& row : piece->rows) add(std::move(row));
  piece->rows.clear();
}

// Files that hold many documents, which their reader hands out one by one.
// Standard input may.
bool HoldsRows(const std::string& path, const ReadOptions& options) {
  if (path == "-" && options.format.empty()) return true;
  std::string_view name = path;
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  }
  const std::string_view kinds[] = {"csv", "tsv", "jsonl", "ndjson"};
  return std::any_of(
      std::begin(kinds), std::end(kinds), [&](std::string_view kind) {
        if (!options.format.empty()) return options.format == kind;
        return name.size() > kind.size() && name.ends_with(kind) &&
               name[name.size() - kind.size() - 1] == '.';
      });
}

std::uint64_t SizeOf(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

// Cuts the rows of one file into packets; a packet also ends when the next row
// is yet to be written, so that a filter answers before its input ends. False
// when the run was cancelled.
bool PushRows(const std::string& path, const ReadOptions& options,
              std::uint64_t bytes, Queue* queue) {
  auto packet = std::make_unique<Piece>();
  std::size_t packet_bytes = 0;
  bool running = true;
  const auto flush = [&] {
    packet->path = path;
    running = queue->Push(std::move(packet));
    packet = std::make_unique<Piece>();
    packet_bytes = 0;
    return running;
  };
  ReadOptions used = options;
  used.before_wait = [&] {
    if (running && !packet->rows.empty()) flush();
  };
  const Status status = ReadDocuments(path, used, [&](Result<Document> row) {
    packet_bytes += row.ok() ? row.value().text.size() : 0;
    packet->rows.push_back(std::move(row));
    const bool full =
        packet->rows.size() >= kPacketDocuments || packet_bytes >= kPacketBytes;
    return full ? flush() : running;
  });
  if (!running) return false;
  packet->bytes = bytes;
  if (!status.ok()) packet->rows.push_back(status);
  return flush();
}

// Lists and pushes everything at `paths`.
void Produce(const std::vector<FoundFile>& files, const BatchOptions& options,
             Queue* queue) {
  for (const FoundFile& file : files) {
    const bool readable = file.status.ok() && file.skipped.empty();
    const std::uint64_t bytes = readable ? SizeOf(file.path) : 0;
    if (readable && HoldsRows(file.path, options.read)) {
      if (!PushRows(file.path, options.read, bytes, queue)) return;
      continue;
    }
    auto piece = std::make_unique<Piece>();
    piece->path = file.path;
    piece->bytes = bytes;
    piece->read = readable;
    if (!file.status.ok()) {
      piece->items.push_back(Failed(file.path, file.status));
    } else if (!file.skipped.empty()) {
      piece->items.push_back(Skipped(file.path, file.skipped));
    }
    if (!queue->Push(std::move(piece))) return;
  }
}

std::vector<FoundFile> ListFiles(const std::vector<std::string>& paths) {
  std::vector<FoundFile> files;
  for (const std::string& path : paths) {
    if (path == "-") {
      files.push_back({path, Status(), ""});
      continue;
    }
    Result<std::vector<FoundFile>> found = FindFiles(path);
    if (!found.ok()) {
      files.push_back({path, found.status(), ""});
      continue;
    }
    for (FoundFile& file : found.value()) files.push_back(std::move(file));
  }
  return files;
}

// Hands the finished pieces on. False when somebody asked to stop.
bool Deliver(const BatchOptions& options, const ItemSink& sink,
             std::uint64_t total, Queue* queue) {
  std::uint64_t done = 0;
  while (std::unique_ptr<Piece> piece = queue->Pop()) {
    for (BatchItem& item : piece->items) {
      if (!sink(item)) return false;
    }
    done += piece->bytes;
    if (options.progress && !options.progress(done, total)) return false;
  }
  return true;
}

}  // namespace

Status RunBatch(const Analyzer& analyzer, const std::vector<std::string>& paths,
                const BatchOptions& options, const ItemSink& sink) {
  const std::uint32_t jobs = std::clamp(
      options.jobs != 0 ? options.jobs : std::thread::hardware_concurrency(),
      1u, 256u);
  const std::vector<FoundFile> files = ListFiles(paths);
  std::uint64_t total = 0;
  for (const FoundFile& file : files) {
    if (file.status.ok() && file.skipped.empty()) total += SizeOf(file.path);
  }
  Queue queue(2 * jobs + 1);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    Produce(files, options, &queue);
    queue.Close();
  });
  for (std::uint32_t i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      Scratch scratch;
      while (Piece* piece = queue.Take()) {
        Handle(analyzer, options.read, &scratch, piece);
        queue.Finish(piece);
      }
    });
  }
  const bool finished = Deliver(options, sink, total, &queue);
  if (!finished) queue.Cancel();
  for (std::thread& thread : threads) thread.join();
  if (finished) return Status();
  return Status(StatusCode::kCallback, "stopped by the caller");
}

}  // namespace framescope
