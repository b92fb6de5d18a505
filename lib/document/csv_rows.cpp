// The rows of a CSV file: first the end of a record, then its cells.
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
  std::int32_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
    lines += text[i] == '\n' || (text[i] == '\r' && !pair);
  }
  return lines;
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

// Finds the end of the record at the start of the buffer, line end included.
CsvRows::Found CsvRows::FindEnd(std::size_t* end) {
  const std::uint64_t limit = std::min(options_.max_bytes, kMaxText);
  const bool one_line = recoveries_left_ == 0;
  State state = State::kCellStart;
  std::string_view data = buffer_.data();
  for (std::size_t i = 0;; ++i) {
    if (i == data.size()) {
      if (i > limit) return Found::kTooLarge;
      const bool more = buffer_.More();
      data = buffer_.data();
      if (!more) {
        *end = i;
        if (i == 0 || !buffer_.status().ok()) return Found::kNothing;
        return state == State::kQuoted ? Found::kOpenQuote : Found::kRow;
      }
    }
    const char c = data[i];
    if (IsLineEnd(c) && (state != State::kQuoted || one_line)) {
      if (c == '\r' && i + 1 == data.size()) buffer_.More();
      const bool pair = c == '\r' && buffer_.data().substr(i + 1, 1) == "\n";
      *end = i + (pair ? 2 : 1);
      if (i > limit) return Found::kTooLarge;
      return state == State::kQuoted ? Found::kOpenQuote : Found::kRow;
    }
    state = Step(state, c);
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
  const Found found = FindEnd(&end);
  if (found == Found::kNothing) return false;
  if (found != Found::kRow) return true;
  const std::string_view first = WithoutLineEnd(buffer_.data().substr(0, end));
  if (first.size() == 5 && first.starts_with("sep=")) {
    separator_ = first[4];
    buffer_.Consume(end);
    ++line_;
  } else if (separator_ == 0) {
    separator_ = Sniff(first);
  }
  return true;
}

// Makes a failed row of the first line.
void CsvRows::Recover(Found found, CsvRow* row) {
  recoveries_left_ -= recoveries_left_ > 0;
  row->cells.clear();
  if (found == Found::kTooLarge) {
    row->status = TooLarge("the row", options_.max_bytes);
  } else if (found == Found::kOpenQuote) {
    row->status = Status(StatusCode::kParse,
                         "a cell opens with a quote that never closes; it was "
                         "read to the end of the line",
                         {-1, line_, 0});
  }
  PassLine();
}

bool CsvRows::Next(CsvRow* row) {
  if (!started_ && !Start()) return false;
  for (;;) {
    std::size_t end = 0;
    const Found found = FindEnd(&end);
    if (found == Found::kNothing) return false;
    *row = CsvRow();
    row->line = line_;
    if (found != Found::kRow) {
      Recover(found, row);
      return true;
    }
    const std::string_view record = buffer_.data().substr(0, end);
    const std::int32_t lines = CountLines(record);
    Split(WithoutLineEnd(record), row);
    if (!row->status.ok() && lines > 1) {
      Recover(found, row);
      return true;
    }
    line_ += lines;
    buffer_.Consume(end);
    const bool empty = row->cells.size() == 1 && row->cells[0].empty();
    if (!empty || !row->status.ok()) return true;
  }
}

void CsvRows::Split(std::string_view record, CsvRow* row) const {
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
                              static_cast<std::uint32_t>(row->line)});
    }
    decoded = std::move(result.value().text);
    record = decoded;
  }
  State state = State::kCellStart;
  row->cells.emplace_back();
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    const State next = Step(state, c);
    if (state == State::kAfterQuote && next == State::kPlain) {
      row->status = Status(StatusCode::kParse,
                           "text follows the closing quote of cell " +
                               std::to_string(row->cells.size()) +
                               "; a quote inside a cell is written twice",
                           {-1, row->line, 0});
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
