// MIME: the headers and parts of an e-mail.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framescope {

// The headers of a message or part, in order; values unfolded.
class MimeHeaders {
 public:
  // Reads headers up to the empty line; returns what follows it.
  std::string_view Read(std::string_view bytes);

  // The value of a header, or an empty view; `name` in lower case.
  std::string_view Get(std::string_view name) const;
  bool empty() const { return headers_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> headers_;
};

// "text/plain; charset=utf-8": the type in lower case, and a parameter.
std::string MimeType(std::string_view content_type);
std::string MimeParameter(std::string_view value, std::string_view name);

// The bytes of a part by its Content-Transfer-Encoding.
std::string DecodeTransfer(std::string_view bytes, std::string_view encoding);

// "=?utf-8?Q?caf=C3=A9?=" as text (RFC 2047), UTF-8.
std::string DecodeWords(std::string_view value);

// The bodies between the lines of the boundary.
std::vector<std::string_view> SplitParts(std::string_view body,
                                         const std::string& boundary);

}  // namespace framescope
