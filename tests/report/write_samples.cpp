// write_samples DIR: writes reports of made-up and of hostile documents in
// every format, for the browser and the schema tests to look at.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "framescope/report.hpp"
#include "score/score.hpp"

namespace framescope {
namespace {

Lexicon MakeLexicon() {
  Lexicon::Content content;
  content.name = "sample";
  content.version = "1";
  content.axes = {
      {"lack-gift", "lack", "gift", "Lack or gift", 0, true, false},
      {"storm-harbour", "storm", "harbour", "Storm or harbour", 0, true, true},
      {"them-us", "them", "us", "Them, or us", 0, false, false}};
  content.categories = {
      {"lack.burden", "L1", "Burden and cost", 0, Pole::kNegative, false},
      {"gift.skill", "G1", "Skills and talents", 0, Pole::kPositive, true},
      {"storm.ruin", "S1", "Ruin & <b>collapse</b>", 1, Pole::kNegative, false},
      {"harbour.plan", "H1", "A way forward", 1, Pole::kPositive, true},
      {"them.users", "T1", "Users, not people", 2, Pole::kNegative, false}};
  content.sources = {{"CARE", "A guide to words", "A. Writer",
                      "https://example.org/guide", "read", 2020}};
  const char* patterns[] = {"burden", "talents", "collapse", "springboard",
                            "service users"};
  content.entries.resize(5);
  for (std::uint32_t i = 0; i < 5; ++i) {
    content.entries[i].pattern = patterns[i];
    content.entries[i].category = i;
    content.entries[i].sources = {0};
  }
  content.entries[0].instead = {"people who draw on support", "\"><script>1"};
  content.entries[2].instead = {"a service that needs investment"};
  content.entries[2].note = "Whose? <i>say so</i>";
  content.entries[4].flags = kStatutory;
  return Lexicon(std::move(content));
}

// Marks every occurrence of an entry's pattern; each has the next stance.
Analysis Analyse(const Lexicon& lexicon, const std::string& title,
                 const std::vector<std::string>& paragraphs) {
  Analysis analysis;
  analysis.document.title = title;
  analysis.document.id = analysis.document.path = "reports/" + title + ".txt";
  std::string& text = analysis.document.text;
  std::uint32_t line = 0;
  for (const std::string& paragraph : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    const bool heading = paragraph.starts_with("# ");
    const bool item = paragraph.starts_with("* ");
    text += paragraph.substr(heading || item ? 2 : 0);
    const auto end = static_cast<std::uint32_t>(text.size());
    text += "\n\n";
    analysis.document.blocks.push_back(
        {begin, end, ++line, 1 + line / 8,
         heading ? BlockKind::kHeading
         : item  ? BlockKind::kListItem
                 : BlockKind::kParagraph,
         static_cast<std::uint8_t>(heading ? 2 : 0)});
    analysis.sentence_spans.push_back({begin, end});
    analysis.words += static_cast<std::uint32_t>(paragraph.size() / 6);
  }
  const auto& blocks = analysis.document.blocks;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    for (std::uint32_t at = blocks[b].begin; at < blocks[b].end; ++at) {
      for (std::uint32_t e = 0; e < lexicon.entries().size(); ++e) {
        const std::string& pattern = lexicon.entries()[e].pattern;
        if (text.compare(at, pattern.size(), pattern) != 0) continue;
        Match match;
        match.span = {at, at + static_cast<std::uint32_t>(pattern.size())};
        match.chars = match.utf16 = match.span;
        match.entry = match.category = e;
        match.weight = 2;
        match.sentence = b;
        match.line = blocks[b].line;
        match.page = blocks[b].page;
        const std::size_t n = analysis.matches.size();
        match.stance =
            n % 2 == 0 ? Stance::kUsed : static_cast<Stance>(n / 2 % kStances);
        if (n % 2 == 1) {
          match.rule = 0;
          match.cue = {blocks[b].begin, std::min(blocks[b].begin + 6, at)};
          while (match.cue.end < at &&
                 (static_cast<unsigned char>(text[match.cue.end]) & 0xC0) ==
                     0x80) {
            ++match.cue.end;
          }
        }
        analysis.matches.push_back(match);
      }
    }
  }
  analysis.sentences = analysis.paragraphs = line;
  Score(lexicon, &analysis);
  return analysis;
}

std::vector<std::string> Hostile() {
  using namespace std::string_literals;
  return {
      "burden <script>document.title='owned'</script> burden",
      "<img src=x onerror=\"document.title='owned'\"> talents",
      "</p></div></main><script src=https://example.org/x.js></script> burden",
      "\"><svg onload=document.title='owned'> collapse",
      "' onmouseover='document.title=1 burden ' autofocus onfocus='alert(1)",
      "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
      "<!-- --><style>*{display:none}</style> burden --> <![CDATA[ x ]]>",
      "&lt;script&gt;document.title='owned'&lt;/script&gt; &#60;b&#62; burden",
      "javascript:document.title='owned' <a href=\"javascript:alert(1)\">x</a>",
      "nul \0 <scr\0ipt>document.title='owned'</scr\0ipt>"s,
      "right-to-left \xE2\x80\xAE nedrub \xE2\x80\xAC burden \xE2\x81\xA6 x",
      "<meta http-equiv=refresh content=\"0;url=https://example.org/\"> burden",
      "<base href=https://example.org/><link rel=stylesheet href=x> talents",
      "</title></style></textarea></noscript><script>document.title='owned'"
      "</script>",
      "<form action=https://example.org><input name=q><button>burden</button>",
      "+ADw-script+AD4-document.title='owned'+ADw-/script+AD4- burden"};
}

std::vector<std::string> Calm() {
  return {
      "# What we found",
      "Too often the people whom our towns lean on are called a burden. We "
      "looked at a year of letters, and at what they say of talents.",
      "* Nobody is a burden: a letter can say what somebody brings.",
      "* The talents of neighbours were named in one letter out of nine.",
      "The old story of collapse is told again and again. It leaves readers "
      "with nothing to do.",
      "Where letters speak of service users, they seldom speak of talents.",
      "# What comes next",
      "Support can be a springboard: a place to start from, with others.",
      "The talents of everybody here are the springboard that we mean.",
      "Some still speak of collapse, and of service users as a burden.",
      "We shall count the letters again in spring.",
      "# Thanks",
      "To everyone who read with us, for their talents and their time."};
}

void WriteReport(const std::string& path, const Lexicon& lexicon,
                 ReportFormat format, const std::vector<Analysis>& analyses) {
  std::ofstream file(path, std::ios::binary);
  ReportOptions options;
  options.format = format;
  const auto writer = ReportWriter::Create(
      {lexicon,
       {{"negation.not", "a denial <i>turns</i> it round"}},
       R"({"framescope":"0.1.0","icu":"72.1","lexicons":[]})"},
      options, [&](std::string_view piece) {
        file << piece;
        return file.good();
      });
  const bool single = analyses.size() == 1;
  bool ok = writer->Begin(single).ok();
  for (const Analysis& analysis : analyses) {
    ok = writer->Add(analysis).ok() && ok;
  }
  if (!single) {
    const Failure failure{"x", "reports/<b>\xFF.docx",
                          Status(StatusCode::kParse, "the file is cut short")};
    ok = writer->AddFailure(failure).ok() && ok;
    ok = writer->AddSkipped("reports/pipe", "not a regular file").ok() && ok;
  }
  if (!writer->End().ok() || !ok) std::perror(path.c_str());
}

}  // namespace
}  // namespace framescope

int main(int argc, char** argv) {
  using namespace framescope;
  if (argc != 2) return 2;
  const std::string folder = std::string(argv[1]) + "/";
  const Lexicon lexicon = MakeLexicon();
  const Analysis calm = Analyse(lexicon, "Letters of a year", Calm());
  const Analysis hostile = Analyse(
      lexicon, "</title><script>document.title='owned'</script>", Hostile());
  const struct {
    const char* ending;
    ReportFormat format;
  } kinds[] = {{"txt", ReportFormat::kText},
               {"json", ReportFormat::kJson},
               {"jsonl", ReportFormat::kJsonl},
               {"csv", ReportFormat::kCsv},
               {"html", ReportFormat::kHtml}};
  for (const auto& [ending, format] : kinds) {
    const std::string dot = std::string(".") + ending;
    WriteReport(folder + "calm" + dot, lexicon, format, {calm});
    WriteReport(folder + "hostile" + dot, lexicon, format, {hostile});
    WriteReport(folder + "corpus" + dot, lexicon, format,
                {calm, hostile, calm});
  }
  return 0;
}
