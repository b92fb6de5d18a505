// The files of lexicons/ as they are part of the library.
#pragma once

#include <span>
#include <string_view>

namespace framescope {

struct EmbeddedFile {
  std::string_view name;  // "care/entries.tsv"
  std::string_view bytes;
};

// Defined in a source file that the build makes.
std::span<const EmbeddedFile> EmbeddedFiles();

// The bytes of one file; empty when there is none of that name.
inline std::string_view EmbeddedBytes(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace framescope
