// JSON Lines: a document a line, each parsed on its own, so that a bad line
// costs no other. Every line gives one result, also an empty one, so that who
// filters lines can tell which answer belongs to which.
// Tested by tests/unit/document/jsonl_test.cpp.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/readers.hpp"
#include "document/record_buffer.hpp"
#include "document/row_columns.hpp"
#include "document/row_reader.hpp"
#include "unicode/encoding.hpp"

#ifdef FRAMESCOPE_HAVE_SIMDJSON
#include <simdjson.h>
#endif

namespace framescope {
#ifdef FRAMESCOPE_HAVE_SIMDJSON
namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

static_assert(RowPacket::kPadding >= simdjson::SIMDJSON_PADDING);

// Parsers keep room for the longest line: several times its size.
constexpr std::size_t kKeptLine = 1 << 20;

struct JsonScratch : RowScratch {
  ondemand::parser parser;
  dom::parser strict;
  std::string padded;

  void Trim(std::size_t line) {
    if (line <= kKeptLine) return;
    parser = ondemand::parser();
    strict = dom::parser();
    padded = std::string();
  }
};

// A value as one would write it in a table: strings bare, the rest as JSON.
std::string ValueText(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  if (value.is_null()) return "";
  return simdjson::minify(value);
}

// Whether the token is a whole number as simdjson would write it itself.
bool IsPlainNumber(std::string_view token) {
  if (token.starts_with('-')) token.remove_prefix(1);
  if (token.empty() || token.size() > 18 || token[0] == '0') return false;
  return std::all_of(token.begin(), token.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// The text of a value that is neither an object nor an array nor a fraction.
// False for those and for what is no JSON.
bool SimpleText(ondemand::value value, std::string* text) {
  ondemand::json_type type;
  if (value.type().get(type)) return false;
  switch (type) {
    case ondemand::json_type::string: {
      std::string_view string;
      if (value.get_string().get(string)) return false;
      *text = string;
      return true;
    }
    case ondemand::json_type::null: {
      bool null = false;
      return !value.is_null().get(null) && null;
    }
    case ondemand::json_type::boolean: {
      bool is_true = false;
      if (value.get_bool().get(is_true)) return false;
      *text = is_true ? "true" : "false";
      return true;
    }
    case ondemand::json_type::number: {
      std::string_view token = value.raw_json_token();
      token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
      if (!IsPlainNumber(token)) return false;
      *text = token;
      return true;
    }
    default:
      return false;
  }
}

class JsonlRows : public RowReader {
 public:
  JsonlRows(ByteSource* source, const ReadOptions& options)
      : buffer_(source), options_(options) {
    if (!options.text_column.empty()) text_key_ = options.text_column;
    if (!options.id_column.empty()) id_key_ = options.id_column;
  }

  bool Cut(RowPacket* packet) override;
  Status status() const override { return buffer_.status(); }
  Result<Document> Read(const RowPacket& packet, const RawRow& row,
                        RowScratch* scratch) const override;
  std::unique_ptr<RowScratch> NewScratch() const override {
    return std::make_unique<JsonScratch>();
  }

 private:
  void CutLines(RowPacket* packet);
  bool CutLastLine(RowPacket* packet);
  void AddLine(std::string_view line, std::size_t begin, RowPacket* packet);

  bool ReadPlain(std::string_view line, const RawRow& row,
                 ondemand::parser* parser, Document* document) const;
  bool ReadField(ondemand::field field, bool* text_seen,
                 Document* document) const;
  Result<Document> ReadStrictly(std::string_view line, const RawRow& row,
                                JsonScratch* scratch) const;
  Result<Document> FromObject(dom::object object, const RawRow& row) const;
  static Status At(const RawRow& row, StatusCode code,
                   const std::string& message) {
    return Status(code, message, {-1, row.line, 0});
  }

  RecordBuffer buffer_;
  const ReadOptions& options_;
  std::string text_key_ = "text";
  std::string id_key_ = "id";
  std::size_t searched_ = 0;  // bytes of the buffer without a line end
  bool skipping_ = false;     // in a line over the limit
  std::int32_t line_ = 0;
  std::int64_t offset_ = 0;  // of the next line in the input
};

// Adds the line, its end included, at `begin` of the packet.
void JsonlRows::AddLine(std::string_view line, std::size_t begin,
                        RowPacket* packet) {
  ++line_;
  RawRow& row = packet->rows.emplace_back();
  row.begin = begin;
  row.size = line.size();
  row.line = line_;
  row.offset = offset_;
  row.number = static_cast<std::uint64_t>(line_);
  offset_ += static_cast<std::int64_t>(line.size());
  if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) {
    row.begin += 3;
    row.size -= 3;
    row.offset += 3;
  }
  const std::uint64_t limit = std::min(options_.max_bytes, kMaxText);
  if (skipping_ || line.size() - (line.ends_with('\n') ? 1 : 0) > limit) {
    row.status = At(row, StatusCode::kTooLarge,
                    TooLarge("the line", options_.max_bytes).message());
  }
  skipping_ = false;
}

// Takes the whole lines that are in the buffer, as many as a packet holds.
void JsonlRows::CutLines(RowPacket* packet) {
  const std::string_view data = buffer_.data();
  std::size_t at = 0;
  while (packet->rows.size() < RowPacket::kRows && at < RowPacket::kBytes) {
    const std::size_t end = data.find('\n', std::max(at, searched_));
    if (end == data.npos) {
      searched_ = data.size();
      break;
    }
    searched_ = 0;
    AddLine(data.substr(at, end + 1 - at), at, packet);
    at = end + 1;
  }
  searched_ -= std::min(searched_, at);
  packet->bytes.reserve(at + RowPacket::kPadding);
  packet->bytes.assign(data.substr(0, at));
  buffer_.Consume(at);
}

// What is left behind the last line end. False when that is nothing.
bool JsonlRows::CutLastLine(RowPacket* packet) {
  const std::string_view rest = buffer_.data();
  if (!buffer_.status().ok() || (rest.empty() && !skipping_)) return false;
  packet->bytes.reserve(rest.size() + RowPacket::kPadding);
  packet->bytes.assign(rest);
  AddLine(rest, 0, packet);
  buffer_.Consume(rest.size());
  searched_ = 0;
  return true;
}

bool JsonlRows::Cut(RowPacket* packet) {
  packet->Clear();
  const std::uint64_t limit = std::min(options_.max_bytes, kMaxText);
  while (packet->rows.empty()) {
    CutLines(packet);
    if (!packet->rows.empty()) break;
    if (searched_ > limit) {
      skipping_ = true;
      buffer_.Consume(searched_);
      offset_ += static_cast<std::int64_t>(searched_);
      searched_ = 0;
    }
    if (!buffer_.More() && !CutLastLine(packet)) return false;
  }
  packet->bytes.resize(packet->bytes.size() + RowPacket::kPadding);
  return true;
}

// False when the field needs the strict reader.
bool JsonlRows::ReadField(ondemand::field field, bool* text_seen,
                          Document* document) const {
  std::string_view key;
  if (field.unescaped_key().get(key)) return false;
  ondemand::json_type type;
  if (field.value().type().get(type)) return false;
  const bool null = type == ondemand::json_type::null;
  if (key == text_key_) {
    const bool text = type == ondemand::json_type::string || null;
    if (!text || *text_seen) return false;
    *text_seen = true;
    return SimpleText(field.value(), &document->text);
  }
  if (key == id_key_ && !null) {
    document->numbered = false;
    return SimpleText(field.value(), &document->id);
  }
  auto& [name, value] = document->metadata.emplace_back(key, "");
  return SimpleText(field.value(), &value);
}

// Reads a line of valid JSON whose values are simple, which is what nearly all
// lines are, without a tree of it. False for any other line.
bool JsonlRows::ReadPlain(std::string_view line, const RawRow& row,
                          ondemand::parser* parser, Document* document) const {
  ondemand::document json;
  ondemand::object object;
  const simdjson::padded_string_view padded(line.data(), line.size(),
                                            line.size() + RowPacket::kPadding);
  if (parser->iterate(padded).get(json)) return false;
  if (json.get_object().get(object)) return false;
  document->id = std::to_string(row.number);
  document->numbered = true;
  bool text_seen = false;
  for (auto each : object) {
    ondemand::field field;
    if (std::move(each).get(field)) return false;
    if (!ReadField(std::move(field), &text_seen, document)) return false;
  }
  const char* rest = nullptr;
  const bool at_end =
      json.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
  return text_seen && at_end;
}

Result<Document> JsonlRows::FromObject(dom::object object,
                                       const RawRow& row) const {
  Document document;
  document.id = std::to_string(row.number);
  document.numbered = true;
  std::vector<std::string> keys;
  bool text_seen = false;
  for (const dom::key_value_pair field : object) {
    const std::string key(field.key);
    if (key == text_key_) {
      if (text_seen) {
        return At(row, StatusCode::kParse, "the key '" + key + "' comes twice");
      }
      text_seen = true;
      if (!field.value.is_string() && !field.value.is_null()) {
        return At(row, StatusCode::kParse,
                  "the value of '" + key + "' is not a string");
      }
      document.text = ValueText(field.value);
    } else if (key == id_key_ && !field.value.is_null()) {
      document.numbered = false;
      document.id = ValueText(field.value);
    } else {
      document.metadata.emplace_back(key, ValueText(field.value));
    }
    if (keys.size() < 40) keys.push_back(key);
  }
  if (!text_seen) {
    const Status missing = NoColumn(text_key_, keys, "--text-column", "key");
    return At(row, StatusCode::kParse, missing.message());
  }
  return document;
}

// Reads any line, and says what is wrong with it.
Result<Document> JsonlRows::ReadStrictly(std::string_view line,
                                         const RawRow& row,
                                         JsonScratch* scratch) const {
  if (line.find_first_not_of(" \t\r\n") == line.npos) {
    return At(row, StatusCode::kNoText, "the line is empty");
  }
  const std::int64_t invalid = FirstInvalidUtf8(line);
  if (invalid >= 0) {
    return Status(StatusCode::kEncoding,
                  "byte " + std::to_string(invalid + 1) +
                      " of the line is not UTF-8, which JSON is written in; "
                      "name another encoding with --encoding",
                  {row.offset + invalid, row.line, 0});
  }
  std::string& padded = scratch->padded;
  padded.assign(line);
  padded.resize(line.size() + simdjson::SIMDJSON_PADDING);
  dom::element value;
  const auto error =
      scratch->strict.parse(padded.data(), line.size(), false).get(value);
  if (error) {
    return At(row, StatusCode::kParse,
              std::string("is not JSON: ") + simdjson::error_message(error));
  }
  if (!value.is_object()) {
    return At(row, StatusCode::kParse, "the line is not a JSON object");
  }
  return FromObject(value.get_object(), row);
}

Result<Document> JsonlRows::Read(const RowPacket& packet, const RawRow& row,
                                 RowScratch* scratch) const {
  if (!row.status.ok()) return row.status;
  auto* const json = static_cast<JsonScratch*>(scratch);
  const std::string_view line = packet.TextOf(row);
  Result<Document> document{Document()};
  if (!ReadPlain(line, row, &json->parser, &document.value())) {
    document = ReadStrictly(line, row, json);
  }
  json->Trim(line.size());
  if (!document.ok()) return document;
  return FinishRow(std::move(document).value(), row.line, options_, scratch);
}

}  // namespace

Result<std::unique_ptr<RowReader>> OpenJsonl(ByteSource* source,
                                             const ReadOptions& options) {
  return std::unique_ptr<RowReader>(new JsonlRows(source, options));
}
#else
Result<std::unique_ptr<RowReader>> OpenJsonl(ByteSource*, const ReadOptions&) {
  return NotBuiltIn("JSON lines", "simdjson", "FRAMESCOPE_WITH_SIMDJSON");
}
#endif

}  // namespace framescope
