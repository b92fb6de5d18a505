// The work of judging grows with the text and no faster, whatever the text is.
// Counted in steps, not in time.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "match/scan_kernel.hpp"
#include "unicode/segmenter.hpp"
#include "unit/context/judged_text.hpp"

namespace framescope {
namespace {

struct Family {
  std::string name;
  std::string unit;  // repeated; every "burden" in it is a match
};

// The steps of judging every "burden" of a text.
std::uint64_t Steps(const std::string& text) {
  const std::unique_ptr<Segmenter> segmenter =
      Segmenter::Create("en-GB", "").value();
  Block block;
  block.end = static_cast<std::uint32_t>(text.size());
  Segments segments;
  EXPECT_TRUE(segmenter->Segment(text, {&block, 1}, &segments).ok());
  TypeTable table;
  std::vector<TypeId> types;
  std::vector<FoundEntry> found;
  std::uint32_t sentence = 0;
  for (std::uint32_t i = 0; i < segments.words.size(); ++i) {
    const Span word = segments.words[i];
    const auto bytes =
        std::string_view(text).substr(word.begin, word.end - word.begin);
    types.push_back(table.Intern(bytes));
    while (segments.sentences[sentence].end_word <= i) ++sentence;
    if (bytes == "burden") found.push_back({2, i, i + 1, sentence});
  }
  WordHashes hashes;
  HashWords(FindScanKernel({}), text, segments.words, &hashes);
  const Tokens tokens{text,   segments.words, types, segments.sentences,
                      &table, &hashes};
  ContextScratch scratch;
  std::vector<Judgement> judged;
  EnglishEngine().Judge(tokens, {&block, 1}, found, &scratch, &judged);
  EXPECT_EQ(judged.size(), found.size());
  return scratch.steps();
}

std::string Repeated(const std::string& unit, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

class LinearContext : public testing::TestWithParam<Family> {};

TEST_P(LinearContext, TwiceTheTextIsTwiceTheSteps) {
  const std::uint64_t once = Steps(Repeated(GetParam().unit, 1000));
  const std::uint64_t twice = Steps(Repeated(GetParam().unit, 2000));
  EXPECT_GT(once, 1000u);
  EXPECT_LE(twice, 2 * once + once / 20);
}

INSTANTIATE_TEST_SUITE_P(
    Families, LinearContext,
    testing::Values(
        Family{"negators", "not a burden "},
        Family{"cues", "not said if burden "},
        Family{"contrasts", "from a burden to a burden rather than not "},
        Family{"nested", "“he said not ‘a burden "},
        Family{"quotations", "he said “no burden”, "},
        Family{"colons", "he said: a burden; she says: "},
        Family{"questions", "why is it a burden? "},
        Family{"conditions", "if because whether a burden, "},
        Family{"items", "He said:\n1 – a burden. 2 – a burden. "},
        Family{"sentences", "It is wrong. He said a burden. They lie. "}),
    [](const auto& family) { return family.param.name; });

TEST(LinearContext, OrdinaryProseTakesAFewStepsAWord) {
  const std::string unit =
      "The council said that the ward was a burden. We do not think so, since "
      "the people who live there run its kitchen, its garden and its choir. ";
  const std::uint64_t steps = Steps(Repeated(unit, 100));
  EXPECT_LT(steps, 100u * 27 * 12);
}

}  // namespace
}  // namespace framescope
