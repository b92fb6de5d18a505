// The command explain: how the marks of a text, a file or a row were decided.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <tuple>
#include <utility>

#include "output.hpp"
#include "setup.hpp"

namespace cli {
namespace {

using Scratch =
    std::unique_ptr<framescope_scratch, Freer<framescope_scratch_free>>;
using Document =
    std::unique_ptr<framescope_document, Freer<framescope_document_free>>;

// "FILE:LINE" as file and line; line 0 when there is none, or when a file has
// this very name.
std::pair<std::string, std::uint32_t> FileAndLine(const std::string& text) {
  std::error_code error;
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon + 1 == text.size() ||
      text.find_first_not_of("0123456789", colon + 1) != text.npos ||
      text.size() - colon > 10 || std::filesystem::exists(text, error)) {
    return {text, 0};
  }
  return {text.substr(0, colon),
          static_cast<std::uint32_t>(std::stoul(text.substr(colon + 1)))};
}

// The line of a row of csv, tsv or jsonl; 0 of any other document, the id of
// which is its path.
std::uint32_t LineOfRow(const framescope_document* document) {
  const std::string id = framescope_document_id(document);
  framescope_block block;
  if (id == framescope_document_path(document) ||
      framescope_document_block(&block, document, 0) != FRAMESCOPE_OK) {
    return 0;
  }
  return block.line;
}

std::size_t LineBreaks(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The lines that a row takes at most: its cells may hold line breaks, and those
// of jsonl may stand for some.
std::uint32_t LinesOfRow(const framescope_document* document) {
  std::size_t breaks = LineBreaks(framescope_document_id(document)) +
                       LineBreaks(framescope_document_text(document, nullptr));
  const std::size_t count = framescope_document_property_count(document);
  for (std::size_t i = 0; i < count; ++i) {
    framescope_property property;
    if (framescope_document_property(&property, document, i) == FRAMESCOPE_OK) {
      breaks += LineBreaks(property.value);
    }
  }
  return static_cast<std::uint32_t>(breaks + 1);
}

// Explains the documents of one input as they come. With a line of a file of
// rows, the row that stands on it is the last one that begins at or before it,
// so what is said of one that reaches there waits until the next one comes.
class Explainer {
 public:
  Explainer(const framescope_analyzer* analyzer, std::string path,
            std::uint32_t line, Output* output)
      : analyzer_(analyzer),
        path_(std::move(path)),
        line_(line),
        output_(output) {}

  // False after a complaint.
  bool Begin() {
    framescope_scratch* made = nullptr;
    if (framescope_scratch_new(&made, &error_) != FRAMESCOPE_OK) {
      Complain(error_);
      return false;
    }
    scratch_.reset(made);
    return true;
  }

  // A framescope_document_fn; the payload is the Explainer. Stops reading when
  // all is said.
  static int Add(void* payload, const framescope_document* document,
                 const framescope_error* error) {
    auto* const self = static_cast<Explainer*>(payload);
    return error != nullptr ? self->AddError(*error)
                            : self->AddDocument(document);
  }

  bool Explain(const framescope_document* document, std::uint32_t line) {
    const framescope_status explained =
        framescope_explain(analyzer_, scratch_.get(), document, line,
                           WritePiece, output_, &error_);
    if (explained == FRAMESCOPE_OK) return true;
    status_ = EndOutput(explained, error_, output_);
    return false;
  }

  // How many were explained.
  std::uint64_t rows() const { return rows_; }

  // Ends the input; `read` is how reading it went.
  int End(framescope_status read, const framescope_error& error) {
    if (stopped_) return status_;
    if (read != FRAMESCOPE_OK) return ComplainOf(path_, error);
    if (last_ > 0 && line_ != 0 && !Flush() && status_ == kDone) {
      status_ = NoRow("last", last_);
    }
    return status_;
  }

 private:
  int Stop() {
    stopped_ = true;
    return 1;
  }

  int NoRow(const char* which, std::uint32_t begins) const {
    Complain(path_ + ":" + std::to_string(line_) +
             ": no row stands here; the " + which + " row begins at line " +
             std::to_string(begins));
    return kError;
  }

  // Keeps what is to be said of a row.
  bool ExplainRow(const framescope_document* row, std::uint32_t line) {
    kept_ = (rows_++ > 0 && line_ == 0 ? "\n" : "") + path_ + ":" +
            std::to_string(line) + ", id " + framescope_document_id(row) + "\n";
    if (framescope_explain(analyzer_, scratch_.get(), row, 0, AppendPiece,
                           &kept_, &error_) == FRAMESCOPE_OK) {
      return true;
    }
    status_ = Complain(error_);
    return false;
  }

  // Writes what was kept. False when that is nothing.
  bool Flush() {
    if (kept_.empty()) return false;
    output_->Write(kept_.data(), kept_.size());
    kept_.clear();
    return true;
  }

  int AddDocument(const framescope_document* document) {
    const std::uint32_t at = LineOfRow(document);
    if (at == 0) return Explain(document, line_) ? 0 : Stop();
    if (line_ != 0 && at > line_) return EndBefore(at);
    last_ = at;
    kept_.clear();
    if (line_ != 0 && line_ - at >= LinesOfRow(document)) return 0;
    if (line_ != 0) status_ = kDone;
    if (!ExplainRow(document, at)) return Stop();
    if (line_ == 0) Flush();
    return output_->pipe_closed() ? Stop() : 0;
  }

  int AddError(const framescope_error& error) {
    const auto at = static_cast<std::uint32_t>(error.line);
    if (line_ != 0 && at > line_) return EndBefore(at);
    last_ = at;
    kept_.clear();
    if (line_ == 0 || at == line_) status_ = ComplainOf(path_, error);
    return 0;
  }

  // The row at `next` begins behind the line that is asked for.
  int EndBefore(std::uint32_t next) {
    if (!Flush() && status_ == kDone) status_ = NoRow("next", next);
    return Stop();
  }

  const framescope_analyzer* analyzer_;
  std::string path_;
  std::uint32_t line_;
  Output* output_;
  Scratch scratch_;
  framescope_error error_ = FRAMESCOPE_ERROR_INIT;
  std::string kept_;        // of the last row
  std::uint32_t last_ = 0;  // the line that it begins on
  std::uint64_t rows_ = 0;
  bool stopped_ = false;
  int status_ = kDone;
};

int ExplainText(const Options& options, Explainer* explainer) {
  framescope_document* made = nullptr;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_document_read(&made, "text.txt", options.text.data(),
                               options.text.size(), nullptr,
                               &error) != FRAMESCOPE_OK) {
    return Complain(error);
  }
  const Document document(made);
  explainer->Explain(document.get(), 0);
  return explainer->End(FRAMESCOPE_OK, error);
}

int ExplainFile(const Options& options, const std::string& path,
                Explainer* explainer) {
  const auto read = ReadOptions(options);
  if (!read) return kError;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const framescope_status status = framescope_read_documents(
      path.c_str(), &*read, Explainer::Add, explainer, &error);
  return explainer->End(status, error);
}

}  // namespace

int RunExplain(const Options& options) {
  if (options.paths.empty() == options.text.empty()) {
    Complain("explain: name FILE or FILE:LINE, or else give --text");
    return kError;
  }
  std::string path;
  std::uint32_t line = 0;
  if (!options.paths.empty()) {
    std::tie(path, line) = FileAndLine(options.paths[0]);
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      Complain(path +
               ": is a folder, and explain reads one file: name a file in it");
      return kError;
    }
  }
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, options);
  if (!analyzer) return kError;
  Output output(options.output);
  if (!output.ok()) {
    Complain(output.reason());
    return kError;
  }
  Explainer explainer(analyzer.get(), path, line, &output);
  if (!explainer.Begin()) return kError;
  const int status = path.empty() ? ExplainText(options, &explainer)
                                  : ExplainFile(options, path, &explainer);
  if (output.pipe_closed()) return kDone;
  // Rows that failed do not keep the others from being written.
  if (status != kDone && explainer.rows() == 0) return status;
  if (!CommitOrComplain(&output)) return kError;
  return output.pipe_closed() ? kDone : status;
}

}  // namespace cli
