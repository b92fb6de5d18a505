// XmlGuard: refuses XML that parsers choke on, before they see it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "framescope/status.hpp"

namespace framescope {

// Watches well-formed UTF-8 XML go by in pieces and fails with kParse on a
// DOCTYPE (entities), on UTF-16, and with kTooLarge on a tag with more than
// 500 attributes or longer than 1 MiB (parsers are quadratic in those). For
// one thread.
class XmlGuard {
 public:
  Status Watch(std::string_view piece);

 private:
  enum class State : std::uint8_t {
    kText,
    kOpen,    // after '<'
    kMarkup,  // after "<!", to see which kind it is
    kComment,
    kCdata,
    kInstruction,
    kTag,
    kQuoted
  };

  Status Step(char c);
  Status StepMarkup(char c);

  State state_ = State::kText;
  std::string seen_;  // of "<!…", or the last two bytes of a comment
  char quote_ = 0;
  std::size_t attributes_ = 0;
  std::size_t tag_size_ = 0;
  bool started_ = false;
};

}  // namespace framescope
