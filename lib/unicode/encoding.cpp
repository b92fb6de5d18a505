// Tested by tests/unit/unicode/encoding_test.cpp.
#include "unicode/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "base/code_point.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Mark {
  std::string_view bytes, encoding;
};
constexpr std::array<Mark, 5> kMarks = {
    Mark{{"\xEF\xBB\xBF", 3}, "utf-8"}, Mark{{"\xFF\xFE\0\0", 4}, "utf-32le"},
    Mark{{"\0\0\xFE\xFF", 4}, "utf-32be"}, Mark{{"\xFF\xFE", 2}, "utf-16le"},
    Mark{{"\xFE\xFF", 2}, "utf-16be"}};

// The offset of the first byte at or after `at` that is not ASCII.
std::size_t SkipAscii(std::string_view text, std::size_t at) {
  for (; at + 16 <= text.size(); at += 16) {
    std::uint64_t low = 0, high = 0;
    std::memcpy(&low, text.data() + at, 8);
    std::memcpy(&high, text.data() + at + 8, 8);
    if (((low | high) & 0x8080808080808080ull) != 0) break;
  }
  while (at < text.size() && static_cast<signed char>(text[at]) >= 0) ++at;
  return at;
}

// The bytes of the longest beginning of a code point at `at`, which is not
// valid: one U+FFFD stands for them.
std::size_t MalformedSize(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 1;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 1;
  std::size_t size = 2;
  while (size < wanted && (byte(size) & 0xC0) == 0x80) ++size;
  return size;
}

struct Utf8Census {
  std::uint64_t valid = 0, malformed = 0;  // of several bytes
};

Utf8Census CountUtf8(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = SkipAscii(bytes, 0); at < bytes.size();
       at = SkipAscii(bytes, at)) {
    const CodePoint c = ReadUtf8(bytes, at);
    ++(c.size > 0 ? census.valid : census.malformed);
    at += c.size > 0 ? c.size : MalformedSize(bytes, at);
  }
  return census;
}

// Little-endian ASCII has its NUL bytes at odd offsets, big-endian at even.
std::string_view Utf16ByParity(std::string_view bytes) {
  const std::size_t units = std::min<std::size_t>(bytes.size() / 2, 4096);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < units; ++i) {
    even += bytes[2 * i] == '\0' ? 1 : 0;
    odd += bytes[2 * i + 1] == '\0' ? 1 : 0;
  }
  const auto most = [&](std::size_t many, std::size_t few) {
    return many > 0 && many * 10 >= units * 4 && few * 10 <= many;
  };
  if (units >= 2 && most(odd, even)) return "utf-16le";
  if (units >= 2 && most(even, odd)) return "utf-16be";
  return {};
}

std::string_view Detect(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return mark.encoding;
  }
  if (const auto utf16 = Utf16ByParity(bytes); !utf16.empty()) return utf16;
  const Utf8Census census = CountUtf8(bytes);
  const bool nearly =
      census.valid > 0 &&
      census.malformed <= std::max<std::uint64_t>(1, census.valid / 4);
  return census.malformed == 0 || nearly ? "utf-8" : "windows-1252";
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

void DecodeUtf8(std::string_view bytes, Decoded* out) {
  out->text.reserve(bytes.size());
  std::size_t from = 0;
  for (std::size_t at = SkipAscii(bytes, 0); at < bytes.size();
       at = SkipAscii(bytes, at)) {
    if (const CodePoint c = ReadUtf8(bytes, at); c.size > 0) {
      at += c.size;
      continue;
    }
    if (out->replaced++ == 0) {
      out->first_replaced = static_cast<std::int64_t>(at);
    }
    out->text += bytes.substr(from, at - from);
    out->text += kReplacement;
    at += MalformedSize(bytes, at);
    from = at;
  }
  out->text += bytes.substr(from);
}

struct Replacements {
  const char* base = nullptr;
  Decoded* out = nullptr;
};

// Puts U+FFFD in place of what cannot be read, and keeps count.
void Substitute(const void* context, UConverterToUnicodeArgs* args, const char*,
                std::int32_t length, UConverterCallbackReason reason,
                UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  const auto* seen = static_cast<const Replacements*>(context);
  if (seen->out->replaced++ == 0) {
    seen->out->first_replaced =
        std::max<std::int64_t>(0, args->source - seen->base - length);
  }
  *error = U_ZERO_ERROR;
  const UChar unit = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &unit, 1, 0, error);
}

