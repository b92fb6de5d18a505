// Runs the whole engine over every marked-up case of tests/gold.
//
// One test for each file. A failure prints the case as written over the case
// as framescope marks it. A case with a "known miss:" line must fail, so that
// the line goes when the miss does.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "document/marked_text.hpp"
#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

const Analyzer& TheAnalyzer() {
  static const Analyzer analyzer = [] {
    return Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  }();
  return analyzer;
}

// What framescope finds, in the terms of a coder.
std::vector<Mark> Found(const Analysis& analysis) {
  std::vector<Mark> marks;
  const Lexicon& lexicon = TheAnalyzer().lexicon();
  for (const Match& match : analysis.matches) {
    Mark mark;
    mark.span = match.span;
    mark.pole = lexicon.pole_name(match.category);
    mark.stance = match.stance;
    mark.pair = match.pair == kNone ? 0 : match.pair + 1;
    mark.holder = analysis.document.text.substr(
        match.holder.begin, match.holder.end - match.holder.begin);
    marks.push_back(mark);
  }
  return marks;
}

bool Answers(const Mark& wanted, const Mark& found) {
  return wanted.pole == found.pole && wanted.stance == found.stance &&
         wanted.span.begin < found.span.end &&
         found.span.begin < wanted.span.end &&
         (wanted.holder.empty() || wanted.holder == found.holder);
}

// Every wanted mark is found, and nothing else; two sides of a contrast that
// are both found are tied to each other.
bool Agrees(const std::vector<Mark>& wanted, const std::vector<Mark>& found) {
  const auto among = [](const Mark& mark, const std::vector<Mark>& marks,
                        bool wanted_first) {
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& other) {
      return wanted_first ? Answers(mark, other) : Answers(other, mark);
    });
  };
  for (const Mark& mark : wanted) {
    if (!among(mark, found, true)) return false;
  }
  for (const Mark& mark : found) {
    if (!among(mark, wanted, false)) return false;
  }
  for (const Mark& mark : wanted) {
    if (mark.pair == 0) continue;
    for (const Mark& answer : found) {
      if (Answers(mark, answer) && answer.pair == 0) return false;
    }
  }
  return true;
}

// The text with its marks written in.
std::string MarkedUp(const std::string& text, const std::vector<Mark>& marks) {
  // Where, whether it opens, and what; a mark opens before those inside it.
  std::vector<std::tuple<std::uint32_t, bool, std::uint32_t, std::string>> tags;
  for (const Mark& mark : marks) {
    std::string tag =
        "]{" + mark.pole + " " + std::string(ToString(mark.stance));
    if (mark.pair != 0) tag += " #";
    if (!mark.holder.empty()) tag += " holder=\"" + mark.holder + "\"";
    tags.emplace_back(mark.span.end, false, mark.span.begin, tag + "}");
    tags.emplace_back(mark.span.begin, true, ~mark.span.end, "[");
  }
  std::sort(tags.begin(), tags.end());
  std::string out;
  std::uint32_t at = 0;
  for (const auto& [place, opens, order, tag] : tags) {
    out += text.substr(at, place - at) + tag;
    at = place;
  }
  return out + text.substr(at);
}

class Gold : public ::testing::TestWithParam<std::string> {};

TEST_P(Gold, IsMarkedAsWritten) {
  const std::string path =
      std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/gold/" + GetParam();
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file),
                          std::istreambuf_iterator<char>()};
  const auto cases = ReadMarkedText(GetParam(), bytes, nullptr);
  ASSERT_TRUE(cases.ok()) << cases.status().message();
  ASSERT_FALSE(cases.value().empty());
  Scratch scratch;
  for (const MarkedCase& one : cases.value()) {
    const auto analysis = TheAnalyzer().Analyze(one.text, scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status().message();
    const std::vector<Mark> found = Found(analysis.value());
    const bool agrees = Agrees(one.marks, found);
    if (agrees && !one.known_miss.empty()) {
      ADD_FAILURE() << GetParam() << ":" << one.line
                    << ": is right now: take its \"known miss\" line away";
    } else if (!agrees && one.known_miss.empty()) {
      ADD_FAILURE() << GetParam() << ":" << one.line << ": " << one.reason
                    << "\n  written " << MarkedUp(one.text, one.marks)
                    << "\n  found   " << MarkedUp(one.text, found);
    }
  }
}

std::vector<std::string> GoldFiles() {
  std::vector<std::string> names;
  for (const auto& item : std::filesystem::directory_iterator(
           std::string(FRAMESCOPE_SOURCE_DIR) + "/tests/gold")) {
    if (item.path().extension() == ".txt") {
      names.push_back(item.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Files, Gold, ::testing::ValuesIn(GoldFiles()),
                         [](const auto& file) {
                           std::string name = file.param;
                           name.resize(name.size() - 4);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace framescope
