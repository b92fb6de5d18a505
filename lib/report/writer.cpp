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

Status Writer::Only(const std::string& name) {
  for (int i = 0; i < kStances; ++i) {
    if (ToString(static_cast<Stance>(i)) != name) continue;
    only_stances_ |= 1u << i;
    return Status();
  }
  const auto categories = lexicon().categories();
  std::vector<bool> named(categories.size());
  bool any = false;
  for (std::uint32_t i = 0; i < categories.size(); ++i) {
    const std::string& category = categories[i].name;
    const bool pole =
        categories[i].axis != kNone && lexicon().pole_name(i) == name;
    named[i] = pole || category == name || category.starts_with(name + ".");
    any = any || named[i];
  }
  if (!any) {
    return Status(StatusCode::kInvalidArgument,
                  "no pole, category or stance is called \"" + name + "\"");
  }
  only_categories_.resize(categories.size());
  for (std::size_t i = 0; i < named.size(); ++i) {
    only_categories_[i] = only_categories_[i] || named[i];
  }
  return Status();
}

bool Writer::Wanted(const Match& match) const {
  const std::uint32_t stance = 1u << static_cast<int>(match.stance);
  return (only_categories_.empty() || only_categories_[match.category]) &&
         (only_stances_ == 0 || (only_stances_ & stance) != 0);
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
    case ReportFormat::kLint:
      return MakeLintWriter(std::move(context), options, std::move(write));
    case ReportFormat::kSarif:
      return MakeSarifWriter(std::move(context), options, std::move(write));
    case ReportFormat::kConcordance:
    case ReportFormat::kConcordanceCsv:
      return MakeConcordanceWriter(std::move(context), options,
                                   std::move(write));
    case ReportFormat::kText:
      break;
  }
  return MakeTextWriter(std::move(context), options, std::move(write));
}

}  // namespace framescope
