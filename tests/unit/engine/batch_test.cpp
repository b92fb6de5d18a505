#include "framescope/batch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace framescope {
namespace {

using ::testing::ElementsAre;

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

// A folder that is gone when the test is.
class Folder {
 public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() /
            ("framescope-batch-" + std::to_string(::getpid()));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string Write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

struct Seen {
  std::vector<std::string> names;
  int scored = 0, failed = 0, skipped = 0;
};

Seen RunOver(const std::vector<std::string>& paths, std::uint32_t jobs) {
  Seen seen;
  BatchOptions options;
  options.jobs = jobs;
  const Status status =
      RunBatch(BuiltIn(), paths, options, [&](BatchItem& item) {
        seen.names.push_back(
            std::filesystem::path(item.id).filename().string());
        seen.scored += item.outcome == Outcome::kScored;
        seen.failed += item.outcome == Outcome::kFailed;
        seen.skipped += item.outcome == Outcome::kSkipped;
        return true;
      });
  EXPECT_TRUE(status.ok()) << status.message();
  return seen;
}

TEST(Batch, AccountsForEveryDocumentInOrder) {
  const Folder folder;
  folder.Write("a.txt", "We all belong here.");
  folder.Write("b.docx", "this is no zip");
  folder.Write("c.xyz", "unknown");
  folder.Write("d.jsonl",
               "{\"id\":\"one\",\"text\":\"A day.\"}\n{oops\n"
               "{\"id\":\"three\",\"text\":\"A week.\"}\n");
  for (const std::uint32_t jobs : {1u, 2u, 5u}) {
    const Seen seen = RunOver({folder.path(), "/nowhere"}, jobs);
    EXPECT_THAT(seen.names, ElementsAre("a.txt", "b.docx", "c.xyz", "one",
                                        "d.jsonl:2", "three", "nowhere"));
    EXPECT_EQ(seen.scored, 3);
    EXPECT_EQ(seen.failed, 3);
    EXPECT_EQ(seen.skipped, 1);
  }
}

TEST(Batch, ManyRowsKeepTheirOrder) {
  const Folder folder;
  std::string rows;
  for (int i = 0; i < 1000; ++i) {
    rows += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"word\"}\n";
  }
  const std::string path = folder.Write("rows.jsonl", rows);
  const Seen seen = RunOver({path}, 3);
  ASSERT_EQ(seen.names.size(), 1000u);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(seen.names[static_cast<std::size_t>(i)], std::to_string(i));
  }
}

TEST(Batch, StopsWhenAsked) {
  const Folder folder;
  for (int i = 0; i < 20; ++i) {
    folder.Write(std::to_string(i) + ".txt", "A day.");
  }
  int items = 0;
  const Status status = RunBatch(BuiltIn(), {folder.path()}, {},
                                 [&](BatchItem&) { return ++items < 3; });
  EXPECT_EQ(status.code(), StatusCode::kCallback);
  EXPECT_EQ(items, 3);
}

TEST(Batch, ProgressReachesTheTotal) {
  const Folder folder;
  const std::string path = folder.Write("a.txt", "We all belong here.");
  std::uint64_t last = 0, in_all = 0;
  BatchOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t total) {
    last = done;
    in_all = total;
    return true;
  };
  EXPECT_TRUE(RunBatch(BuiltIn(), {path}, options, [](BatchItem&) {
                return true;
              }).ok());
  EXPECT_EQ(last, 19u);
  EXPECT_EQ(in_all, 19u);
}

}  // namespace
}  // namespace framescope
