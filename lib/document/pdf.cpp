// PDF, read by poppler's `pdftotext` in a process of its own.
//
// Poppler's licence forbids linking it here; a process also keeps its crashes
// and endless loops out of the host.
#include <algorithm>
#include <string>
#include <utility>

#include "document/block_builder.hpp"
#include "document/child.hpp"
#include "document/page_text.hpp"
#include "document/paragraphs.hpp"
#include "document/readers.hpp"

namespace framescope {
namespace {

// The failure that pdftotext reports, in words that say what to do.
Status Failure(const ChildResult& child) {
  if (child.errors.find("assword") != std::string::npos) {
    return Status(StatusCode::kUnsupported,
                  "is protected by a password; save a copy without one");
  }
  if (child.exit_code == 3) {
    return Status(StatusCode::kUnsupported,
                  "does not permit its text to be copied; ask the author for "
                  "a copy that does");
  }
  if (child.exit_code > 128) {
    return Status(StatusCode::kParse,
                  "pdftotext was ended by signal " +
                      std::to_string(child.exit_code - 128) +
                      "; the PDF is damaged or needs more memory than it may "
                      "have. Try to print it to a new PDF");
  }
  return Status(StatusCode::kParse,
                "pdftotext could not read it (exit code " +
                    std::to_string(child.exit_code) +
                    "); the PDF is damaged. Try to print it to a new PDF");
}

Result<ChildResult> RunPdftotext(const Input& input) {
  const std::string program = FindProgram("pdftotext");
  if (program.empty()) {
    return Status(StatusCode::kUnsupported,
                  "reading PDF needs the program pdftotext; install "
                  "poppler-utils");
  }
  ChildLimits limits;
  limits.seconds = std::max(input.options.pdf_seconds, 1u);
  limits.max_output = std::min(input.options.max_bytes, kMaxText);
  Result<ChildResult> child =
      RunChild(program, {"-enc", "UTF-8", "-eol", "unix", "--", "-", "-"},
               input.bytes, limits);
  if (child.ok()) {
    if (child.value().exit_code != 0) return Failure(child.value());
    return child;
  }
  return Status(child.status().code(),
                "pdftotext: " + child.status().message() +
                    "; split the PDF, or allow more");
}

}  // namespace

Result<Document> ReadPdf(const Input& input) {
  Result<ChildResult> child = RunPdftotext(input);
  if (!child.ok()) return child.status();
  ReadOptions utf8;
  utf8.encoding = "utf-8";
  Document document;
  Status status = DecodeInto(child.value().output, utf8, "", &document);
  if (!status.ok()) return status;
  const PageText pages = CleanPages(document.text);
  document.text = pages.text;
  AddPlainTextBlocks(&document);
  document.line_starts.clear();
  for (Block& block : document.blocks) {
    block.line = 0;
    block.page = std::max(block.page, 1u);
  }
  if (document.blocks.empty()) {
    return Status(StatusCode::kNoText,
                  "the PDF holds no text; if it is a scan, run it through "
                  "text recognition (OCR) first");
  }
  if (pages.furniture_lines > 0) {
    document.notices.push_back(
        {"pdf.furniture",
         std::to_string(pages.furniture_lines) +
             " lines of page heads, feet and numbers are left out",
         0});
  }
  if (child.value().errors.find("Syntax Error") != std::string::npos) {
    document.notices.push_back(
        {"pdf.damaged", "the PDF is damaged; text may be missing", 0});
  }
  TitleFromFirstLine(&document);
  return Finish(std::move(document), input.options);
}

}  // namespace framescope
