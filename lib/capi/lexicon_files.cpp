// Tested by tests/cli/lexicon and tests/unit/capi/capi_test.c.
//
// Lexicons from and to files of every format.
#include <memory>
#include <utility>

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/lexicon_handle.hpp"

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
  auto handle = std::make_unique<framescope_lexicon>(
      framescope_lexicon{std::move(lexicon), {}});
  for (const Entry& entry : handle->lexicon.entries()) {
    handle->entry_texts.push_back(TextsOf(handle->lexicon, entry));
  }
  *out = handle.release();
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
    framescope::LexiconReadOptions used;
    std::uint32_t first = 0, last = 0;
    if (FRAMESCOPE_HAS_FIELD(options, format)) {
      used.format = framescope::OrEmpty(options->format);
      used.strict = (options->flags & FRAMESCOPE_LEXICON_STRICT) != 0;
    }
    if (FRAMESCOPE_HAS_FIELD(options, last_level)) {
      first = options->first_level;
      last = options->last_level;
    }
    if (first > last || (first == 0 && last > 0)) {
      return Status(framescope::StatusCode::kInvalidArgument,
                    "levels are counted from 1, the first before the last");
    }
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Lexicon::Load(path, used, &findings);
    if (made.ok() && first > 0) {
      made = made.value().AtLevels(first, last, &findings);
    }
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
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
