// Any bytes as a document: the first byte picks the format, PDF left out,
// since its reader is a program of its own. What comes out keeps the laws.
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "framescope/document.hpp"
#include "unicode/encoding.hpp"

namespace {

void Check(bool law) {
  if (!law) std::abort();
}

void CheckDocument(const framescope::Document& document) {
  Check(framescope::FirstInvalidUtf8(document.text) < 0);
  Check(framescope::FirstInvalidUtf8(document.title) < 0);
  std::uint32_t end = 0;
  for (const framescope::Block& block : document.blocks) {
    Check(end <= block.begin && block.begin < block.end);
    Check(block.end <= document.text.size());
    // Blocks begin and end between characters.
    Check((document.text[block.begin] & 0xC0) != 0x80);
    Check(block.end == document.text.size() ||
          (document.text[block.end] & 0xC0) != 0x80);
    end = block.end;
  }
  std::uint32_t line = 0;
  for (const std::uint32_t start : document.line_starts) {
    Check(line <= start && start <= document.text.size());
    line = start;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const char* const kNames[] = {
      "a.txt", "a.md",  "a.html",  "a.docx",  "a.odt",    "a.rtf",
      "a.eml", "a.csv", "a.jsonl", "a.md.gz", "a.txt.zst"};
  if (size == 0) return 0;
  const char* const name = kNames[data[0] % std::size(kNames)];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1,
                               size - 1);
  framescope::ReadOptions options;
  options.max_bytes = 1 << 22;
  const auto document = framescope::ReadDocument(name, bytes, options);
  if (document.ok()) CheckDocument(document.value());
  return 0;
}
