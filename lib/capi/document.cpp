// Tested by tests/unit/capi/capi_test.c.
#include <utility>

#include "capi/analysis.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/read_options.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

static_assert(static_cast<framescope_block_kind>(BlockKind::kParagraph) ==
              FRAMESCOPE_BLOCK_PARAGRAPH);
static_assert(static_cast<framescope_block_kind>(BlockKind::kHeading) ==
              FRAMESCOPE_BLOCK_HEADING);
static_assert(static_cast<framescope_block_kind>(BlockKind::kListItem) ==
              FRAMESCOPE_BLOCK_LIST_ITEM);
static_assert(static_cast<framescope_block_kind>(BlockKind::kTableCell) ==
              FRAMESCOPE_BLOCK_TABLE_CELL);
static_assert(static_cast<framescope_block_kind>(BlockKind::kQuotation) ==
              FRAMESCOPE_BLOCK_QUOTATION);
static_assert(static_cast<framescope_block_kind>(BlockKind::kCode) ==
              FRAMESCOPE_BLOCK_CODE);

// The document behind a handle; an empty one for NULL.
const Document& Of(const framescope_document* handle) {
  static const Document empty;
  return handle == nullptr ? empty : *handle->view;
}

// Fills `*out` with the view of item `index`, which `view` makes.
template <typename Out, typename Item, typename View>
framescope_status Fill(Out* out, const framescope_document* document,
                       const char* what, std::vector<Item> Document::*items,
                       std::size_t index, const View& view) {
  return Guard(nullptr, [&]() -> Status {
    if (out == nullptr || document == nullptr) return NullArgument("argument");
    const std::vector<Item>& all = document->view->*items;
    if (index >= all.size()) return OutOfRange(what, index, all.size());
    *out = view(all[index]);
    return Status();
  });
}

Status NewDocument(framescope_document** out, const char* id, const char* title,
                   std::string_view text) {
  const std::int64_t bad = FirstInvalidUtf8(text);
  if (bad >= 0) {
    return Status(StatusCode::kEncoding,
                  "the text is not UTF-8: bad byte at offset " +
                      std::to_string(bad) + "; decode it first",
                  {bad, 0, 0});
  }
  Document document = PlainText(text);
  document.id = OrEmpty(id);
  document.title = OrEmpty(title);
  *out = new framescope_document(std::move(document));
  return Status();
}

// Hands one document of a file to the caller's function.
bool Show(Result<Document> made, framescope_document_fn function,
          void* payload) {
  if (!made.ok()) {
    framescope_error error = FRAMESCOPE_ERROR_INIT;
    Fail(made.status(), &error);
    return function(payload, nullptr, &error) == 0;
  }
  const framescope_document document(std::move(made).value());
  return function(payload, &document, nullptr) == 0;
}

}  // namespace
}  // namespace framescope

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
    *out = new framescope_document(std::move(made).value());
    return Status();
  });
}

void framescope_document_free(framescope_document* document) {
  delete document;
}

framescope_status framescope_document_new(framescope_document** out,
                                          const char* id, const char* title,
                                          const char* text, size_t size,
                                          framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    const Status sound = framescope::CheckText(text, size);
    if (!sound.ok()) return sound;
    return framescope::NewDocument(out, id, title,
                                   framescope::TextView(text, size));
  });
}

framescope_status framescope_read_documents(
    const char* path, const framescope_read_options* options,
    framescope_document_fn document, void* payload, framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (path == nullptr) return NullArgument("path");
    if (document == nullptr) return NullArgument("document");
    return framescope::ReadDocuments(
        path, framescope::ReadOptionsOf(options),
        [&](framescope::Result<framescope::Document> made) {
          return framescope::Show(std::move(made), document, payload);
        });
  });
}

const char* framescope_document_id(const framescope_document* document) {
  return framescope::Of(document).id.c_str();
}

const char* framescope_document_path(const framescope_document* document) {
  return framescope::Of(document).path.c_str();
}

const char* framescope_document_title(const framescope_document* document) {
  return framescope::Of(document).title.c_str();
}

const char* framescope_document_decoding(const framescope_document* document) {
  return document == nullptr ? "" : document->view->decoding.c_str();
}

const char* framescope_document_text(const framescope_document* document,
                                     size_t* size_out) {
  const std::string& text = framescope::Of(document).text;
  if (size_out != nullptr) *size_out = text.size();
  return text.c_str();
}

size_t framescope_document_block_count(const framescope_document* document) {
  return framescope::Of(document).blocks.size();
}

size_t framescope_document_notice_count(const framescope_document* document) {
  return framescope::Of(document).notices.size();
}

size_t framescope_document_property_count(const framescope_document* document) {
  return framescope::Of(document).metadata.size();
}

framescope_status framescope_document_block(framescope_block* out,
                                            const framescope_document* document,
                                            size_t index) {
  return framescope::Fill(
      out, document, "block", &framescope::Document::blocks, index,
      [](const framescope::Block& block) -> framescope_block {
        return {block.begin,
                block.end,
                block.line,
                block.page,
                static_cast<framescope_block_kind>(block.kind),
                block.level};
      });
}

framescope_status framescope_document_notice(
    framescope_notice* out, const framescope_document* document, size_t index) {
  return framescope::Fill(
      out, document, "notice", &framescope::Document::notices, index,
      [](const framescope::Notice& notice) -> framescope_notice {
        return {notice.code.c_str(), notice.message.c_str(), notice.line, 0};
      });
}

framescope_status framescope_document_property(
    framescope_property* out, const framescope_document* document,
    size_t index) {
  return framescope::Fill(
      out, document, "property", &framescope::Document::metadata, index,
      [](const std::pair<std::string, std::string>& property)
          -> framescope_property {
        return {property.first.c_str(), property.second.c_str()};
      });
}

}  // extern "C"
