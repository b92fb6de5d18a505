// The rows of a CSV file: first the end of a record, then its cells.
// Tested by tests/unit/document/csv_test.cpp.
#include "document/csv_rows.hpp"

#include <algorithm>
#include <utility>

#include "document/readers.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

std::string_view WithoutLineEnd(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

std::int32_t CountLines(std::string_view text) {
  auto lines = std::count(text.begin(), text.end(), '\n');
  for (std::size_t at = text.find('\r'); at != text.npos;
       at = text.find('\r', at + 1)) {
    lines += text.substr(at + 1, 1) != "\n";
  }
  return static_cast<std::int32_t>(lines);
}

// The sign among , ; and tab that a header has most of.
char Sniff(std::string_view header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  bool quoted = false;
  std::ptrdiff_t counts[3] = {0, 0, 0};
  constexpr std::string_view kSigns = ",;\t";
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    const std::size_t sign = kSigns.find(c);
    if (!quoted && sign != kSigns.npos) ++counts[sign];
  }
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    if (counts[i] > most) {
      most = counts[i];
      best = kSigns[i];
    }
  }
  return best;
}

}  // namespace

CsvRows::CsvRows(ByteSource* source, char separator, const ReadOptions& options)
    : buffer_(source), options_(options) {
  SetSeparator(separator);
}

void CsvRows::SetSeparator(char separator) {
  separator_ = separator;
  ends_plain_.fill(false);
  ends_plain_[static_cast<unsigned char>(separator)] = separator != 0;
  const std::string_view always = separator != 0 ? "\r\n" : "\r\n,;\t";
  for (const char c : always) ends_plain_[static_cast<unsigned char>(c)] = true;
}

bool CsvRows::IsSeparator(char c) const {
  if (separator_ != 0) return c == separator_;
  return c == ',' || c == ';' || c == '\t';
}

CsvRows::State CsvRows::Step(State state, char c) const {
  switch (state) {
    case State::kQuoted:
      return c == '"' ? State::kAfterQuote : State::kQuoted;
    case State::kCellStart:
      if (c == '"') return State::kQuoted;
      break;
    case State::kAfterQuote:
      if (c == '"') return State::kQuoted;
      break;
    case State::kPlain:
      break;
  }
  return IsSeparator(c) ? State::kCellStart : State::kPlain;
}

// From `at` to the next byte that may change the state.
std::size_t CsvRows::Pass(State state, std::string_view data,
                          std::size_t at) const {
  if (state == State::kQuoted) return std::min(data.find('"', at), data.size());
  if (state != State::kPlain) return at;
  while (at < data.size() && !ends_plain_[static_cast<unsigned char>(data[at])])
    ++at;
  return at;
}

// Finds the end of the record at the start of the buffer, line end included.
// Without `read_on` it finds nothing when the end is yet to be read.
CsvRows::Found CsvRows::FindEnd(bool read_on, std::size_t* end) {
  const std::uint64_t limit = std::min(options_.max_bytes, kMaxText);
  const bool one_line = recoveries_left_ == 0;
  State state = State::kCellStart;
  bool damaged = false;
  std::string_view data = buffer_.data();
  for (std::size_t i = 0;; ++i) {
    if (!one_line || state == State::kPlain) i = Pass(state, data, i);
    if (i == data.size()) {
      if (i > limit) return Found::kTooLarge;
      if (!read_on) return Found::kNothing;
      const bool more = buffer_.More();
      data = buffer_.data();
      if (more) {
        --i;
        continue;
      }
      *end = i;
      if (i == 0 || !buffer_.status().ok()) return Found::kNothing;
      if (state == State::kQuoted) return Found::kOpenQuote;
      return damaged ? Found::kDamagedRow : Found::kRow;
    }
    const char c = data[i];
    if (IsLineEnd(c) && (state != State::kQuoted || one_line)) {
      if (c == '\r' && i + 1 == data.size()) {
        if (!read_on) return Found::kNothing;
        buffer_.More();
      }
      const bool pair = c == '\r' && buffer_.data().substr(i + 1, 1) == "\n";
      *end = i + (pair ? 2 : 1);
      if (i > limit) return Found::kTooLarge;
      if (state == State::kQuoted) return Found::kOpenQuote;
      return damaged ? Found::kDamagedRow : Found::kRow;
    }
    const State next = Step(state, c);
    damaged |= state == State::kAfterQuote && next == State::kPlain;
    state = next;
  }
}

