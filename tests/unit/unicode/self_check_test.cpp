// The check at the first use bites: whatever is wrong in the tables shows.
#include "unicode/self_check.hpp"

#include <gtest/gtest.h>

#include <string>

namespace framescope {
namespace {

class SelfCheck : public testing::TestWithParam<const Kernel*> {
 protected:
  std::string Check() const { return CheckKernel(*rules_, *GetParam(), "en"); }
  void MakeTables() {
    rules_->kernel.tables = MakeKernelTables(rules_->kernel.classes);
  }
  CharClasses& classes() { return rules_->kernel.classes; }

  std::unique_ptr<BreakRules> rules_ = LearnBreakRules("en").value();
};

TEST_P(SelfCheck, FindsNothingInWhatWasLearnt) { EXPECT_EQ(Check(), ""); }

// Kernels that know the usual classes read others from the tables.
TEST_P(SelfCheck, FindsNothingInTheTables) {
  ASSERT_TRUE(rules_->kernel.tables.usual_ascii);
  rules_->kernel.tables.usual_ascii = false;
  EXPECT_EQ(Check(), "");
}

TEST_P(SelfCheck, SeesAWrongAsciiClass) {
  for (const CharClass role : {kLetter, kDigit, kJoiner, kMid, kMidDigit}) {
    for (const char c : {':', 'q', '7', '_', '\'', '.', ',', ';', '@', '-'}) {
      const CharClass before = classes().ascii[static_cast<int>(c)];
      if ((before & role) != 0) continue;
      classes().ascii[static_cast<int>(c)] =
          static_cast<CharClass>(role | (before & kTerminator));
      MakeTables();
      EXPECT_NE(Check(), "") << c << " as " << int{role};
      classes().ascii[static_cast<int>(c)] = before;
    }
  }
}

TEST_P(SelfCheck, SeesAWrongTerminator) {
  for (const char c : {'.', '!', '?', ';'}) {
    classes().ascii[static_cast<int>(c)] ^= kTerminator;
    MakeTables();
    // One more terminator than there is costs time only.
    EXPECT_EQ(Check().empty(), c == ';') << c;
    classes().ascii[static_cast<int>(c)] ^= kTerminator;
  }
}

TEST_P(SelfCheck, SeesAWrongClassBeyondAscii) {
  classes().e2[0x19] = 0;  // the apostrophe U+2019
  MakeTables();
  EXPECT_NE(Check(), "");
  classes().e2[0x19] = kMid;
  classes().two_bytes[0xE9 - 0x80] = 0;
  MakeTables();
  EXPECT_NE(Check(), "");
  classes().two_bytes[0xE9 - 0x80] = kLetter;
  classes().two_bytes[0xAD - 0x80] = 0;  // the soft hyphen
  MakeTables();
  EXPECT_NE(Check(), "");
}

INSTANTIATE_TEST_SUITE_P(Kernels, SelfCheck,
                         testing::ValuesIn(kernels().begin(), kernels().end()),
                         [](const auto& one) {
                           return std::string(one.param->name);
                         });

TEST(CheckedBreakRules, AreLearntOnce) {
  const auto first = CheckedBreakRules("en-GB", kPortableKernel);
  ASSERT_TRUE(first.ok()) << first.status().message();
  EXPECT_EQ(first.value(), CheckedBreakRules("en-GB", kPortableKernel).value());
  EXPECT_EQ(CheckedBreakRules("en-@", kPortableKernel).status().code(),
            StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace framescope
