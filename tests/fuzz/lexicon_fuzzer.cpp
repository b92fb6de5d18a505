// Any bytes as a lexicon: refused with findings, or compiled and used.
#include <string>
#include <string_view>

#include "framescope/analyzer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace framescope;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The first line is lexicon.toml's extra text, the rest are entries.
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string toml =
      "name = \"f\"\nversion = \"1\"\n[[axis]]\nname = \"a-b\"\n"
      "negative = \"a\"\npositive = \"b\"\n[[category]]\nname = \"a.x\"\n"
      "pole = \"a\"\n[classes]\nperson = [\"people\", \"adult*\"]\n" +
      std::string(bytes.substr(0, end));
  const std::string entries =
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote" +
      std::string(bytes.substr(end));
  const auto lexicon = Lexicon::Parse("f", toml, entries, "");
  if (!lexicon.ok()) return 0;
  AnalyzerOptions options;
  options.stance = "none";
  const auto analyzer = Analyzer::Compile(lexicon.value(), options);
  if (!analyzer.ok()) return 0;
  Scratch scratch;
  (void)analyzer.value().Analyze(
      "Adult people are not a burden; well-being, caf\xC3\xA9.", scratch);
  return 0;
}
