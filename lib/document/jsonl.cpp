// JSON Lines: a document a line, each parsed on its own, so that a bad line
// costs no other. Every line gives one result, also an empty one, so that who
// filters lines can tell which answer belongs to which.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "document/readers.hpp"
#include "document/record_buffer.hpp"
#include "document/row_columns.hpp"
#include "unicode/encoding.hpp"

#ifdef FRAMESCOPE_HAVE_SIMDJSON
#include <simdjson.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_SIMDJSON
namespace {

namespace dom = simdjson::dom;

// A value as one would write it in a table: strings bare, the rest as JSON.
std::string ValueText(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  if (value.is_null()) return "";
  return simdjson::minify(value);
}

class JsonlReader {
 public:
  JsonlReader(ByteSource* source, const ReadOptions& options)
      : buffer_(source), options_(options) {
    if (!options.text_column.empty()) text_key_ = options.text_column;
    if (!options.id_column.empty()) id_key_ = options.id_column;
  }

  Status Read(const DocumentSink& sink);

 private:
  bool NextLine(std::size_t* size, bool* whole);
  Result<Document> ReadLine(std::string_view line);
  Result<Document> FromObject(dom::object object);
  void Consume(std::size_t size) {
    buffer_.Consume(size);
    offset_ += static_cast<std::int64_t>(size);
  }
  Status At(StatusCode code, const std::string& message) const {
    return Status(code, message, {-1, line_, 0});
  }

  RecordBuffer buffer_;
  const ReadOptions& options_;
  std::string text_key_ = "text";
  std::string id_key_ = "id";
  dom::parser parser_;
  std::string padded_;
  std::int32_t line_ = 0;
  std::int64_t offset_ = 0;  // of the line in the input
};

// The size of the next line with its end; `*whole` is false for one over the
// limit, of which only the rest is left. False at the end.
bool JsonlReader::NextLine(std::size_t* size, bool* whole) {
  const std::uint64_t limit = std::min(options_.max_bytes, kMaxText);
  *whole = true;
  std::size_t searched = 0;
  for (;;) {
    const std::string_view data = buffer_.data();
    const std::size_t end = data.find('\n', searched);
    if (end != data.npos) {
      *size = end + 1;
      *whole = *whole && end <= limit;
      return true;
    }
    searched = data.size();
    if (searched > limit) {
      *whole = false;
      Consume(searched);
      searched = 0;
    }
    if (!buffer_.More()) {
      *size = buffer_.data().size();
      return buffer_.status().ok() && (*size > 0 || !*whole);
    }
  }
}

Result<Document> JsonlReader::FromObject(dom::object object) {
  Document document;
  document.id = std::to_string(line_);
  std::vector<std::string> keys;
  bool text_seen = false;
  for (const dom::key_value_pair field : object) {
    const std::string key(field.key);
    if (key == text_key_) {
      if (text_seen) {
        return At(StatusCode::kParse, "the key '" + key + "' comes twice");
      }
      text_seen = true;
      if (!field.value.is_string() && !field.value.is_null()) {
        return At(StatusCode::kParse,
                  "the value of '" + key + "' is not a string");
      }
      document.text = ValueText(field.value);
    } else if (key == id_key_ && !field.value.is_null()) {
      document.id = ValueText(field.value);
    } else {
      document.metadata.emplace_back(key, ValueText(field.value));
    }
    if (keys.size() < 40) keys.push_back(key);
  }
  if (!text_seen) {
    Status missing = NoColumn(text_key_, keys, "--text-column");
    return At(StatusCode::kParse, missing.message());
  }
  return FinishRow(std::move(document), line_, options_);
}

Result<Document> JsonlReader::ReadLine(std::string_view line) {
  if (line.find_first_not_of(" \t\r\n") == line.npos) {
    return At(StatusCode::kNoText, "the line is empty");
  }
  const std::int64_t invalid = FirstInvalidUtf8(line);
  if (invalid >= 0) {
    return Status(StatusCode::kEncoding,
                  "byte " + std::to_string(invalid + 1) +
                      " of the line is not UTF-8, which JSON is written in; "
                      "name another encoding with --encoding",
                  {offset_ + invalid, line_, 0});
  }
  padded_.assign(line);
  padded_.resize(line.size() + simdjson::SIMDJSON_PADDING);
  dom::element value;
  const auto error =
      parser_.parse(padded_.data(), line.size(), false).get(value);
  if (error) {
    return At(StatusCode::kParse,
              std::string("is not JSON: ") + simdjson::error_message(error));
  }
  if (!value.is_object()) {
    return At(StatusCode::kParse, "the line is not a JSON object");
  }
  return FromObject(value.get_object());
}

Status JsonlReader::Read(const DocumentSink& sink) {
  std::size_t size = 0;
  bool whole = true;
  while (NextLine(&size, &whole)) {
    std::string_view line = buffer_.data().substr(0, size);
    ++line_;
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    Result<Document> result =
        whole ? ReadLine(line)
              : At(StatusCode::kTooLarge,
                   TooLarge("the line", options_.max_bytes).message());
    if (!sink(std::move(result))) {
      return Status(StatusCode::kCallback, "stopped by the caller");
    }
    Consume(size);
  }
  return buffer_.status();
}

}  // namespace

Status ReadJsonl(ByteSource* source, const ReadOptions& options,
                 const DocumentSink& sink) {
  return JsonlReader(source, options).Read(sink);
}
#else
Status ReadJsonl(ByteSource*, const ReadOptions&, const DocumentSink&) {
  return NotBuiltIn("JSON lines", "simdjson", "FRAMESCOPE_WITH_SIMDJSON");
}
#endif

}  // namespace framescope
