#include "framescope/batch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/batch_input.hpp"

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

TEST(BatchInput, MayWaitForWhatSomebodyWrites) {
  const Folder folder;
  const std::string file = folder.Write("a.txt", "Care.");
  const std::string pipe = folder.path() + "/pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto may_wait = [](std::vector<std::string> paths) {
    return BatchInput(paths, {}).MayWait();
  };
  EXPECT_FALSE(may_wait({file}));
  EXPECT_FALSE(may_wait({folder.path(), file}));
  EXPECT_TRUE(may_wait({"-"}));
  EXPECT_TRUE(may_wait({file, pipe}));
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

// Everything that a report could show of an item.
std::string Told(const BatchItem& item) {
  std::string told = item.id + "|" + item.path + "|" + item.status.message();
  told += "|" + item.analysis.document.text;
  for (const Match& match : item.analysis.matches) {
    told += "|" + std::to_string(match.entry) + "@" +
            std::to_string(match.span.begin) +
            std::string(ToString(match.stance));
  }
  return told;
}

TEST(Batch, TheItemsDoNotDependOnTheNumberOfJobs) {
  const Folder folder;
  std::string lines, cells = "id,text,place\n";
  for (int i = 0; i < 700; ++i) {
    const std::string n = std::to_string(i);
    lines += i % 50 == 7 ? "{broken\n"
                         : "{\"text\":\"Case " + n +
                               ": she is not a burden.\",\"n\":" + n + "}\n";
    cells += i % 60 == 3 ? "too,many,cells,here\n"
                         : n + ",\"A service in crisis,\n" + n + ".\",Leeds\n";
    if (i % 7 == 0) folder.Write("f" + n + ".txt", "We belong here: " + n);
  }
  folder.Write("a.jsonl", lines);
  folder.Write("b.csv", cells);
  folder.Write("c.csv", "no,such,columns\n1,2,3\n");
  folder.Write("d.bin", "?");
  std::vector<std::string> one;
  for (const std::uint32_t jobs : {1u, 2u, 5u}) {
    std::vector<std::string> told;
    BatchOptions options;
    options.jobs = jobs;
    const Status status = RunBatch(BuiltIn(), {folder.path(), "/nowhere"},
                                   options, [&](BatchItem& item) {
                                     told.push_back(Told(item));
                                     return true;
                                   });
    EXPECT_TRUE(status.ok()) << status.message();
    if (one.empty()) one = told;
    EXPECT_EQ(told, one) << jobs << " jobs";
  }
  EXPECT_EQ(one.size(), 700u + 700u + 1u + 1u + 100u + 1u);
}

TEST(Batch, ProgressMovesAlongAFileOfRows) {
  const Folder folder;
  std::string rows;
  for (int i = 0; i < 3000; ++i) rows += "{\"text\":\"word\"}\n";
  const std::string path = folder.Write("rows.jsonl", rows);
  for (const std::uint32_t jobs : {1u, 3u}) {
    BatchOptions options;
    options.jobs = jobs;
    std::vector<std::uint64_t> told;
    options.progress = [&](std::uint64_t done, std::uint64_t total) {
      EXPECT_EQ(total, rows.size());
      told.push_back(done);
      return true;
    };
    const Status status =
        RunBatch(BuiltIn(), {path}, options, [](BatchItem&) { return true; });
    EXPECT_TRUE(status.ok());
    EXPECT_GE(told.size(), 10u);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), rows.size());
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
