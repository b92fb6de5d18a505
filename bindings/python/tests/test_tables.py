"""Tables: pandas, and Arrow's capsules against a reader and a writer made
here from the specification with ctypes alone."""

import ctypes
import gc
import unittest

import framescope
from framescope import _arrow
from framescope import _declarations as c

try:
    import numpy
    import pandas
except ImportError:  # extras
    numpy = pandas = None

TEXTS = ["Home care is not a burden but a springboard.", "",
         "A springboard \U0001F600 for vulnerable people.", "The cat sat."]


class Source:
    """A stranger's Arrow object: strings of int32 offsets, in two batches, the
    second a slice with a null in it."""

    def __init__(self):
        self.opened = 0

    def __arrow_c_stream__(self, requested_schema=None):
        self.opened += 1

        def batch(pieces, offset, length, bits):
            data = b"".join(pieces)
            ends = [0]
            for piece in pieces:
                ends.append(ends[-1] + len(piece))
            buffers = (
                None if bits is None else ctypes.create_string_buffer(bits),
                (ctypes.c_int32 * len(ends))(*ends),
                ctypes.create_string_buffer(data))
            column = _arrow._array(length, 0 if bits is None else 1, buffers)
            column.offset = offset
            return _arrow._array(length, 0, (None,), [column])

        def batches():
            yield batch([t.encode() for t in TEXTS[:2]], 0, 2, None)
            yield batch([b"left out"] + [t.encode() for t in TEXTS[2:]]
                        + [b""], 1, 3, b"\x07")

        def schema():
            return _arrow._schema(b"+s", b"",
                                  [_arrow._schema(b"u", b"body")])

        return _arrow.to_capsule(_arrow.stream_of(schema, batches()))


class Single:
    """A stranger's Arrow array of large strings."""

    def __arrow_c_array__(self, requested_schema=None):
        return (_arrow.to_capsule(_arrow.text_schema(None)),
                _arrow.to_capsule(_arrow.text_array(
                    [t.encode() for t in TEXTS], None)))


class Tables(unittest.TestCase):

    def test_of_documents_say_what_analyses_say(self):
        columns = framescope.document_table(TEXTS).to_pydict()
        self.assertEqual(columns["document"], [0, 1, 2, 3])
        for at, text in enumerate(TEXTS):
            analysis = framescope.analyze(text)
            self.assertEqual(columns["words"][at], analysis.words)
            for score in analysis.scores.values():
                self.assertEqual(columns[f"{score.negative}_evoked"][at],
                                 score.evoked.negative.count)
                self.assertEqual(columns[f"{score.positive}_endorsed"][at],
                                 score.endorsed.positive.count)
                axis = score.axis.replace("-", "_")
                self.assertEqual(columns[f"{axis}_evoked"][at],
                                 score.evoked.balance)
        self.assertEqual(columns["error"], [None] * 4)

    def test_of_matches_say_what_analyses_say(self):
        columns = framescope.match_table(TEXTS).to_pydict()
        rows = list(zip(columns["document"], columns["text"],
                        columns["char_begin"], columns["stance"],
                        columns["entry"], columns["endorsed"],
                        columns["rule"]))
        self.assertEqual(rows, [
            (at, m.text, m.start, m.stance, m.entry, m.endorsed,
             m.cue.rule if m.cue else None)
            for at, text in enumerate(TEXTS)
            for m in framescope.analyze(text).matches])
        self.assertGreater(len(rows), 3)

    def test_keep_texts_that_fail_and_that_are_missing(self):
        table = framescope.document_table(
            ["a springboard", "\ud800", None, b"\xff", "a springboard"])
        columns = table.to_pydict()
        self.assertEqual([one is None for one in columns["words"]],
                         [False, True, True, True, False])
        self.assertEqual([bool(one) for one in columns["error"]],
                         [False, True, False, True, False])

    def test_of_many_texts_come_in_batches_and_are_whole(self):
        texts = [f"springboard {at}" for at in range(20000)]
        for workers in (1, 2):
            columns = framescope.document_table(
                texts, workers=workers).to_pydict()
            self.assertEqual(columns["document"], list(range(20000)))
            self.assertEqual(set(columns["springboard_evoked"]), {1})
        self.assertEqual(framescope.match_table(texts).to_pydict()["document"],
                         list(range(20000)))

    def test_of_nothing_have_their_columns(self):
        columns = framescope.document_table([]).to_pydict()
        self.assertIn("words", columns)
        self.assertEqual(columns["words"], [])

    def test_name_what_is_wrong_with_the_texts(self):
        with self.assertRaisesRegex(TypeError, r"texts\[1\]"):
            framescope.document_table(["a", 3])
        with self.assertRaisesRegex(TypeError, "several"):
            framescope.document_table("one text")
        with self.assertRaisesRegex(TypeError, "no table"):
            framescope.document_table(["a"], id="key")


