// Format: what a file is, by its name and by its first bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "framescope/status.hpp"

namespace framescope {

enum class Format : std::uint8_t {
  kUnknown,
  kTxt,
  kMarkdown,
  kHtml,
  kDocx,
  kOdt,
  kPdf,
  kRtf,
  kEml,
  kCsv,
  kTsv,
  kJsonl
};

enum class Packing : std::uint8_t { kNone, kGzip, kZstd };

struct NamedFormat {
  Format format = Format::kUnknown;
  Packing packing = Packing::kNone;
};

// By the ending of `name`, whatever its case.
NamedFormat FormatOfName(std::string_view name);

// By an ending such as "csv", in lower case.
Format FormatOfEnding(std::string_view ending);

// By what ReadOptions::format says. Fails with kInvalidArgument and a list.
Result<Format> FormatOfOption(const std::string& option);

// What the first bytes say for certain: a PDF, an RTF, a zip (kDocx) …, or
// kUnknown.
Format FormatOfContent(std::string_view head);

// Whether the first line begins as a JSON object does.
bool LooksLikeJsonLines(std::string_view head);

// Checks that a file that is named as `format` can be one. Fails with kParse
// and what it seems to be.
Status CheckContent(Format format, std::string_view head);

bool HoldsRows(Format format);

// Why a name of unknown format is passed over in a folder.
std::string WhyUnknown(std::string_view name);

}  // namespace framescope
