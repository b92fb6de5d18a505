// The text of a document with its marks, and what each mark says.
//
// Matches that overlap (on different axes) make one cluster: one stop of the
// keyboard with one card, whose pieces carry the lines of all their matches.
// Tested by tests/unit/report/html_report_test.cpp.
#include <algorithm>
#include <utility>

#include "base/html_text.hpp"
#include "base/utf8.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == text.npos;
}

// Writes blocks one after the other, with the matches that lie in them.
class MarkedText {
 public:
  MarkedText(const HtmlDocument& document, const std::function<void()>& pause,
             std::string* out)
      : document_(document),
        analysis_(document.analysis),
        lexicon_(document.context.lexicon),
        pause_(pause),
        out_(*out) {}

  void Write() {
    const auto& blocks = analysis_.document.blocks;
    std::uint32_t at = 0;
    for (const Block& block : blocks) {
      Outside(at, block.begin);
      Page(block.page);
      List(block.kind == BlockKind::kListItem);
      WriteBlock(block);
      at = block.end;
    }
    List(false);
    Outside(at, static_cast<std::uint32_t>(analysis_.document.text.size()));
  }

 private:
  // Text that belongs to no block, such as what a reader of files left over.
  void Outside(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end || IsBlank(TextOf(analysis_, {begin, end}))) return;
    List(false);
    out_ += "<p class=\"soft\">";
    Inside(begin, end);
    out_ += "</p>\n";
  }

  void Page(std::uint32_t page) {
    if (page == 0 || page == page_) return;
    List(false);
    page_ = page;
    out_ += "<p class=\"page ui\">page " + std::to_string(page) + "</p>\n";
  }

  void List(bool open) {
    if (open != in_list_) out_ += open ? "<ul>\n" : "</ul>\n";
    in_list_ = open;
  }

  void WriteBlock(const Block& block) {
    const char *open = "<p>", *close = "</p>\n";
    switch (block.kind) {
      case BlockKind::kHeading:
        open = block.level > 1 ? "<h4>" : "<h3>";
        close = block.level > 1 ? "</h4>\n" : "</h3>\n";
        break;
      case BlockKind::kListItem:
        open = "<li>";
        close = "</li>\n";
        break;
      case BlockKind::kTableCell:
        open = "<p class=\"cell\">";
        break;
      case BlockKind::kQuotation:
        open = "<blockquote><p>";
        close = "</p></blockquote>\n";
        break;
      case BlockKind::kCode:
        open = "<pre>";
        close = "</pre>\n";
        break;
      case BlockKind::kParagraph:
        break;
    }
    out_ += open;
    Inside(block.begin, block.end);
    out_ += close;
  }

  // The text [begin, end) with the clusters that begin in it.
  void Inside(std::uint32_t begin, std::uint32_t end) {
    const auto& matches = analysis_.matches;
    while (next_ < matches.size() && matches[next_].span.begin < end) {
      const std::size_t first = next_;
      Span cluster = matches[first].span;
      for (; next_ < matches.size() && document_.cluster[next_] == first;
           ++next_) {
        cluster.end = std::max(cluster.end, matches[next_].span.end);
      }
      AppendHtml(TextOf(analysis_, {begin, cluster.begin}), &out_);
      Cluster(cluster, first, next_);
      begin = cluster.end;
      pause_();
    }
    if (begin < end) AppendHtml(TextOf(analysis_, {begin, end}), &out_);
  }

  void Cluster(Span cluster, std::size_t first, std::size_t last) {
    const std::string id = document_.prefix + "m" + std::to_string(first);
    out_ += "<span class=\"why\" tabindex=\"0\" id=\"" + id +
            "\" aria-describedby=\"" + id + "c\">";
    Pieces(cluster, first, last);
    out_ += "<span class=\"tag\" aria-hidden=\"true\">";
    for (std::size_t i = first; i < last; ++i) {
      if (i > first) out_ += ' ';
      AppendHtmlTag(lexicon_, analysis_.matches[i], &out_);
    }
    out_ += "</span><span class=\"card\" role=\"tooltip\" id=\"" + id + "c\">";
    for (std::size_t i = first; i < last; ++i) {
      AppendHtmlCard(document_, analysis_.matches[i], &out_);
    }
    out_ += "</span></span>";
  }

  // Cuts a cluster where any of its matches begins or ends.
  void Pieces(Span cluster, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> cuts = {cluster.begin, cluster.end};
    for (std::size_t i = first; i < last; ++i) {
      cuts.push_back(analysis_.matches[i].span.begin);
      cuts.push_back(analysis_.matches[i].span.end);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<const Match*> over;  // those that the piece lies in
    for (std::size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
      for (; first < last; ++first) {
        const Match& match = analysis_.matches[first];
        if (match.span.begin > cuts[cut]) break;
        over.push_back(&match);
      }
      std::erase_if(over, [&](const Match* match) {
        return match->span.end <= cuts[cut];
      });
      std::string classes;
      for (const Match* match : over) {
        classes += (classes.empty() ? "" : " ") + HtmlClasses(lexicon_, *match);
      }
      out_ += "<mark class=\"" + classes + "\">";
      AppendHtml(TextOf(analysis_, {cuts[cut], cuts[cut + 1]}), &out_);
      out_ += "</mark>";
    }
  }

  const HtmlDocument& document_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  const std::function<void()>& pause_;
  std::string& out_;
  std::size_t next_ = 0;
  std::uint32_t page_ = 0;
  bool in_list_ = false;
};

