// Tested by tests/unit/capi/capi_test.c.
#include <cstddef>
#include <utility>

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/lexicon_handle.hpp"

namespace framescope {
namespace {

Status OutOfRange(const char* what, std::size_t index, std::size_t count) {
  return Status(StatusCode::kInvalidArgument,
                std::string(what) + " " + std::to_string(index) +
                    " is out of range: there are " + std::to_string(count));
}

}  // namespace
}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_lexicon_new_builtin(framescope_lexicon** out,
                                                 framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    return framescope::GiveLexicon(framescope::Lexicon::BuiltIn(), {}, nullptr,
                                   nullptr, out);
  });
}

framescope_status framescope_lexicon_load(framescope_lexicon** out,
                                          const char* path,
                                          framescope_diagnostic_fn diagnostic,
                                          void* payload,
                                          framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (path == nullptr) return NullArgument("path");
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Lexicon::Load(path, &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

framescope_status framescope_lexicon_parse(
    framescope_lexicon** out, const char* name, const char* toml,
    size_t toml_size, const char* entries, size_t entries_size,
    const char* masks, size_t masks_size, framescope_diagnostic_fn diagnostic,
    void* payload, framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    using framescope::TextView;
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Lexicon::Parse(
        framescope::OrEmpty(name), TextView(toml, toml_size),
        TextView(entries, entries_size), TextView(masks, masks_size),
        &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

void framescope_lexicon_free(framescope_lexicon* lexicon) { delete lexicon; }

const char* framescope_lexicon_name(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.name().c_str();
}
const char* framescope_lexicon_version(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.version().c_str();
}
const char* framescope_lexicon_hash(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.hash().c_str();
}
size_t framescope_lexicon_axis_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.axes().size();
}
size_t framescope_lexicon_category_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.categories().size();
}
size_t framescope_lexicon_entry_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.entries().size();
}
size_t framescope_lexicon_mask_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.masks().size();
}

framescope_status framescope_lexicon_axis(framescope_axis* out,
                                          const framescope_lexicon* lexicon,
                                          size_t index) {
  return Guard(nullptr, [&] {
    if (out == nullptr || lexicon == nullptr) return NullArgument("argument");
    const auto axes = lexicon->lexicon.axes();
    if (index >= axes.size()) {
      return framescope::OutOfRange("axis", index, axes.size());
    }
    const framescope::Axis& axis = axes[index];
    *out = {axis.name.c_str(),  axis.negative.c_str(), axis.positive.c_str(),
            axis.title.c_str(), axis.headline ? 1 : 0, 0};
    return Status();
  });
}

framescope_status framescope_lexicon_category(framescope_category* out,
                                              const framescope_lexicon* lexicon,
                                              size_t index) {
  return Guard(nullptr, [&] {
    if (out == nullptr || lexicon == nullptr) return NullArgument("argument");
    const auto categories = lexicon->lexicon.categories();
    if (index >= categories.size()) {
      return framescope::OutOfRange("category", index, categories.size());
    }
    const framescope::Category& category = categories[index];
    *out = {category.name.c_str(), category.code.c_str(),
            category.title.c_str(), category.axis,
            category.pole == framescope::Pole::kPositive ? 1 : 0};
    return Status();
  });
}

framescope_status framescope_lexicon_entry(framescope_entry* out,
                                           const framescope_lexicon* lexicon,
                                           size_t index) {
  return Guard(nullptr, [&] {
    if (out == nullptr || lexicon == nullptr) return NullArgument("argument");
    const auto entries = lexicon->lexicon.entries();
    if (index >= entries.size()) {
      return framescope::OutOfRange("entry", index, entries.size());
    }
    const framescope::Entry& entry = entries[index];
    const framescope_entry_texts& texts = lexicon->entry_texts[index];
    *out = {entry.pattern.c_str(),
            entry.note.c_str(),
            texts.instead.c_str(),
            texts.sources.c_str(),
            entry.category,
            lexicon->lexicon.weight(static_cast<std::uint32_t>(index), ""),
            entry.flags,
            0};
    return Status();
  });
}

}  // extern "C"
