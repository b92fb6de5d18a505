// Writer: what the writers of all formats share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "framescope/corpus.hpp"
#include "framescope/report.hpp"

namespace framescope {

// Documents in = scored + failed + skipped.
struct Accounting {
  std::uint64_t scored = 0, failed = 0, skipped = 0;
  std::uint64_t documents() const { return scored + failed + skipped; }
};

// Keeps the accounts and the corpus total, and hands finished pieces on.
// Belongs to one thread, like every ReportWriter.
class Writer : public ReportWriter {
 public:
  Writer(ReportContext context, const ReportOptions& options, WriteFn write);

  Status Only(const std::string& name) final;
  Status Begin(bool single) final;
  Status Add(const Analysis& analysis) final;
  Status AddFailure(const Failure& failure) final;
  Status AddSkipped(const std::string& path, const std::string& reason) final;
  Status End() final;

 protected:
  // Each appends to out().
  virtual void WriteBegin() {}
  virtual void WriteScored(const Analysis& analysis) = 0;
  virtual void WriteFailed(const Failure&) {}
  virtual void WriteSkipped(const std::string&, const std::string&) {}
  virtual void WriteEnd() {}

  // Hands on what there is when it is large; for use amid a long document.
  void FlushIfLarge();
  std::string& out() { return out_; }
  const ReportContext& context() const { return context_; }
  const Lexicon& lexicon() const { return context_.lexicon; }
  const ReportOptions& options() const { return options_; }
  bool single() const { return single_; }
  // Whether Only() leaves the match in.
  bool Wanted(const Match& match) const;
  const Accounting& accounting() const { return accounting_; }
  const CorpusTotal& total() const { return total_; }

 private:
  Status Flush();

  ReportContext context_;
  ReportOptions options_;
  WriteFn write_;
  std::string out_;
  std::vector<bool> only_categories_;  // empty: all
  std::uint32_t only_stances_ = 0;     // a bit for each; 0: all
  bool single_ = false, stopped_ = false;
  Accounting accounting_;
  CorpusTotal total_;
};

std::unique_ptr<ReportWriter> MakeTextWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write);
std::unique_ptr<ReportWriter> MakeJsonWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write);
std::unique_ptr<ReportWriter> MakeCsvWriter(ReportContext context,
                                            const ReportOptions& options,
                                            WriteFn write);
std::unique_ptr<ReportWriter> MakeHtmlWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write);
std::unique_ptr<ReportWriter> MakeLintWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write);
std::unique_ptr<ReportWriter> MakeSarifWriter(ReportContext context,
                                              const ReportOptions& options,
                                              WriteFn write);
std::unique_ptr<ReportWriter> MakeConcordanceWriter(
    ReportContext context, const ReportOptions& options, WriteFn write);

}  // namespace framescope
