// PDF: the child process, its limits, and pages put back into a flow.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

#include "document/child.hpp"
#include "document/page_text.hpp"
#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

using testing::HasSubstr;
using testing::Not;

// A folder with a program called pdftotext that runs `script`, alone on PATH.
class FakePdftotext {
 public:
  explicit FakePdftotext(const std::string& script) {
    const char* const path = std::getenv("PATH");
    path_ = path == nullptr ? "" : path;
    folder_ = testing::TempDir() + "fake-XXXXXX";
    EXPECT_NE(mkdtemp(folder_.data()), nullptr);
    if (!script.empty()) {
      std::ofstream(Program()) << "#!/bin/sh\n" << script << "\n";
      chmod(Program().c_str(), 0755);
    }
    setenv("PATH", folder_.c_str(), 1);
  }
  ~FakePdftotext() {
    setenv("PATH", path_.c_str(), 1);
    unlink(Program().c_str());
    rmdir(folder_.c_str());
  }
  FakePdftotext(const FakePdftotext&) = delete;
  FakePdftotext& operator=(const FakePdftotext&) = delete;

 private:
  std::string Program() const { return folder_ + "/pdftotext"; }
  std::string path_, folder_;
};

const char* const kPdf = "%PDF-1.4\nnot really\n";

TEST(Pdf, MissingProgramIsNamed) {
  const FakePdftotext fake("");
  const Status status = MustFail("a.pdf", kPdf);
  EXPECT_EQ(status.code(), StatusCode::kUnsupported);
  EXPECT_THAT(status.message(), HasSubstr("poppler-utils"));
}

TEST(Pdf, HangingProgramIsKilled) {
  const FakePdftotext fake("/bin/sleep 100 & /bin/sleep 100");
  ReadOptions options;
  options.pdf_seconds = 1;
  const auto start = std::chrono::steady_clock::now();
  const Status status = MustFail("a.pdf", kPdf, options);
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - start;
  EXPECT_EQ(status.code(), StatusCode::kTooLarge);
  EXPECT_THAT(status.message(), HasSubstr("1 seconds"));
  EXPECT_LT(took.count(), 10.0);
}

TEST(Pdf, ProgramThatHangsAfterItsOutputIsKilled) {
  const FakePdftotext fake("echo Text.; exec /bin/sleep 100 >&- 2>&-");
  ReadOptions options;
  options.pdf_seconds = 1;
  EXPECT_EQ(MustFail("a.pdf", kPdf, options).code(), StatusCode::kParse);
}

TEST(Pdf, EndlessOutputIsCut) {
  const FakePdftotext fake("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaa; done");
  ReadOptions options;
  options.max_bytes = 100000;
  EXPECT_EQ(MustFail("a.pdf", kPdf, options).code(), StatusCode::kTooLarge);
}

TEST(Pdf, InputThatNobodyReadsDoesNoHarm) {
  const FakePdftotext fake("exec 0<&-; echo Text here.");
  const std::string large = std::string(kPdf) + std::string(1 << 22, 'x');
  EXPECT_EQ(MustRead("a.pdf", large).text, "Text here.\n");
}

TEST(Pdf, FailuresAreExplained) {
  {
    const FakePdftotext fake("echo 'Incorrect password' >&2; exit 1");
    EXPECT_THAT(MustFail("a.pdf", kPdf).message(), HasSubstr("password"));
  }
  {
    const FakePdftotext fake("exit 3");
    EXPECT_THAT(MustFail("a.pdf", kPdf).message(), HasSubstr("permit"));
  }
  {
    const FakePdftotext fake("kill -SEGV $$");
    EXPECT_THAT(MustFail("a.pdf", kPdf).message(), HasSubstr("signal 11"));
  }
  const FakePdftotext fake("printf '\\f\\f'");
  const Status status = MustFail("a.pdf", kPdf);
  EXPECT_EQ(status.code(), StatusCode::kNoText);
  EXPECT_THAT(status.message(), HasSubstr("OCR"));
}

TEST(Pdf, OtherContentIsNamed) {
  EXPECT_THAT(MustFail("a.pdf", "Just text").message(), HasSubstr("%PDF-"));
}

// The smallest PDF with one page that draws nothing.
TEST(Pdf, PageWithoutTextAndDamagedFilesEndCleanly) {
  if (FindProgram("pdftotext").empty()) GTEST_SKIP() << "no pdftotext";
  const std::string pdf =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
      "trailer<</Root 1 0 R>>\n";
  EXPECT_EQ(MustFail("a.pdf", pdf).code(), StatusCode::kNoText);
  EXPECT_FALSE(ReadDocument("a.pdf", pdf.substr(0, 40)).ok());
  EXPECT_FALSE(ReadDocument("a.pdf", kPdf).ok());
}

TEST(PageText, FurnitureIsLeftOut) {
  std::string pages;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    pages += "Our Report\n\nText of page " + std::string(i, 'x') + ".\n" +
             std::string(i, 'y') + ".\n\nPage " + n + " of 4\n\f";
  }
  const PageText text = CleanPages(pages);
  EXPECT_EQ(text.furniture_lines, 8u);
  EXPECT_THAT(text.text, Not(HasSubstr("Report")));
  EXPECT_THAT(text.text, HasSubstr("Text of page xx.\nyy.\n"));
}

TEST(PageText, SinglePageKeepsItsLines) {
  EXPECT_EQ(CleanPages("2020\n\nText.\n\f").text, "2020\n\nText.\n");
}

TEST(PageText, SplitWordsAreJoined) {
  EXPECT_EQ(CleanPages("the commu-\nnity has\n").text, "the community has\n");
  EXPECT_EQ(CleanPages("a person is centred; person-\ncentred care\n").text,
            "a person is centred; person-centred care\n");
  EXPECT_EQ(CleanPages("well-being matters: well-\nbeing\n").text,
            "well-being matters: well-being\n");
  EXPECT_EQ(CleanPages("1990-\n2000 and Smith-\nJones\n").text,
            "1990-\n2000 and Smith-\nJones\n");
}

TEST(PageText, SentenceRunsOnOverThePage) {
  Document document =
      PlainText(CleanPages("One begins here and\n\n\fgoes on there.\n\f").text);
  ASSERT_EQ(document.blocks.size(), 1u);
  EXPECT_EQ(document.blocks[0].page, 1u);
}

}  // namespace
}  // namespace framescope
