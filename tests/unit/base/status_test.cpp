#include "framescope/status.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

TEST(Diagnostic, ReadsLikeACompilersMessage) {
  EXPECT_EQ(ToString(Diagnostic{Severity::kError, "a.tsv", 3, 7, "x", "no"}),
            "a.tsv:3:7: error: no");
  EXPECT_EQ(ToString(Diagnostic{Severity::kWarning, "a.tsv", 0, 0, "x", "no"}),
            "a.tsv: warning: no");
}

TEST(Diagnostic, WarningsAreNoErrors) {
  EXPECT_FALSE(HasErrors({Diagnostic{Severity::kWarning, "", 0, 0, "", ""}}));
  EXPECT_TRUE(HasErrors({Diagnostic{}}));
}

TEST(Result, HoldsAValueOrAStatus) {
  const Result<int> good(3);
  const Result<int> bad(Status(StatusCode::kIo, "gone", {5, 2, 1}));
  EXPECT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 3);
  EXPECT_FALSE(bad.ok());
  EXPECT_EQ(bad.status().where().offset, 5);
}

}  // namespace
}  // namespace framescope