void AppendLine(std::string_view label, std::string_view text,
                std::string* out) {
  if (text.empty()) return;
  out->append("<span>");
  if (!label.empty()) {
    out->append("<span class=\"soft\">").append(label).append("</span> ");
  }
  AppendHtml(text, out);
  out->append("</span>");
}

}  // namespace

HtmlDocument MakeHtmlDocument(const ReportContext& context,
                              const Analysis& analysis, bool quiet,
                              std::string prefix) {
  HtmlDocument document{context, analysis, quiet, std::move(prefix), {}};
  std::uint32_t first = 0, end = 0;
  for (std::uint32_t i = 0; i < analysis.matches.size(); ++i) {
    const Span span = analysis.matches[i].span;
    if (span.begin >= end) first = i;
    end = std::max(end, span.end);
    document.cluster.push_back(first);
  }
  return document;
}

void AppendHtmlTag(const Lexicon& lexicon, const Match& match,
                   std::string* out) {
  const Category& category = lexicon.categories()[match.category];
  if (category.axis == kNone) {
    out->append("<span>");
    AppendHtml(category.name.substr(category.name.rfind('.') + 1), out);
  } else {
    const bool negative = category.pole == Pole::kNegative;
    out->append(negative ? "<span class=\"neg\">\xE2\x88\x92"
                         : "<span class=\"pos\">+");
    AppendHtml(category.code, out);
  }
  out->append("</span>");
}

std::string HtmlClasses(const Lexicon& lexicon, const Match& match) {
  const Category& category = lexicon.categories()[match.category];
  std::string classes = category.axis == kNone             ? "plain"
                        : category.pole == Pole::kNegative ? "neg"
                                                           : "pos";
  if (Endorsed(match.stance)) {
    classes += " said";
  } else {
    classes += Evoked(match.stance) ? " not" : " term";
  }
  return classes + (match.repeated ? " again" : "");
}

void AppendHtmlCard(const HtmlDocument& document, const Match& match,
                    std::string* out) {
  const Lexicon& lexicon = document.context.lexicon;
  const Category& category = lexicon.categories()[match.category];
  const Entry& entry = lexicon.entries()[match.entry];
  out->append("<span class=\"one\"><span class=\"head");
  if (category.axis != kNone) {
    out->append(category.pole == Pole::kNegative ? " neg\">" : " pos\">");
    AppendHtmlTag(lexicon, match, out);
    out->append(" ");
    AppendHtml(lexicon.pole_name(match.category), out);
    out->append("</span>");
    AppendLine("", category.title, out);
  } else {
    out->append("\">");
    AppendHtml(category.name, out);
    out->append("</span>");
    AppendLine("", category.title, out);
  }
  AppendLine("", StanceWithCue(document.analysis, match, document.quiet), out);
  AppendLine("", RuleInWords(document.context, match), out);
  if (match.repeated)
    AppendLine("", "in a paragraph that was counted before", out);
  if (Endorsed(match.stance) && !match.repeated) {
    AppendLine("Often heard as", OftenHeardAs(lexicon, match), out);
    AppendLine("Instead", Joined(entry.instead, "; "), out);
  }
  AppendLine("", FlagInWords(entry.flags), out);
  AppendLine("Note", entry.note, out);
  std::vector<std::string> sources;
  for (const std::uint32_t source : entry.sources) {
    sources.push_back(SourceInWords(lexicon.sources()[source]));
  }
  AppendLine("Source", Joined(sources, "; "), out);
  out->append("</span>");
}

void AppendHtmlText(const HtmlDocument& document,
                    const std::function<void()>& pause, std::string* out) {
  out->append("<div class=\"text\">\n");
  MarkedText(document, pause, out).Write();
  out->append("</div>\n");
}

}  // namespace framescope
