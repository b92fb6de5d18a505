// Status and Result: how framescope reports failure in C++.
//
// The library never throws across a public function. A function that can fail
// returns Status, or Result<T> when it also makes something.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framescope {

// The values are those of framescope_status in framescope.h.
enum class StatusCode : std::int32_t {
  kOk = 0,
  kInvalidArgument = -1,  // the caller broke the contract
  kNoMemory = -2,
  kIo = -3,           // a file could not be opened or read
  kParse = -4,        // a lexicon or document is malformed
  kEncoding = -5,     // text is not UTF-8
  kUnsupported = -6,  // known, but not built in
  kTooLarge = -7,     // over a limit of the options
  kCallback = -8,     // a callback asked to stop
  kInternal = -9,     // a bug in the library
  kNoText = -10       // a document holds no text that could be read
};

// A short, constant name, such as "E_PARSE". Ends in NUL.
std::string_view StatusName(StatusCode code);

// Where in an input a problem was seen, as far as it is known.
struct SourceLocation {
  std::int64_t offset = -1;  // bytes from the start of the input, or -1
  std::int32_t line = 0;     // counted from 1, or 0
  std::int32_t column = 0;   // code points, counted from 1, or 0
};

// Success, or one reason for failure in words that a user can act on.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(StatusCode code, std::string message, SourceLocation where = {})
      : code_(code), message_(std::move(message)), where_(where) {}

  bool ok() const { return code_ == StatusCode::kOk; }
  StatusCode code() const { return code_; }
  const std::string& message() const { return message_; }
  const SourceLocation& where() const { return where_; }

 private:
  StatusCode code_ = StatusCode::kOk;
  std::string message_;
  SourceLocation where_;
};

// A T, or the Status that says why there is none. value() asserts ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  // Makes a T from nothing, in place.
  explicit Result(std::in_place_t) : value_(std::in_place) {}
  Result(Status status) : status_(std::move(status)) { assert(!status_.ok()); }

  bool ok() const { return value_.has_value(); }
  const Status& status() const { return status_; }
  T& value() & {
    assert(ok());
    return *value_;
  }
  const T& value() const& {
    assert(ok());
    return *value_;
  }
  T&& value() && {
    assert(ok());
    return std::move(*value_);
  }

 private:
  std::optional<T> value_;
  Status status_;
};

enum class Severity : std::uint8_t { kNote, kWarning, kError };

// One finding in a file that people wrote: what, where, what was expected.
struct Diagnostic {
  Severity severity = Severity::kError;
  std::string file;
  std::int32_t line = 0;    // counted from 1, or 0
  std::int32_t column = 0;  // code points, counted from 1, or 0
  std::string code;         // short and stable, such as "unknown-category"
  std::string message;
};

// "entries.tsv:12:8: error: …"
std::string ToString(const Diagnostic& diagnostic);
bool HasErrors(const std::vector<Diagnostic>& diagnostics);

}  // namespace framescope
