// Findings as SARIF 2.1.0 (OASIS, 2020), which editors and code hosts read.
// Rules are the lexicon's categories. Paths become URIs (RFC 3986).
// Tested by tests/unit/report/sarif_report_test.cpp.
#include "base/json_writer.hpp"
#include "report/finding.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

// A path as a relative reference, or as file:// when it is absolute.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const unsigned char byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != kPlain.npos) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return uri;
}

class SarifReport final : public Writer {
 public:
  SarifReport(ReportContext context, const ReportOptions& options,
              WriteFn write)
      : Writer(std::move(context), options, std::move(write)), json_(&out()) {}

 private:
  void WriteBegin() override {
    json_.BeginObject().Field("$schema", kSchema).Field("version", "2.1.0");
    json_.Key("runs").BeginArray().BeginObject();
    json_.Key("tool").BeginObject().Key("driver").BeginObject();
    json_.Field("name", "framescope");
    json_.Key("rules").BeginArray();
    for (const Category& category : lexicon().categories()) {
      json_.BeginObject().Field("id", category.name);
      const std::string& title =
          category.title.empty() ? category.name : category.title;
      json_.Key("shortDescription").BeginObject();
      json_.Field("text", title).EndObject().EndObject();
    }
    json_.EndArray();
    json_.Key("properties").BeginObject().Key("stamp");
    json_.Raw(context().stamp_json.empty() ? "{}" : context().stamp_json);
    json_.EndObject().EndObject().EndObject();
    json_.Field("columnKind", "unicodeCodePoints");
    json_.Key("results").BeginArray();
  }

  void WriteScored(const Analysis& analysis) override {
    for (const Match& match : analysis.matches) {
      if (!IsFinding(lexicon(), match) || !Wanted(match)) continue;
      WriteResult(analysis, match);
      FlushIfLarge();
    }
  }

  void WriteResult(const Analysis& analysis, const Match& match) {
    const Document& document = analysis.document;
    json_.BeginObject();
    json_.Field("ruleId", lexicon().categories()[match.category].name);
    json_.Field("ruleIndex", match.category);
    json_.Field("level", IsWarning(lexicon(), match) ? "warning" : "note");
    json_.Key("message").BeginObject();
    json_.Field("text",
                FindingInWords(lexicon(), analysis, match, options().quiet));
    json_.EndObject().Key("locations").BeginArray().BeginObject();
    json_.Key("physicalLocation").BeginObject();
    WriteArtifact(document.path.empty() ? document.id : document.path);
    if (match.line > 0) {
      const std::uint32_t column = ColumnOf(analysis, match);
      json_.Key("region").BeginObject().Field("startLine", match.line);
      if (column > 0) {
        json_.Field("startColumn", column);
        // A mark that goes on in the next line ends there; SARIF needs both.
        if (TextOf(analysis, match.span).find('\n') == std::string_view::npos) {
          json_.Field("endColumn",
                      column + match.chars.end - match.chars.begin);
        }
      }
      json_.EndObject();
    }
    json_.EndObject().EndObject().EndArray();
    json_.Key("properties").BeginObject();
    json_.Field("document", document.id);
    json_.Field("entry", lexicon().entries()[match.entry].pattern);
    json_.Field("stance", ToString(match.stance));
    if (match.page > 0) json_.Field("page", match.page);
    json_.EndObject().EndObject();
  }

  void WriteArtifact(const std::string& path) {
    json_.Key("artifactLocation").BeginObject();
    json_.Field("uri", UriOf(path)).EndObject();
  }

  void WriteFailed(const Failure& failure) override {
    failures_.push_back(failure);
  }

  void WriteEnd() override {
    json_.EndArray().Key("invocations").BeginArray().BeginObject();
    json_.Field("executionSuccessful", failures_.empty());
    json_.Key("toolExecutionNotifications").BeginArray();
    for (const Failure& failure : failures_) {
      json_.BeginObject().Field("level", "error");
      json_.Key("message").BeginObject();
      json_.Field("text", failure.status.message()).EndObject();
      json_.Key("locations").BeginArray().BeginObject();
      json_.Key("physicalLocation").BeginObject();
      WriteArtifact(failure.path.empty() ? failure.id : failure.path);
      json_.EndObject().EndObject().EndArray().EndObject();
    }
    json_.EndArray().EndObject().EndArray();
    json_.EndObject().EndArray().EndObject();
    out() += '\n';
  }

  JsonWriter json_;
  std::vector<Failure> failures_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeSarifWriter(ReportContext context,
                                              const ReportOptions& options,
                                              WriteFn write) {
  return std::make_unique<SarifReport>(std::move(context), options,
                                       std::move(write));
}

}  // namespace framescope