class Capsules(unittest.TestCase):

    def test_of_a_stranger_are_read_slices_nulls_and_all(self):
        own = framescope.document_table(TEXTS + [None]).to_pydict()
        source = Source()
        table = framescope.document_table(source, text="body")
        self.assertEqual(table.to_pydict(), own)
        self.assertGreater(source.opened, 0)
        own.pop("document")
        single = framescope.document_table(Single()).to_pydict()
        single.pop("document")
        self.assertEqual(single, {k: v[:4] for k, v in own.items()})

    def test_without_the_column_say_so(self):
        with self.assertRaisesRegex(framescope.FramescopeError, "text"):
            framescope.document_table(Source()).to_pydict()

    def test_of_a_table_feed_another_reader(self):
        for texts, text in ((TEXTS, "text"), (Source(), "body")):
            table = framescope.match_table(texts, text=text)
            stream = _arrow.from_capsule(table.__arrow_c_stream__(),
                                         c.ArrowArrayStream)
            schema = c.ArrowSchema()
            self.assertEqual(stream.get_schema(stream, schema), 0)
            self.assertEqual(schema.format, b"+s")
            rows = 0
            while True:
                batch = c.ArrowArray()
                self.assertEqual(stream.get_next(stream, batch), 0)
                if not batch.release:
                    break
                rows += batch.length
                _arrow.release(batch)
            _arrow.release(schema)
            _arrow.release(stream)
            self.assertEqual(rows, sum(
                len(framescope.analyze(t).matches) for t in TEXTS))

    def test_of_an_array_come_with_their_schema(self):
        schema, array = framescope.document_table(TEXTS).__arrow_c_array__()
        columns = _arrow.read_table(_arrow.from_capsule(schema, c.ArrowSchema),
                                    _arrow.from_capsule(array, c.ArrowArray))
        self.assertEqual([column.name for column in columns],
                         framescope.document_table([]).column_names)
        with self.assertRaisesRegex(TypeError, "__arrow_c_stream__"):
            framescope.document_table(Source(), text="body"
                                      ).__arrow_c_array__()

    def test_that_nobody_reads_free_what_they_hold(self):
        gc.collect()
        before = len(_arrow._live)
        for _ in range(50):
            table = framescope.document_table(TEXTS)
            table.__arrow_c_stream__()
            table.__arrow_c_array__()
            table.__arrow_c_schema__()
            framescope.document_table(Source(), text="body").to_pydict()
        gc.collect()
        self.assertEqual(len(_arrow._live), before)

    def test_can_be_used_once_only(self):
        capsule = framescope.document_table(TEXTS).__arrow_c_stream__()
        _arrow.release(_arrow.from_capsule(capsule, c.ArrowArrayStream))
        with self.assertRaisesRegex(ValueError, "used up"):
            _arrow.from_capsule(capsule, c.ArrowArrayStream)


@unittest.skipIf(pandas is None, "pandas is not installed")
class Frames(unittest.TestCase):

    def test_of_a_frame_keep_its_index_and_ids(self):
        frame = pandas.DataFrame(
            {"body": TEXTS + [None], "key": [7, 8, 9, 10, 11]},
            index=list("abcde"))
        scored = framescope.score_frame(frame, text="body", id="key")
        self.assertEqual(list(scored.index), list("abcde"))
        self.assertEqual(scored["id"].tolist(), [7, 8, 9, 10, 11])
        self.assertEqual(scored["springboard_evoked"].tolist()[:4],
                         [1, 0, 1, 0])
        self.assertTrue(pandas.isna(scored["words"].iloc[4]))
        matches = framescope.match_frame(frame, text="body", id="key")
        self.assertEqual(sorted(set(matches.index)), ["a", "c"])
        self.assertEqual(matches.loc["a", "text"].tolist(),
                         ["burden", "springboard"])
        joined = frame.join(scored, rsuffix="_scored")
        self.assertEqual(len(joined), 5)

    def test_take_series_arrays_and_ids_that_are_words(self):
        series = pandas.Series(TEXTS, index=[4, 3, 2, 1])
        self.assertEqual(list(framescope.score_frame(series).index),
                         [4, 3, 2, 1])
        frame = pandas.DataFrame({"text": TEXTS, "id": list("wxyz")})
        scored = framescope.score_frame(frame, id="id")
        self.assertEqual(scored["id"].tolist(), list("wxyz"))
        array = numpy.array(TEXTS, dtype=object)
        self.assertEqual(len(framescope.score_frame(array)), 4)

    def test_have_types_that_depend_on_no_row(self):
        some = framescope.score_frame(TEXTS)
        empty = framescope.score_frame([])
        missing = framescope.score_frame([None, "a springboard"])
        self.assertEqual(list(some.dtypes), list(missing.dtypes))
        self.assertEqual(list(some.columns), list(empty.columns))
        self.assertEqual(some["crisis_springboard_evoked"].dtype, "float64")

    def test_of_another_analyzer_are_by_its_axes(self):
        analyzer = framescope.Analyzer(stance=False)
        scored = analyzer.score_frame(TEXTS)
        self.assertEqual(scored["crisis_endorsed"].tolist(), [1, 0, 0, 0])
        self.assertEqual(
            framescope.score_frame(TEXTS)["crisis_endorsed"].tolist(), [0] * 4)
        self.assertEqual(set(analyzer.match_frame(TEXTS)["stance"]), {"used"})

    def test_of_a_missing_column_say_which_there_are(self):
        with self.assertRaisesRegex(KeyError, "body"):
            framescope.score_frame(pandas.DataFrame({"body": TEXTS}))

    def test_of_one_analysis_hold_its_matches(self):
        analysis = framescope.analyze(TEXTS[0])
        frame = analysis.to_pandas()
        self.assertEqual(frame["text"].tolist(), ["burden", "springboard"])
        self.assertEqual(frame["rule"].tolist(), ["contrast.not-but"] * 2)
        empty = framescope.analyze("").to_pandas()
        self.assertEqual(list(empty.columns), list(frame.columns))

    def test_of_many_texts_are_whole(self):
        texts = [TEXTS[at % 4] for at in range(20000)]
        frame = framescope.match_frame(texts)
        self.assertEqual(len(frame), 5000 * len(
            framescope.match_frame(TEXTS)))
        self.assertEqual(frame["stance"].dtype, "category")


if __name__ == "__main__":
    unittest.main()
