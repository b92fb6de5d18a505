// Folders: every file once, in order, and every other one with its reason.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "unit/document/read_text.hpp"

namespace framescope {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    root_ = testing::TempDir() + "walk-XXXXXX";
    ASSERT_NE(mkdtemp(root_.data()), nullptr);
  }
  void TearDown() override { fs::remove_all(root_); }

  void Write(const std::string& name, const std::string& text = "Text.") {
    fs::create_directories(fs::path(root_ + "/" + name).parent_path());
    std::ofstream(root_ + "/" + name) << text;
  }
  void Link(const std::string& target, const std::string& name) {
    ASSERT_EQ(symlink(target.c_str(), (root_ + "/" + name).c_str()), 0);
  }

  // Names below the root with the reason why they are passed over.
  std::vector<std::pair<std::string, std::string>> Find() {
    Result<std::vector<FoundFile>> files = FindFiles(root_);
    EXPECT_TRUE(files.ok());
    std::vector<std::pair<std::string, std::string>> found;
    for (const FoundFile& file : files.value()) {
      found.emplace_back(
          file.path.substr(root_.size() + 1),
          file.status.ok() ? file.skipped : file.status.message());
    }
    return found;
  }

  std::string root_;
};

TEST_F(Folder, FilesComeInTheOrderOfTheirBytes) {
  for (const char* name : {"b.txt", "a/z.md", "B.txt", "a.txt", "\u00E9.txt"}) {
    Write(name);
  }
  EXPECT_THAT(Find(), ElementsAre(Pair("B.txt", ""), Pair("a.txt", ""),
                                  Pair("a/z.md", ""), Pair("b.txt", ""),
                                  Pair("\u00E9.txt", "")));
}

// A folder's files stand where their paths do, and not where its name does.
TEST_F(Folder, PathsAreInOrderAcrossFolders) {
  for (const char* name : {"a-b.txt", "a/y/z.txt", "a/x.txt", "a.txt",
                           "a/y.txt", "a0.txt", "a/y-/q.txt"}) {
    Write(name);
  }
  EXPECT_THAT(Find(), ElementsAre(Pair("a-b.txt", ""), Pair("a.txt", ""),
                                  Pair("a/x.txt", ""), Pair("a/y-/q.txt", ""),
                                  Pair("a/y.txt", ""), Pair("a/y/z.txt", ""),
                                  Pair("a0.txt", "")));
}

TEST_F(Folder, LinkToHiddenFileIsReadOnce) {
  Write(".kept/real.txt");
  Link(".kept/real.txt", "a.txt");
  Link(".kept/real.txt", "b.txt");
  const auto found = Find();
  EXPECT_THAT(found, testing::Contains(Pair("a.txt", "")));
  EXPECT_THAT(found, testing::Contains(Pair("b.txt", HasSubstr("same file"))));
}

TEST_F(Folder, WhatIsNoDocumentHasItsReason) {
  Write(".hidden.txt");
  Write("a.doc");
  Write("b.xyz");
  Write("c");
  Write("d.TXT.GZ");
  ASSERT_EQ(mkfifo((root_ + "/e.txt").c_str(), 0600), 0);
  EXPECT_THAT(Find(),
              ElementsAre(Pair(".hidden.txt", "hidden"),
                          Pair("a.doc", HasSubstr("save it as .docx")),
                          Pair("b.xyz", "unknown format .xyz"),
                          Pair("c", HasSubstr("no ending")),
                          Pair("d.TXT.GZ", ""), Pair("e.txt", "a FIFO")));
}

TEST_F(Folder, LinksAreReadOnceAndOnlyInsideTheTree) {
  Write("sub/real.txt");
  Link("sub/real.txt", "again.txt");
  Link("loop.txt", "loop.txt");
  Link("nowhere.txt", "broken.txt");
  Link(".", "cycle");
  Link("/etc/passwd", "out.txt");
  EXPECT_THAT(Find(), ElementsAre(Pair("again.txt", HasSubstr("same file")),
                                  Pair("broken.txt", HasSubstr("nowhere")),
                                  Pair("cycle", HasSubstr("folder")),
                                  Pair("loop.txt", HasSubstr("itself")),
                                  Pair("out.txt", HasSubstr("leaves")),
                                  Pair("sub/real.txt", "")));
}

TEST_F(Folder, LinkToFileThatHasAnotherEndingIsRead) {
  Write("data");
  Link("data", "data.txt");
  EXPECT_THAT(Find(), ElementsAre(Pair("data", HasSubstr("no ending")),
                                  Pair("data.txt", "")));
}

TEST_F(Folder, HardLinksAreReadUnderTheFirstName) {
  Write("b.txt");
  fs::create_hard_link(root_ + "/b.txt", root_ + "/a.txt");
  EXPECT_THAT(Find(), ElementsAre(Pair("a.txt", ""),
                                  Pair("b.txt", HasSubstr("same file"))));
}

TEST_F(Folder, StrangeNamesSurvive) {
  Write("new\nline.txt");
  Write("bad\xFF.txt");
  EXPECT_THAT(Find(),
              ElementsAre(Pair("bad\xFF.txt", ""), Pair("new\nline.txt", "")));
}

// Paths over PATH_MAX cannot be opened by name, not even by root.
TEST_F(Folder, FolderThatCannotBeReadIsReported) {
  const std::string name(200, 'd');
  int at = open(root_.c_str(), O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < 25; ++i) {
    ASSERT_EQ(mkdirat(at, name.c_str(), 0700), 0);
    const int next = openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
    close(at);
    at = next;
  }
  close(at);
  const auto found = Find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0].second, HasSubstr("cannot be read"));
}

TEST_F(Folder, SingleFileIsFoundWhateverItsEnding) {
  Write("notes.xyz");
  Result<std::vector<FoundFile>> files = FindFiles(root_ + "/notes.xyz");
  ASSERT_TRUE(files.ok());
  ASSERT_EQ(files.value().size(), 1u);
  EXPECT_EQ(files.value()[0].skipped, "");
  EXPECT_EQ(FindFiles(root_ + "/none").status().code(), StatusCode::kIo);
}

TEST_F(Folder, SpecialFilesAndFoldersAreNeverOpened) {
  ASSERT_EQ(mkfifo((root_ + "/a.txt").c_str(), 0600), 0);
  const auto sink = [](Result<Document>) { return true; };
  EXPECT_THAT(ReadDocuments(root_ + "/a.txt", {}, sink).message(),
              HasSubstr("FIFO"));
  EXPECT_THAT(ReadDocuments(root_, {}, sink).message(), HasSubstr("folder"));
  EXPECT_EQ(ReadDocuments(root_ + "/none.txt", {}, sink).code(),
            StatusCode::kIo);
}

}  // namespace
}  // namespace framescope
