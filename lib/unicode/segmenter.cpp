// Tested by tests/unit/unicode/segmenter_test.cpp.
#include "unicode/segmenter.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <cstdlib>

#include "unicode/bitmap_segmenter.hpp"
#include "unicode/icu_segmenter.hpp"
#include "unicode/kernel.hpp"
#include "unicode/self_check.hpp"

namespace framescope {
namespace {

std::string KindOfEnvironment() {
  const char* kind = std::getenv("FRAMESCOPE_SEGMENTER");
  return kind == nullptr ? "" : kind;
}

Status UnknownKind(const std::string& kind, bool of_environment) {
  std::string message = "the segmenter \"" + kind + "\"";
  if (of_environment) message += " (from FRAMESCOPE_SEGMENTER)";
  message += kind == "avx2" || kind == "avx512" ? " needs another processor"
                                                : " is not known";
  message += "; here there are \"icu\"";
  for (const Kernel* kernel : kernels()) {
    message += std::string(", \"") + kernel->name + '"';
  }
  return Status(StatusCode::kInvalidArgument, message);
}

std::string WithoutZeros(const UVersionInfo& version) {
  std::string text = std::to_string(version[0]);
  for (int i = 1; i < 3 && (i == 1 || version[i] != 0); ++i) {
    text.append(1, '.').append(std::to_string(version[i]));
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<Segmenter>> Segmenter::Create(const std::string& locale,
                                                     const std::string& kind) {
  const std::string wanted = kind.empty() ? KindOfEnvironment() : kind;
  const Kernel* kernel = kernels().front();
  if (!wanted.empty() && wanted != "icu") {
    kernel = FindKernel(wanted);
    if (kernel == nullptr) return UnknownKind(wanted, kind.empty());
    if (!kind.empty() && !IsEnglish(locale)) {
      return Status(StatusCode::kInvalidArgument,
                    "the segmenter \"" + kind +
                        "\" is for English, not for \"" + locale +
                        "\"; use \"icu\"");
    }
  }
  if (wanted == "icu" || !IsEnglish(locale)) {
    return IcuSegmenter::Open(locale, "icu");
  }
  const Result<const BreakRules*> rules = CheckedBreakRules(locale, *kernel);
  if (rules.ok()) {
    return std::unique_ptr<Segmenter>(
        std::make_unique<BitmapSegmenter>(rules.value(), kernel, locale));
  }
  if (rules.status().code() == StatusCode::kInvalidArgument) {
    return rules.status();
  }
  return IcuSegmenter::Open(locale, "icu (" + rules.status().message() + ")");
}

std::string IcuVersion() {
  UVersionInfo version;
  u_getVersion(version);
  return WithoutZeros(version);
}

std::string UnicodeVersion() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return WithoutZeros(version);
}

}  // namespace framescope
