# Run by embed_files(): writes OUTPUT from FILES under ROOT.
set(arrays "")
set(rows "")
set(i 0)
foreach(file ${FILES})
  file(READ ${ROOT}/${file} hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(APPEND arrays "const unsigned char kFile${i}[] = {\n${hex}0};\n")
  string(APPEND rows
    "    {\"${file}\", {reinterpret_cast<const char*>(kFile${i}), "
    "sizeof(kFile${i}) - 1}},\n")
  math(EXPR i "${i} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Generated from the folder lexicons/.
#include \"lexicon/embedded.hpp\"

namespace framescope {
namespace {
${arrays}
const EmbeddedFile kFiles[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> EmbeddedFiles() { return kFiles; }

}  // namespace framescope
")
