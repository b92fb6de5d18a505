#include "base/json_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace framescope {
namespace {

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Field("a", 1).Key("b").BeginArray();
  json.Integer(1).Bool(true).Null().BeginObject().EndObject().EndArray();
  json.Field("c", true).Field("d", "x").Field("e", 0.5).EndObject();
  EXPECT_EQ(out, R"({"a":1,"b":[1,true,null,{}],"c":true,"d":"x","e":0.5})");
}

TEST(JsonWriter, EscapesWhatJsonAndTerminalsNeed) {
  std::string out;
  JsonWriter(&out).String("q\" b\\ n\n t\t e\x1B r\xE2\x80\xAE u\xC3\xA9");
  EXPECT_EQ(out, "\"q\\\" b\\\\ n\\n t\\t e\\u001b r\\u202e u\xC3\xA9\"");
}

TEST(JsonWriter, ReplacesBytesThatAreNotUtf8) {
  std::string out;
  JsonWriter(&out).String("a\xFFz");
  EXPECT_EQ(out, "\"a\xEF\xBF\xBDz\"");
}

TEST(JsonWriter, NumbersThatJsonLacksAreNull) {
  std::string out;
  JsonWriter(&out).Number(std::numeric_limits<double>::infinity());
  EXPECT_EQ(out, "null");
}

// The test vectors of RFC 4648, section 10.
TEST(Base64, AgreesWithTheStandard) {
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("f"), "Zg==");
  EXPECT_EQ(Base64("fo"), "Zm8=");
  EXPECT_EQ(Base64("foo"), "Zm9v");
  EXPECT_EQ(Base64("foobar"), "Zm9vYmFy");
}

}  // namespace
}  // namespace framescope