void AppendUtf16(const std::vector<char16_t>& units, std::size_t size,
                 char16_t* pending, std::string* out) {
  const auto append = [out](char32_t c) {
    if (c < 0x80) {
      *out += static_cast<char>(c);
      return;
    }
    const int trails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
    *out += static_cast<char>(kLead[trails] | c >> (6 * trails));
    for (int i = trails - 1; i >= 0; --i) {
      *out += static_cast<char>(0x80 | ((c >> (6 * i)) & 0x3F));
    }
  };
  for (std::size_t i = 0; i < size; ++i) {
    const char16_t unit = units[i];
    if (*pending != 0 && (unit & 0xFC00) == 0xDC00) {
      append(0x10000 + ((*pending & 0x3FFu) << 10) + (unit & 0x3FFu));
      *pending = 0;
      continue;
    }
    if (*pending != 0) append(0xFFFD);
    *pending = (unit & 0xFC00) == 0xD800 ? unit : char16_t{0};
    if (*pending != 0) continue;
    append((unit & 0xFC00) == 0xDC00 ? char32_t{0xFFFD} : char32_t{unit});
  }
}

Status Convert(UConverter* converter, std::string_view bytes, Decoded* out) {
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::vector<char16_t> units(16 * 1024);
  char16_t pending = 0;
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    UChar* target = reinterpret_cast<UChar*>(units.data());
    UChar* const begin = target;
    ucnv_toUnicode(converter, &target, begin + units.size(), &source, end,
                   nullptr, true, &error);
    AppendUtf16(units, static_cast<std::size_t>(target - begin), &pending,
                &out->text);
  }
  if (pending != 0) out->text += kReplacement;
  if (U_SUCCESS(error)) return Status();
  return Status(
      StatusCode::kEncoding,
      "cannot read the text as " + out->encoding + ": " + u_errorName(error));
}

Status DecodeByIcu(std::string_view bytes, Decoded* out) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(out->encoding.c_str(), &error), ucnv_close);
  if (U_FAILURE(error) || out->encoding.empty()) {
    return Status(StatusCode::kUnsupported,
                  "unknown encoding \"" + out->encoding +
                      "\"; use one such as utf-8, utf-16le, windows-1252");
  }
  const Replacements seen{bytes.data(), out};
  ucnv_setToUCallBack(converter.get(), Substitute, &seen, nullptr, nullptr,
                      &error);
  return Convert(converter.get(), bytes, out);
}

}  // namespace

std::int64_t FirstInvalidUtf8(std::string_view text) {
  return FirstInvalidUtf8(*kernels().front(), text);
}

std::int64_t FirstInvalidUtf8(const Kernel& kernel, std::string_view text) {
  const auto skip_valid = kernel.skip_valid;
  for (std::size_t at = skip_valid(text.data(), text.size(), 0);
       at < text.size();) {
    const CodePoint c = ReadUtf8(text, at);
    if (c.size == 0) return static_cast<std::int64_t>(at);
    at += c.size;
    if (at < text.size() && static_cast<signed char>(text[at]) >= 0) {
      at = skip_valid(text.data(), text.size(), at);
    }
  }
  return -1;
}

Result<Decoded> Decode(std::string_view bytes, const std::string& encoding) {
  Decoded out;
  out.encoding =
      encoding.empty() ? std::string(Detect(bytes)) : LowerAscii(encoding);
  std::size_t skipped = 0;
  for (const Mark& mark : kMarks) {
    if (mark.encoding == out.encoding &&
        bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      skipped = mark.bytes.size();
    }
  }
  const std::string_view rest = bytes.substr(skipped);
  if (out.encoding == "utf-8" || out.encoding == "utf8") {
    out.encoding = "utf-8";
    DecodeUtf8(rest, &out);
  } else if (Status status = DecodeByIcu(rest, &out); !status.ok()) {
    return status;
  }
  if (out.text.compare(0, 3, "\xEF\xBB\xBF") == 0) out.text.erase(0, 3);
  if (out.replaced > 0) {
    out.first_replaced += static_cast<std::int64_t>(skipped);
  }
  return out;
}

}  // namespace framescope
