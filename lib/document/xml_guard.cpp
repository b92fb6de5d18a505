// Refuses XML that parsers choke on, before they see it.
#include "document/xml_guard.hpp"

namespace framescope {
namespace {

constexpr std::size_t kMostAttributes = 500;
constexpr std::size_t kLongestTag = 1 << 20;

}  // namespace

Status XmlGuard::Watch(std::string_view piece) {
  if (!started_ && !piece.empty()) {
    started_ = true;
    const char first = piece[0];
    if (first == '\xFE' || first == '\xFF' || first == '\0' ||
        piece.substr(1, 1) == std::string_view("\0", 1)) {
      return Status(StatusCode::kUnsupported,
                    "its XML is in UTF-16; open the file and save it again");
    }
  }
  std::size_t i = 0;
  while (i < piece.size()) {
    if (state_ == State::kText) {
      i = piece.find('<', i);
      if (i == piece.npos) break;
    }
    Status status = Step(piece[i++]);
    if (!status.ok()) return status;
  }
  return Status();
}

// What "<!" opens: a comment, a CDATA section, or a declaration.
Status XmlGuard::StepMarkup(char c) {
  seen_ += c;
  if (seen_ == "--") {
    state_ = State::kComment;
    seen_.clear();
  } else if (seen_ == "[CDATA[") {
    state_ = State::kCdata;
    seen_.clear();
  } else if (!std::string_view("--").starts_with(seen_) &&
             !std::string_view("[CDATA[").starts_with(seen_)) {
    return Status(StatusCode::kParse,
                  "its XML holds a DOCTYPE, which no office program writes; "
                  "refused, since it can be made to expand without end");
  }
  return Status();
}

Status XmlGuard::Step(char c) {
  const auto closes = [&](std::string_view end) {
    seen_ += c;
    if (seen_.ends_with(end)) {
      state_ = State::kText;
      seen_.clear();
    } else if (seen_.size() > 2) {
      seen_.erase(0, seen_.size() - 2);
    }
  };
  switch (state_) {
    case State::kText:
      if (c == '<') state_ = State::kOpen;
      break;
    case State::kOpen:
      seen_.clear();
      attributes_ = tag_size_ = 0;
      state_ = c == '!'   ? State::kMarkup
               : c == '?' ? State::kInstruction
               : c == '>' ? State::kText
                          : State::kTag;
      break;
    case State::kMarkup:
      return StepMarkup(c);
    case State::kComment:
      closes("-->");
      break;
    case State::kCdata:
      closes("]]>");
      break;
    case State::kInstruction:
      closes("?>");
      break;
    case State::kQuoted:
      if (c == quote_) state_ = State::kTag;
      ++tag_size_;
      break;
    case State::kTag:
      ++tag_size_;
      attributes_ += c == '=';
      if (c == '>') state_ = State::kText;
      if (c == '"' || c == '\'') {
        quote_ = c;
        state_ = State::kQuoted;
      }
      break;
  }
  if (attributes_ > kMostAttributes || tag_size_ > kLongestTag) {
    return Status(StatusCode::kTooLarge,
                  "its XML has a tag with more than 500 attributes or 1 MiB");
  }
  return Status();
}

}  // namespace framescope
