#include "base/read_file.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

TEST(ReadFile, GivesEveryByte) {
  const auto bytes = ReadFile(__FILE__);
  ASSERT_TRUE(bytes.ok()) << bytes.status().message();
  EXPECT_TRUE(bytes.value().starts_with("#include"));
  EXPECT_TRUE(bytes.value().ends_with("// the end\n"));
}

TEST(ReadFile, AFolderAndNothingAreErrors) {
  EXPECT_EQ(ReadFile("/").status().code(), StatusCode::kIo);
  EXPECT_EQ(ReadFile("/nowhere/at/all").status().code(), StatusCode::kIo);
}

}  // namespace
}  // namespace framescope
// the end
