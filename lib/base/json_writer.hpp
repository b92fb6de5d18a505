// JsonWriter: JSON text piece by piece, always valid UTF-8.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace framescope {

// Appends to a string that its owner may empty between calls. Commas are its
// own care; matching keys with values and brackets with each other is the
// caller's. Bytes that are not UTF-8 become U+FFFD. Controls and marks that
// turn the direction of text are escaped, so that output is safe to show.
class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}

  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view text);
  JsonWriter& Number(double value);  // null unless finite
  JsonWriter& Integer(std::int64_t value);
  JsonWriter& Bool(bool value) { return Raw(value ? "true" : "false"); }
  JsonWriter& Null() { return Raw("null"); }
  // A value that is JSON already.
  JsonWriter& Raw(std::string_view json);

  JsonWriter& Field(std::string_view key, std::string_view text) {
    return Key(key).String(text);
  }
  JsonWriter& Field(std::string_view key, double value) {
    return Key(key).Number(value);
  }
  JsonWriter& Field(std::string_view key, std::same_as<bool> auto value) {
    return Key(key).Bool(value);
  }
  JsonWriter& Field(std::string_view key, std::uint64_t value) {
    return Key(key).Integer(static_cast<std::int64_t>(value));
  }
  JsonWriter& Field(std::string_view key, std::uint32_t value) {
    return Key(key).Integer(value);
  }
  JsonWriter& Field(std::string_view key, std::int32_t value) {
    return Key(key).Integer(value);
  }
  JsonWriter& Field(std::string_view key, const char* text) {
    return Key(key).String(text);
  }

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void Separate();

  std::string* out_;
  std::vector<bool> filled_;  // for each open bracket: holds a value already
  bool after_key_ = false;
};

// Base64 with padding (RFC 4648, section 4).
std::string Base64(std::string_view bytes);

}  // namespace framescope
