#include "engine/texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace framescope {
namespace {

using ::testing::ElementsAre;

const Analyzer& BuiltIn() {
  static const Analyzer analyzer =
      Analyzer::Compile(Lexicon::BuiltIn().value()).value();
  return analyzer;
}

std::vector<std::string> Numbered(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    texts.push_back("Number " + std::to_string(i) + ".");
  }
  return texts;
}

std::vector<std::string_view> Views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

TEST(Packets, HoldEveryTextOnce) {
  const std::vector<std::string> texts = Numbered(1000);
  std::size_t next = 0;
  for (const Packet& packet : CutIntoPackets(Views(texts))) {
    EXPECT_EQ(packet.begin, next);
    EXPECT_GT(packet.end, packet.begin);
    next = packet.end;
  }
  EXPECT_EQ(next, 1000u);
}

TEST(Packets, ALargeTextIsOneOfItsOwn) {
  const std::string large(1 << 20, 'a');
  const std::vector<std::string_view> texts = {large, large, "small", "small"};
  EXPECT_EQ(CutIntoPackets(texts).size(), 3u);
  EXPECT_TRUE(CutIntoPackets({}).empty());
}

TEST(Texts, ComeBackInOrderWhateverTheThreads) {
  const std::vector<std::string> texts = Numbered(700);
  for (const std::uint32_t jobs : {1u, 2u, 7u}) {
    std::size_t next = 0;
    const Status status =
        AnalyzeTexts(BuiltIn(), Views(texts), {jobs, nullptr},
                     [&](std::size_t index, Result<Analysis>& made) {
                       EXPECT_EQ(index, next++);
                       EXPECT_EQ(made.value().document.text, texts[index]);
                       return true;
                     });
    EXPECT_TRUE(status.ok());
    EXPECT_EQ(next, 700u);
  }
}

TEST(Texts, ThatAreNotUtf8FailAlone) {
  const std::vector<std::string_view> texts = {"fine", "\xFF", "fine"};
  std::vector<bool> fine;
  EXPECT_TRUE(AnalyzeTexts(BuiltIn(), texts, {2, nullptr},
                           [&](std::size_t, Result<Analysis>& made) {
                             fine.push_back(made.ok());
                             return true;
                           })
                  .ok());
  EXPECT_THAT(fine, ElementsAre(true, false, true));
}

TEST(Texts, StopWhenTheSinkSaysSo) {
  const std::vector<std::string> texts = Numbered(700);
  std::size_t seen = 0;
  const Status status =
      AnalyzeTexts(BuiltIn(), Views(texts), {3, nullptr},
                   [&](std::size_t, Result<Analysis>&) { return ++seen < 90; });
  EXPECT_EQ(status.code(), StatusCode::kCallback);
  EXPECT_EQ(seen, 90u);
}

TEST(Texts, ASinkThatThrowsStopsTheThreadsFirst) {
  const std::vector<std::string> texts = Numbered(700);
  EXPECT_THROW(
      static_cast<void>(AnalyzeTexts(BuiltIn(), Views(texts), {3, nullptr},
                                     [](std::size_t index, Result<Analysis>&) {
                                       if (index == 65)
                                         throw std::runtime_error("enough");
                                       return true;
                                     })),
      std::runtime_error);
}

TEST(Texts, AWorkerWithoutMemoryIsToldToTheCaller) {
  const std::vector<std::string> texts = Numbered(300);
  const auto make = [](std::size_t, Scratch&) -> std::string {
    throw std::bad_alloc();
  };
  EXPECT_THROW(ForEachTextInOrder<std::string>(
                   Views(texts), {2, nullptr}, make,
                   [](std::size_t, const std::string&) { return true; }),
               std::bad_alloc);
}

TEST(Texts, EachIsWorkedOnOnce) {
  const std::vector<std::string> texts = Numbered(900);
  std::vector<std::atomic<int>> times(texts.size());
  ScratchPool scratches;
  ForEachText(Views(texts), {4, &scratches},
              [&](std::size_t i, Scratch&) { ++times[i]; });
  for (const std::atomic<int>& count : times) EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace framescope
