// Tested by tests/unit/report/writer_test.cpp.
#include "report/writer.hpp"

#include <utility>

namespace framescope {
namespace {

constexpr std::size_t kLargePiece = 64 * 1024;

}  // namespace

Writer::Writer(ReportContext context, const ReportOptions& options,
               WriteFn write)
    : context_(std::move(context)),
      options_(options),
      write_(std::move(write)),
      total_(context_.lexicon.axes().size()) {}

Status Writer::Flush() {
  if (!stopped_ && !out_.empty()) stopped_ = !write_(out_);
  out_.clear();
  if (!stopped_) return Status();
  return Status(StatusCode::kCallback, "the receiver of the report stopped it");
}

void Writer::FlushIfLarge() {
  if (out_.size() < kLargePiece) return;
  const Status status = Flush();
  static_cast<void>(status);  // kept in stopped_, told by the next Flush()
}

Status Writer::Begin(bool single) {
  single_ = single;
  WriteBegin();
  return Flush();
}

Status Writer::Add(const Analysis& analysis) {
  ++accounting_.scored;
  total_.Add(analysis);
  WriteScored(analysis);
  return Flush();
}

Status Writer::AddFailure(const Failure& failure) {
  ++accounting_.failed;
  WriteFailed(failure);
  return Flush();
}

Status Writer::AddSkipped(const std::string& path, const std::string& reason) {
  ++accounting_.skipped;
  WriteSkipped(path, reason);
  return Flush();
}

Status Writer::End() {
  WriteEnd();
  return Flush();
}

std::unique_ptr<ReportWriter> ReportWriter::Create(ReportContext context,
                                                   const ReportOptions& options,
                                                   WriteFn write) {
  switch (options.format) {
    case ReportFormat::kJson:
    case ReportFormat::kJsonl:
      return MakeJsonWriter(std::move(context), options, std::move(write));
    case ReportFormat::kCsv:
      return MakeCsvWriter(std::move(context), options, std::move(write));
    case ReportFormat::kHtml:
      return MakeHtmlWriter(std::move(context), options, std::move(write));
    case ReportFormat::kText:
      break;
  }
  return MakeTextWriter(std::move(context), options, std::move(write));
}

}  // namespace framescope
