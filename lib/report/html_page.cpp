// The frame of an HTML report: head, style, foot.
// Tested by tests/unit/report/html_report_test.cpp.
#include "base/html_text.hpp"
#include "report/html_parts.hpp"

namespace framescope {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
)";

// Colours: one warm, one cool, apart also for colour-blind eyes; each mark has
// a sign and a line of its own besides.
constexpr std::string_view kColours = R"(
:root{--paper:#fbfaf7;--card:#fff;--ink:#24262b;--soft:#62656d;--line:#e2dfd8;
--track:#eceae4;--neg:#a4480f;--neg-fill:#fbe3d0;--pos:#0b6470;--pos-fill:#d3ecee;
--focus:#5b4bc4;--shadow:0 8px 28px #0002}
@media (prefers-color-scheme:dark){:root{--paper:#17191d;--card:#20232a;
--ink:#e4e3df;--soft:#a0a3ab;--line:#363a43;--track:#2c3038;--neg:#f3a06a;
--neg-fill:#4a2b17;--pos:#6fc7d2;--pos-fill:#143d43;--focus:#b0a5ff;
--shadow:0 8px 28px #0008}}
)";

constexpr std::string_view kLayout = R"(
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.65 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 6rem}
@media (min-width:78rem){main{margin:0 24rem 0 max(2rem,calc(50vw - 36rem))}}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.6rem 0 .8rem}
h1,h2,.ui,summary,table,.card,.tag,footer{font-family:system-ui,-apple-system,
"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
.ui,table,footer{font-size:.875rem;line-height:1.5}
.soft,footer{color:var(--soft)}
.lead{font-size:1.15rem;border-left:3px solid var(--line);padding-left:1rem}
.neg{color:var(--neg)}.pos{color:var(--pos)}
.num{font-variant-numeric:tabular-nums;white-space:nowrap}
a{color:inherit;text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;overflow-wrap:anywhere}
footer code{font-size:.75rem}
)";

constexpr std::string_view kAxes = R"(
.axis{background:var(--card);border:1px solid var(--line);border-radius:10px;
padding:.8rem 1rem 1rem;margin:0 0 .8rem}
.axis h3{margin:0;font-size:1rem}
.ends,.row{display:grid;grid-template-columns:4.6rem 5.2rem 1fr 5.2rem;gap:.6rem;align-items:center}
.ends .pos{text-align:left}.ends .neg,.row .neg{text-align:right}
.ends{grid-template-columns:4.6rem 1fr 1fr;font-weight:600}
.ends .neg{text-align:left}.ends .pos{text-align:right}
.says{grid-column:2/-1;margin:-.35rem 0 .3rem;color:var(--soft)}
.bar{display:block;position:relative;height:1.5rem}
.bar:before{content:"";position:absolute;left:0;right:0;top:.62rem;height:.26rem;border-radius:9px;background:var(--track)}
.bar:after{content:"";position:absolute;left:50%;top:.2rem;bottom:.2rem;border-left:1px solid var(--soft);opacity:.6}
.bar i{position:absolute;top:.5rem;height:.5rem;border-radius:9px;background:var(--soft);opacity:.4}
.bar b{position:absolute;top:.32rem;width:.86rem;height:.86rem;margin-left:-.43rem;border-radius:50%;background:var(--ink);border:2px solid var(--card);z-index:1}
.bar.few b{background:var(--card);border-color:var(--soft)}
.bar.n i,.bar.n b{background:var(--neg)}.bar.p i,.bar.p b{background:var(--pos)}
.bar.n i,.bar.p i{opacity:.35}
.arc{display:block;width:100%;height:4.5rem;margin:.3rem 0}
.arc .n{fill:var(--neg)}.arc .p{fill:var(--pos)}.arc .thin{opacity:.4}
.arc line{stroke:var(--soft);stroke-width:1;vector-effect:non-scaling-stroke}
@media (max-width:34rem){.row{grid-template-columns:4.4rem 1fr 1fr}
.row .neg{grid-column:2;text-align:left}.row .pos{text-align:right;grid-column:3;grid-row:1}
.row .bar{grid-column:1/-1;grid-row:2}.says{grid-column:1/-1}}
)";

