// Tested by tests/cli/lexicon and tests/unit/capi/capi_test.c.
//
// Lexicons from and to files of every format.
#include <memory>
#include <utility>

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/lexicon_handle.hpp"
#include "capi/write_out.hpp"

namespace framescope {
namespace {

std::string Joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

framescope_entry_texts TextsOf(const Lexicon& lexicon, const Entry& entry) {
  std::vector<std::string> keys;
  for (const std::uint32_t source : entry.sources) {
    keys.push_back(lexicon.sources()[source].key);
  }
  return {Joined(entry.instead, "; "), Joined(keys, " ")};
}

void Give(Lexicon lexicon, framescope_lexicon** out) {
  std::vector<framescope_entry_texts> texts;
  texts.reserve(lexicon.entries().size());
  for (const Entry& entry : lexicon.entries()) {
    texts.push_back(TextsOf(lexicon, entry));
  }
  *out = new framescope_lexicon{
      std::move(lexicon),
      std::make_shared<const std::vector<framescope_entry_texts>>(
          std::move(texts))};
}

// What the caller's options ask for. Levels 0 and 0 mean all.
struct Asked {
  LexiconReadOptions options;
  std::uint32_t first_level = 0, last_level = 0;
};

Result<Asked> AskedOf(const framescope_lexicon_options* options) {
  Asked asked;
  if (FRAMESCOPE_HAS_FIELD(options, flags)) {
    asked.options.strict = (options->flags & FRAMESCOPE_LEXICON_STRICT) != 0;
  }
  if (FRAMESCOPE_HAS_FIELD(options, format)) {
    asked.options.format = OrEmpty(options->format);
  }
  if (FRAMESCOPE_HAS_FIELD(options, last_level)) {
    asked.first_level = options->first_level;
    asked.last_level = options->last_level;
  }
  if (asked.first_level > asked.last_level ||
      (asked.first_level == 0 && asked.last_level > 0)) {
    return Status(StatusCode::kInvalidArgument,
                  "levels are counted from 1, the first before the last");
  }
  return asked;
}

Result<Lexicon> AtLevels(Result<Lexicon> made, const Asked& asked,
                         std::vector<Diagnostic>* findings) {
  if (!made.ok() || asked.first_level == 0) return made;
  return made.value().AtLevels(asked.first_level, asked.last_level, findings);
}

}  // namespace

Status GiveLexicon(Result<Lexicon> made,
                   const std::vector<Diagnostic>& findings,
                   framescope_diagnostic_fn diagnostic, void* payload,
                   framescope_lexicon** out) {
  const Status told = Tell(findings, diagnostic, payload);
  if (!told.ok()) return told;
  if (!made.ok()) return made.status();
  Give(std::move(made).value(), out);
  return Status();
}

}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_lexicon_read(
    framescope_lexicon** out, const char* path,
    const framescope_lexicon_options* options,
    framescope_diagnostic_fn diagnostic, void* payload,
    framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (path == nullptr) return NullArgument("path");
    const auto asked = framescope::AskedOf(options);
    if (!asked.ok()) return asked.status();
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::AtLevels(
        framescope::Lexicon::Load(path, asked.value().options, &findings),
        asked.value(), &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

framescope_status framescope_lexicon_read_memory(
    framescope_lexicon** out, const char* name, const char* data, size_t size,
    const framescope_lexicon_options* options,
    framescope_diagnostic_fn diagnostic, void* payload,
    framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (name == nullptr) return NullArgument("name");
    if (data == nullptr && size != 0) return NullArgument("data");
    const auto asked = framescope::AskedOf(options);
    if (!asked.ok()) return asked.status();
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::AtLevels(framescope::Lexicon::ParseForeign(
                                         name, framescope::TextView(data, size),
                                         asked.value().options, &findings),
                                     asked.value(), &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

framescope_status framescope_lexicon_write(const framescope_lexicon* lexicon,
                                           const char* format,
                                           framescope_write_fn write,
                                           void* payload,
                                           framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (lexicon == nullptr) return NullArgument("lexicon");
    if (format == nullptr) return NullArgument("format");
    if (write == nullptr) return NullArgument("write");
    return framescope::WriteOut(lexicon->lexicon.ToForeign(format), write,
                                payload);
  });
}

framescope_status framescope_lexicon_save(const framescope_lexicon* lexicon,
                                          const char* path, const char* format,
                                          framescope_diagnostic_fn diagnostic,
                                          void* payload,
                                          framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (lexicon == nullptr) return NullArgument("lexicon");
    if (path == nullptr) return NullArgument("path");
    std::vector<framescope::Diagnostic> lost;
    const Status saved =
        lexicon->lexicon.Save(path, framescope::OrEmpty(format), &lost);
    const Status told = framescope::Tell(lost, diagnostic, payload);
    return saved.ok() ? told : saved;
  });
}

}  // extern "C"
