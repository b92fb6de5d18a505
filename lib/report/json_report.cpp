// JSON for one document or a corpus, and JSON lines.
// Tested by tests/unit/report/json_report_test.cpp.
#include "base/json_writer.hpp"
#include "report/record.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

// One record, or one a line.
class RecordWriter : public Writer {
 public:
  using Writer::Writer;

 protected:
  void WriteScored(const Analysis& analysis) override {
    JsonWriter json(&out());
    WriteRecord(
        context(), analysis, options().quiet, [this] { FlushIfLarge(); },
        &json);
    out() += '\n';
  }
  void WriteFailed(const Failure& failure) override {
    JsonWriter json(&out());
    WriteFailureRecord(context(), failure, &json);
    out() += '\n';
  }
  void WriteSkipped(const std::string& path,
                    const std::string& reason) override {
    JsonWriter json(&out());
    WriteSkippedRecord(context(), path, reason, &json);
    out() += '\n';
  }
};

// {"schema": "framescope.corpus/1", "documents": […], "total": …}; the same as
// RecordWriter when there is only one document.
class CorpusWriter final : public RecordWriter {
 public:
  using RecordWriter::RecordWriter;

 private:
  void WriteBegin() override {
    if (!single()) {
      out() += R"({"schema":"framescope.corpus/1","documents":[)"
               "\n";
    }
  }
  void Separate() {
    if (!single() && accounting().documents() > 1) out() += ',';
  }
  void WriteScored(const Analysis& analysis) override {
    Separate();
    RecordWriter::WriteScored(analysis);
  }
  void WriteFailed(const Failure& failure) override {
    Separate();
    RecordWriter::WriteFailed(failure);
  }
  void WriteSkipped(const std::string& path,
                    const std::string& reason) override {
    Separate();
    RecordWriter::WriteSkipped(path, reason);
  }
  void WriteEnd() override {
    if (single()) return;
    out() += "],\"total\":";
    JsonWriter json(&out());
    json.BeginObject();
    json.Field("documents", accounting().documents());
    json.Field("scored", accounting().scored);
    json.Field("failed", accounting().failed);
    json.Field("skipped", accounting().skipped);
    json.Field("words", total().words());
    WriteAxes(lexicon(), total().Scores(), &json);
    json.EndObject();
    out() += "}\n";
  }
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJsonWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write) {
  if (options.format == ReportFormat::kJsonl) {
    return std::make_unique<RecordWriter>(std::move(context), options,
                                          std::move(write));
  }
  return std::make_unique<CorpusWriter>(std::move(context), options,
                                        std::move(write));
}

}  // namespace framescope
