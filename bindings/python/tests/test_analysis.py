"""One text: matches, indices, scores, records, errors."""

import json
import pathlib
import subprocess
import os
import unittest

import framescope
from framescope import EncodingError

TEXT = ("\U0001F600 Home care is not a burden but a springboard. The dominant "
        "narrative paints it as a safety net. Ünïçödé “vulnerable people” "
        "\U0001F468\u200d\U0001F469\u200d\U0001F467 live here, and they are "
        "the experts in their own lives.")


class Matches(unittest.TestCase):

    def test_have_indices_of_the_str_also_after_emoji(self):
        analysis = framescope.analyze(TEXT)
        self.assertGreaterEqual(len(analysis.matches), 4)
        data = TEXT.encode("utf-8")
        for match in analysis.matches:
            self.assertEqual(TEXT[match.start:match.end], match.text)
            self.assertEqual(
                data[match.byte_start:match.byte_end].decode(), match.text)

    def test_have_cues_and_holders_with_indices_of_the_str(self):
        analysis = framescope.analyze(TEXT)
        cues = [m.cue for m in analysis.matches if m.cue and m.cue.text]
        holders = [m.holder for m in analysis.matches if m.holder]
        self.assertTrue(cues and holders)
        for span in cues + holders:
            self.assertEqual(TEXT[span.start:span.end], span.text)
        self.assertIn("The dominant narrative", [h.text for h in holders])

    def test_say_what_the_record_says(self):
        analysis = framescope.analyze(TEXT)
        record = analysis.to_dict()
        self.assertEqual(len(record["matches"]), len(analysis.matches))
        for told, match in zip(record["matches"], analysis.matches):
            self.assertEqual(told["chars"], [match.start, match.end])
            self.assertEqual([told["begin"], told["end"]],
                             [match.byte_start, match.byte_end])
            for name in ("text", "axis", "pole", "category", "entry", "weight",
                         "locus", "stance", "evoked", "endorsed", "repeated",
                         "in_quotation", "sentence", "line", "page", "pair"):
                self.assertEqual(told[name], getattr(match, name), name)
            for name in ("instead", "sources", "flags"):
                self.assertEqual(told[name], list(getattr(match, name)), name)
            cue = told["cue"]
            self.assertEqual(cue and (cue["text"], cue["rule"]),
                             match.cue and (match.cue.text, match.cue.rule))
            self.assertEqual(told["holder"] and told["holder"]["text"],
                             match.holder and match.holder.text)

    def test_are_frozen(self):
        match = framescope.analyze(TEXT).matches[0]
        with self.assertRaises(AttributeError):
            match.start = 3

    def test_of_text_with_nul_and_byte_order_mark_keep_their_place(self):
        text = "\ufeffA\0 springboard\r\nand a\tspringboard"
        analysis = framescope.analyze(text)
        self.assertEqual(analysis.text, text)
        self.assertEqual([text[m.start:m.end] for m in analysis.matches],
                         ["springboard", "springboard"])


class Scores(unittest.TestCase):

    def test_say_what_the_record_says(self):
        analysis = framescope.analyze(TEXT * 3)
        record = analysis.to_dict()
        self.assertEqual([axis["axis"] for axis in record["axes"]],
                         list(analysis.scores))
        for told in record["axes"]:
            score = analysis.scores[told["axis"]]
            for reading in ("evoked", "endorsed"):
                balance = getattr(score, reading)
                self.assertEqual(told[reading]["negative"],
                                 balance.negative._asdict())
                self.assertEqual(told[reading]["positive"],
                                 balance.positive._asdict())
                self.assertEqual(tuple(told[reading]["interval"]),
                                 balance.interval)
                for name in ("balance", "log_ratio", "log_ratio_error",
                             "verdict"):
                    self.assertEqual(told[reading][name],
                                     getattr(balance, name))

    def test_of_an_unknown_axis_say_which_there_are(self):
        scores = framescope.analyze("").scores
        with self.assertRaisesRegex(KeyError, "deficit-strengths"):
            scores["deficits"]

    def test_of_an_empty_text_are_too_little_to_tell(self):
        analysis = framescope.analyze("")
        self.assertEqual((analysis.words, analysis.matches), (0, ()))
        for score in analysis.scores.values():
            self.assertIsNone(score.evoked.balance)
            self.assertEqual(score.evoked.verdict, "too_little")

    def test_measures_reframings_and_categories_say_what_the_record_says(self):
        analysis = framescope.analyze(TEXT)
        record = analysis.to_dict()
        self.assertEqual(
            [(r["from"], r["to"], r["rule"]) for r in record["reframings"]],
            [tuple(r) for r in analysis.reframings])
        self.assertEqual(len(analysis.reframings), 1)
        measures = record["measures"]
        self.assertEqual(
            (tuple(measures["problem_without_way_forward"]),
             measures["buzzword_share"], tuple(measures["missing"])),
            tuple(analysis.measures))
        self.assertEqual(
            {told["category"]: (told["evoked"], told["endorsed"])
             for told in record["categories"] if told["evoked"]},
            {name: count[:2] for name, count in analysis.categories.items()})
        for name in ("words", "sentences", "paragraphs", "repeated_paragraphs",
                     "repeated_words"):
            self.assertEqual(record["document"][name], getattr(analysis, name))


