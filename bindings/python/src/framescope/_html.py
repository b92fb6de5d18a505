"""An analysis in a notebook: the text with its marks, and the scores.

One piece of HTML without scripts, pictures or anything from elsewhere. Every
mark says in words what it is, so that no colour is needed to read it.
"""

from __future__ import annotations

import html
import typing

from ._scores import AxisScore, Balance

if typing.TYPE_CHECKING:
    from ._analysis import Analysis, Match

LONGEST = 20000  # characters of the text that are shown

_STYLE = """<style>
.framescope{font-family:system-ui,sans-serif;line-height:1.7;max-width:60em}
.framescope .text{white-space:pre-wrap;overflow-wrap:anywhere}
.framescope mark{background:none;color:inherit;font-weight:600;
padding:0 .1em;text-decoration:underline;text-underline-offset:.2em;
text-decoration-thickness:.12em}
.framescope mark.neg{text-decoration-style:wavy;text-decoration-color:#b5540a}
.framescope mark.pos{text-decoration-color:#0a6ea8}
.framescope mark.not{font-weight:400;text-decoration-style:dotted}
.framescope mark small{font-weight:400;font-size:.72em;opacity:.85;
border:1px solid currentColor;border-radius:.5em;padding:0 .35em;
margin:0 .15em;white-space:nowrap}
.framescope table{border-collapse:collapse;margin:.6em 0;font-size:.92em}
.framescope th,.framescope td{padding:.15em .7em;text-align:left;
border-bottom:1px solid #8886}
.framescope td.n{text-align:right;font-variant-numeric:tabular-nums}
.framescope .foot{font-size:.85em;opacity:.8}
</style>"""


def page(analysis: "Analysis") -> str:
    """The HTML of an analysis."""
    return (f'<div class="framescope">{_STYLE}{_scores(analysis)}'
            f'<div class="text">{_marked(analysis)}</div>'
            f'<div class="foot">{_foot(analysis)}</div></div>')


def _scores(analysis: "Analysis") -> str:
    found = [score for score in analysis.scores.values()
             if _total(score.evoked) > 0]
    if not found:
        return "<p>Nothing in the lexicon was found in this text.</p>"
    head = ("<tr><th>Axis</th><th>Reading</th><th>Matches</th>"
            "<th>Balance, from −1 to +1</th></tr>")
    return f"<table>{head}{''.join(map(_rows, found))}</table>"


def _total(balance: Balance) -> int:
    return balance.negative.count + balance.positive.count


def _rows(score: AxisScore) -> str:
    first = _row(score, "evoked", score.evoked)
    second = _row(score, "endorsed", score.endorsed)
    return (f'<tr><th rowspan="2">{html.escape(score.axis)}</th>{first}</tr>'
            f"<tr>{second}</tr>")


def _row(score: AxisScore, reading: str, balance: Balance) -> str:
    counts = (f"{balance.negative.count} {html.escape(score.negative)}, "
              f"{balance.positive.count} {html.escape(score.positive)}")
    if balance.balance is None:
        verdict = "too little text to tell"
    else:
        low, high = balance.interval
        verdict = (f"{balance.balance:+.2f} "
                   f"(95 % interval {low:+.2f} to {high:+.2f})")
        verdict = verdict.replace("-", "−")
    return f"<td>{reading}</td><td>{counts}</td><td>{verdict}</td>"


def _marked(analysis: "Analysis") -> str:
    text, at, out = analysis.text, 0, []
    negatives = {axis.negative for axis in analysis.analyzer.lexicon.axes}
    for start, end, matches in _clusters(analysis.matches):
        if start >= LONGEST:
            break
        out.append(html.escape(text[at:start]))
        out.append(_mark(text[start:end], matches, negatives))
        at = end
    out.append(html.escape(text[at:max(at, LONGEST)]))
    return "".join(out)


def _clusters(matches: typing.Sequence["Match"]):
    """Matches that overlap, together: (start, end, matches)."""
    together: typing.List["Match"] = []
    for match in matches:
        if together and match.start >= max(m.end for m in together):
            yield together[0].start, max(m.end for m in together), together
            together = []
        together.append(match)
    if together:
        yield together[0].start, max(m.end for m in together), together


def _mark(words: str, matches: typing.Sequence["Match"],
          negatives: typing.Set[str]) -> str:
    negative = any(m.pole in negatives for m in matches)
    said = any(m.endorsed for m in matches)
    kind = ("neg" if negative else "pos") + ("" if said else " not")
    labels = "".join(f"<small>{html.escape(_label(m))}</small>"
                     for m in matches)
    title = html.escape("\n".join(map(_title, matches)))
    return (f'<mark class="{kind}" title="{title}">{html.escape(words)}{labels}'
            "</mark>")


def _label(match: "Match") -> str:
    label = match.pole or match.category
    if match.stance != "used":
        label += ", " + match.stance.replace("_", " ")
    return label + (", repeated" if match.repeated else "")


def _title(match: "Match") -> str:
    parts = [f"{match.category}: {match.entry}"]
    if match.cue:
        parts.append(f"{match.stance.replace('_', ' ')} by “{match.cue.text}” "
                     f"({match.cue.rule})")
    if match.holder:
        parts.append(f"in the words of {match.holder.text}")
    if match.instead:
        parts.append("perhaps: " + "; ".join(match.instead))
    return " · ".join(parts)


def _foot(analysis: "Analysis") -> str:
    parts = [f"{analysis.words} words", f"{len(analysis.matches)} matches",
             f"lexicon {html.escape(analysis.analyzer.lexicon.name)} "
             f"{html.escape(analysis.analyzer.lexicon.version)}"]
    hidden = len(analysis.text) - LONGEST
    if hidden > 0:
        parts.append(f"{hidden} more characters are not shown; "
                     "analysis.report(&quot;html&quot;) has them all")
    return " · ".join(parts)