// Consumes the first line of the buffer, however long it is.
void CsvRows::PassLine() {
  std::size_t end = buffer_.data().find_first_of("\r\n");
  while (end == std::string_view::npos) {
    buffer_.Consume(buffer_.data().size());
    if (!buffer_.More()) return;
    end = buffer_.data().find_first_of("\r\n");
  }
  if (end + 1 == buffer_.data().size()) buffer_.More();
  buffer_.Consume(end + (buffer_.data().substr(end, 2) == "\r\n" ? 2 : 1));
  ++line_;
}

bool CsvRows::Start() {
  started_ = true;
  while (buffer_.data().size() < 3 && buffer_.More()) {
  }
  if (buffer_.data().starts_with("\xEF\xBB\xBF")) buffer_.Consume(3);
  std::size_t end = 0;
  const Found found = FindEnd(true, &end);
  if (found == Found::kNothing) return false;
  if (found != Found::kRow && found != Found::kDamagedRow) return true;
  const std::string_view first = WithoutLineEnd(buffer_.data().substr(0, end));
  if (first.size() == 5 && first.starts_with("sep=")) {
    SetSeparator(first[4]);
    buffer_.Consume(end);
    ++line_;
  } else if (separator_ == 0) {
    SetSeparator(Sniff(first));
  }
  return true;
}

// Passes the first line and says what is wrong with the row.
Status CsvRows::Recover(Found found, std::string_view record) {
  recoveries_left_ -= recoveries_left_ > 0;
  Status status;
  if (found == Found::kTooLarge) {
    status = TooLarge("the row", options_.max_bytes);
  } else if (found == Found::kOpenQuote) {
    status = Status(StatusCode::kParse,
                    "a cell opens with a quote that never closes; it was "
                    "read to the end of the line",
                    {-1, line_, 0});
  } else {
    CsvRow row;
    Split(record, line_, &row);
    status = row.status;
  }
  PassLine();
  return status;
}

void CsvRows::Cut(std::size_t most, RowPacket* packet) {
  if (!started_ && !Start()) return;
  while (!packet->Full() && packet->rows.size() < most) {
    // A slow source does not hold up the rows that are there.
    std::size_t end = 0;
    const Found found = FindEnd(packet->rows.empty(), &end);
    if (found == Found::kNothing) return;
    RawRow row;
    row.line = line_;
    const bool whole = found == Found::kRow || found == Found::kDamagedRow;
    const std::string_view record =
        whole ? WithoutLineEnd(buffer_.data().substr(0, end))
              : std::string_view();
    const std::int32_t lines =
        whole ? CountLines(buffer_.data().substr(0, end)) : 0;
    if (!whole || (found == Found::kDamagedRow && lines > 1)) {
      row.status = Recover(found, record);
      row.number = ++number_;
      packet->rows.push_back(std::move(row));
      continue;
    }
    if (!record.empty() && record != "\"\"") {
      row.begin = packet->bytes.size();
      row.size = record.size();
      row.number = ++number_;
      packet->bytes += record;
      packet->rows.push_back(std::move(row));
    }
    line_ += lines;
    buffer_.Consume(end);
  }
}

void CsvRows::Split(std::string_view record, std::int32_t line,
                    CsvRow* row) const {
  std::string decoded;
  if (FirstInvalidUtf8(record) >= 0) {
    Result<Decoded> result = Decode(record, options_.encoding);
    if (!result.ok()) {
      row->status = result.status();
      return;
    }
    row->decoding = result.value().encoding;
    if (result.value().replaced > 0) {
      row->notices.push_back({"decode.replaced",
                              std::to_string(result.value().replaced) +
                                  " bytes were not valid " + row->decoding +
                                  "; they were read as U+FFFD",
                              static_cast<std::uint32_t>(line)});
    }
    decoded = std::move(result.value().text);
    record = decoded;
  }
  State state = State::kCellStart;
  row->cells.emplace_back();
  for (std::size_t i = 0; i < record.size(); ++i) {
    const std::size_t stop = Pass(state, record, i);
    row->cells.back() += record.substr(i, stop - i);
    i = stop;
    if (i == record.size()) return;
    const char c = record[i];
    const State next = Step(state, c);
    if (state == State::kAfterQuote && next == State::kPlain) {
      row->status = Status(StatusCode::kParse,
                           "text follows the closing quote of cell " +
                               std::to_string(row->cells.size()) +
                               "; a quote inside a cell is written twice",
                           {-1, line, 0});
      return;
    }
    // A quote is text inside plain cells, and when it is the second of two.
    const bool text = state == State::kQuoted
                          ? c != '"'
                          : next == State::kPlain ||
                                (state == State::kAfterQuote && c == '"');
    if (text) {
      row->cells.back() += c;
    } else if (next == State::kCellStart) {
      row->cells.emplace_back();
    }
    state = next;
  }
}

}  // namespace framescope