constexpr std::string_view kMarks = R"(
.text{border-top:1px solid var(--line);padding-top:1rem;overflow-wrap:break-word}
.text p,.text li{margin:0 0 1em}.text blockquote{margin:0 0 1em;padding-left:1rem;border-left:3px solid var(--line)}
.text pre{white-space:pre-wrap;font-size:.85rem}.text h3,.text h4{margin:1.6em 0 .5em;line-height:1.3}
.text .cell{border-bottom:1px dotted var(--line);margin:0;padding:.2rem 0}
.text .page{color:var(--soft);text-align:right;border-top:1px dashed var(--line);margin:1.5rem 0 .5rem}
.text .same{opacity:.55}
.why{border-radius:3px;cursor:help}
.text .page:first-child{border:0;margin-top:0}
mark,mark.neg,mark.pos{color:inherit}
mark{background:none;padding:.08em 0;border-bottom:2px solid var(--soft)}
mark.neg{border-bottom:2px solid var(--neg)}
mark.pos{border-bottom:4px double var(--pos)}
mark.said.neg{background:var(--neg-fill)}mark.said.pos{background:var(--pos-fill)}
mark.neg.pos{border-bottom:3px groove var(--ink)}
mark.not{border-bottom-style:dashed;border-bottom-width:2px}
mark.term{border-bottom-style:dotted;border-bottom-color:var(--soft)}
mark.plain.said{background:var(--track)}
mark.again{opacity:.6}
.tag{font-size:.62em;font-weight:600;vertical-align:super;line-height:0;margin-left:.15em;white-space:nowrap}
.card{position:fixed;z-index:9;left:50%;bottom:1rem;transform:translateX(-50%);width:min(34rem,94vw);max-height:60vh;overflow:auto;
background:var(--card);color:var(--ink);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow);
padding:.9rem 1.1rem;font-size:.875rem;line-height:1.5;font-weight:400;font-style:normal;text-align:left;display:none}
.why:hover>.card,.why:focus>.card{display:block}
.why:hover,.why:focus{outline:2px solid var(--focus);outline-offset:2px}
@media (min-width:78rem){.card,.hint{position:fixed;left:auto;bottom:auto;top:7rem;right:max(1.5rem,calc(50vw - 38rem));width:20rem;transform:none;max-height:80vh}}
.hint{display:none;color:var(--soft)}
@media (min-width:78rem){.hint{display:block;border:1px dashed var(--line);border-radius:12px;padding:.9rem 1.1rem}}
.card>span{display:block}.card .one+.one{border-top:1px solid var(--line);margin-top:.7rem;padding-top:.7rem}
.card .one>span{display:block;margin:.15rem 0}
.card .head{font-weight:600}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;margin:0 0 1rem;padding:0;list-style:none}
.codes{gap:.1rem 1.2rem}.codes .tag{font-size:.8em;vertical-align:baseline}
ol.best{padding-left:1.3rem}ol.best li{margin:0 0 .6rem}
.try{display:block;color:var(--pos)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}
th.num,td.num{text-align:right}
.scroll{overflow-x:auto}
details.doc{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 .5rem;padding:.2rem 1rem}
details.doc>summary,.heads{display:grid;grid-template-columns:minmax(0,1fr) 4.5rem;grid-auto-flow:column;grid-auto-columns:9rem;gap:.2rem 1rem;align-items:center;cursor:pointer;padding:.4rem 0;font-size:.875rem}
.heads{padding:.2rem 1rem;cursor:auto;font-weight:600}
.axname{display:none}
summary .name{overflow-wrap:anywhere}summary .num{text-align:right}
details.doc[open]>summary{border-bottom:1px solid var(--line);margin-bottom:1rem;font-weight:600}
@media (max-width:40rem){details.doc>summary,.heads{grid-template-columns:minmax(0,1fr) 4rem;grid-auto-flow:row}.heads .ax{display:none}summary .ax{grid-column:1/-1}.axname{display:block}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--track:#ddd;--neg:#8a3a08;--neg-fill:#fbe9dc;--pos:#07525c;--pos-fill:#e0f1f2;--shadow:none}
main{max-width:none;margin:0;padding:0}.card,.hint,.skip{display:none!important}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.axis,.strip,li,tr{break-inside:avoid}h2,h3{break-after:avoid}body{font-size:10.5pt}}
@media (prefers-contrast:more){mark{outline:1px solid currentColor}}
@media (forced-colors:active){mark{color:CanvasText;background:Canvas;border-bottom-color:CanvasText}.bar i,.bar b{forced-color-adjust:none}}
)";

}  // namespace

void AppendHtmlHead(std::string_view title, std::string* out) {
  out->append(kHead).append("<title>");
  AppendHtml(title, out);
  out->append("</title>\n<style>").append(kColours).append(kLayout);
  out->append(kAxes).append(kMarks);
  out->append("</style>\n</head>\n<body>\n<main>\n");
}

void AppendHtmlFoot(const ReportContext& context, std::string* out) {
  out->append(
      "<footer><p>Made on this computer by framescope; nothing was "
      "sent anywhere, and this page loads nothing. A mark says how "
      "words are often heard, never that they are wrong.</p><p>"
      "<code>");
  AppendHtml(context.stamp_json, out);
  out->append("</code></p></footer>\n</main>\n</body>\n</html>\n");
}

}  // namespace framescope
