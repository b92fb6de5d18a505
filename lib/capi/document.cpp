// Tested by tests/unit/capi/capi_test.c.
#include <utility>

#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/read_options.hpp"

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_document_read(
    framescope_document** out, const char* name, const char* data, size_t size,
    const framescope_read_options* options, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (name == nullptr) return NullArgument("name");
    if (data == nullptr && size != 0) return NullArgument("data");
    auto made = framescope::ReadDocument(name, framescope::TextView(data, size),
                                         framescope::ReadOptionsOf(options));
    if (!made.ok()) return made.status();
    *out = new framescope_document{std::move(made).value()};
    return Status();
  });
}

void framescope_document_free(framescope_document* document) {
  delete document;
}

const char* framescope_document_title(const framescope_document* document) {
  return document == nullptr ? "" : document->document.title.c_str();
}

const char* framescope_document_text(const framescope_document* document,
                                     size_t* size_out) {
  if (size_out != nullptr) {
    *size_out = document == nullptr ? 0 : document->document.text.size();
  }
  return document == nullptr ? "" : document->document.text.c_str();
}

}  // extern "C"