class Records(unittest.TestCase):

    def test_are_those_of_the_program(self):
        program = os.environ.get("FRAMESCOPE_PROGRAM")
        if not program:
            self.skipTest("FRAMESCOPE_PROGRAM names no program")
        path = pathlib.Path(__file__).resolve().parents[3] / (
            "docs/examples/blog-post.md")
        printed = subprocess.run(
            [program, "score", "--format", "jsonl", str(path)], check=True,
            capture_output=True).stdout.decode("utf-8")
        analysis, = framescope.score_files([path])
        self.assertEqual(analysis.to_json() + "\n", printed)
        same = framescope.analyze(framescope.read_document(path))
        record, other = same.to_dict(), json.loads(printed)
        record["document"].pop("path"), other["document"].pop("path")
        self.assertEqual(record, other)

    def test_without_the_words_hold_none(self):
        told = framescope.analyze(TEXT).to_dict(quiet=True)
        self.assertEqual({m["text"] for m in told["matches"]}, {None})

    def test_come_as_each_report(self):
        analysis = framescope.analyze(TEXT)
        self.assertIn("Crisis or springboard", analysis.report())
        self.assertIn("<!DOCTYPE html>", analysis.report("html"))
        self.assertEqual(len(analysis.report("csv").splitlines()),
                         1 + len(analysis.matches))
        with self.assertRaisesRegex(ValueError, "jsonl"):
            analysis.report("pdf")


class Concordance(unittest.TestCase):

    def test_shows_each_match_amid_its_text_in_columns(self):
        lines = framescope.analyze(TEXT).concordance(12)
        self.assertEqual(str(lines[0]), "re is not a [burden] but a sprin")
        self.assertEqual({len(line.left) for line in lines}, {12})
        self.assertEqual({len(line.right) for line in lines}, {12})

    def test_keeps_to_one_line(self):
        line, = framescope.analyze("one\ntwo\tspringboard\r\nx").concordance(8)
        self.assertEqual(str(line), "one two [springboard]  x     ")


class Errors(unittest.TestCase):

    def test_of_half_a_surrogate_pair_name_the_index(self):
        with self.assertRaises(EncodingError) as caught:
            framescope.analyze("né \ud83d burden")
        self.assertEqual(caught.exception.index, 3)
        self.assertEqual(caught.exception.offset, 4)
        self.assertIn("U+D83D, at index 3", str(caught.exception))

    def test_of_bytes_name_the_offset(self):
        with self.assertRaises(EncodingError) as caught:
            framescope.analyze(b"burden \xff")
        self.assertEqual(caught.exception.offset, 7)
        self.assertEqual(caught.exception.status, "E_ENCODING")
        self.assertIsInstance(caught.exception, ValueError)

    def test_of_another_type_say_what_is_taken(self):
        for wrong in (None, 3, ["a"]):
            with self.assertRaisesRegex(TypeError, "str, bytes or a Document"):
                framescope.analyze(wrong)

    def test_of_bytes_that_are_utf8_there_are_none(self):
        analysis = framescope.analyze("é springboard".encode())
        self.assertEqual((analysis.text, analysis.matches[0].start),
                         ("é springboard", 2))

    def test_of_options_name_them(self):
        with self.assertRaisesRegex(framescope.FramescopeError, "no-such"):
            framescope.Analyzer(profile="no-such")
        with self.assertRaisesRegex(TypeError, "Lexicon.load"):
            framescope.Analyzer("care")
        with self.assertRaisesRegex(ValueError, "NUL"):
            framescope.Analyzer(locale="en\0GB")


if __name__ == "__main__":
    unittest.main()
