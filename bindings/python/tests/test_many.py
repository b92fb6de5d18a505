"""Many texts and many files: order, errors, workers, memory."""

import itertools
import json
import pathlib
import resource
import tempfile
import time
import unittest

import framescope
from framescope import EncodingError, Failure


def texts(count):
    return [f"Text {at}: they are a burden{' and a burden' * (at % 3)}, "
            f"not {'é' * (at % 2)} a springboard." for at in range(count)]


class ManyTexts(unittest.TestCase):

    def test_come_in_their_order_with_the_results_of_one_by_one(self):
        some = texts(1500) + ["", "\U0001F600 burden"]
        for workers in (None, 1, 2, 3):
            found = list(framescope.analyze_many(some, workers=workers))
            self.assertEqual([a.text for a in found], some)
        for text, analysis in zip(some[::50] + some[-2:],
                                  found[::50] + found[-2:]):
            self.assertEqual(framescope.analyze(text).to_json(),
                             analysis.to_json())

    def test_may_be_bytes(self):
        found = list(framescope.analyze_many([b"a springboard", "a springboard", "é"]))
        self.assertEqual([len(a.matches) for a in found], [1, 1, 0])
        self.assertEqual(found[0].text, "a springboard")

    def test_are_read_as_they_are_wanted(self):
        taken = []

        def endless():
            for at in itertools.count():
                taken.append(at)
                yield f"burden {at}"

        for workers in (1, 2):
            taken.clear()
            some = framescope.analyze_many(endless(), workers=workers)
            first = list(itertools.islice(some, 3))
            some.close()
            self.assertEqual(first[2].text, "burden 2")
            self.assertLess(len(taken), 2000)

    def test_none_at_all_give_none(self):
        self.assertEqual(list(framescope.analyze_many([])), [])

    def test_one_text_is_not_many(self):
        for wrong in ("a burden", b"a burden"):
            with self.assertRaisesRegex(TypeError, "use analyze"):
                framescope.analyze_many(wrong)

    def test_bad_arguments_are_told_at_once(self):
        for workers in (0, -1, 1.5, True, "2"):
            with self.assertRaisesRegex(ValueError, "workers"):
                framescope.analyze_many([], workers=workers)
        with self.assertRaisesRegex(ValueError, "record"):
            framescope.analyze_many([], errors="ignore")

    def test_keep_memory_flat(self):
        def many(count):
            return (f"Text {at} of the burden. " * 20 for at in range(count))

        for _ in framescope.analyze_many(many(2000), workers=2):
            pass
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in framescope.analyze_many(many(12000), workers=2):
            pass
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        self.assertLess(grown, 24 * 1024, "KiB")


class ErrorsAmongMany(unittest.TestCase):

    BAD = ["a burden", "half \ud800", "b burden", b"\xff", 7, "c burden"]

    def test_are_raised_at_their_place_after_the_results_before(self):
        for workers in (1, 2):
            some = framescope.analyze_many(self.BAD, workers=workers)
            self.assertEqual(next(some).text, "a burden")
            with self.assertRaises(EncodingError) as caught:
                next(some)
            self.assertEqual(caught.exception.index, 5)

    def test_are_recorded_and_lose_no_other_text(self):
        for workers in (1, 2):
            found = list(framescope.analyze_many(self.BAD, workers=workers,
                                                 errors="record"))
            self.assertEqual([result.ok for result in found],
                             [True, False, True, False, False, True])
            self.assertEqual([r.index for r in found if not r.ok], [1, 3, 4])
            self.assertIsInstance(found[1], Failure)
            self.assertEqual(found[1].to_dict()["error"]["status"],
                             "E_ENCODING")
            self.assertEqual(found[3].error.offset, 0)

    def test_of_type_name_the_index(self):
        for bad in (None, 7, ["x"]):
            some = framescope.analyze_many(["a"] * 700 + [bad])
            with self.assertRaisesRegex(TypeError, r"texts\[700\].*must be"):
                list(some)

    def test_of_the_source_come_through(self):
        def broken():
            yield "a burden"
            raise OSError("the disk is gone")

        with self.assertRaisesRegex(OSError, "the disk is gone"):
            list(framescope.analyze_many(broken()))


class Files(unittest.TestCase):

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        (self.place / "a.txt").write_text("They are a burden.")
        (self.place / "b.html").write_text("<title>B</title><p>Care &amp; a "
                                           "springboard</p>")
        (self.place / "c.csv").write_text("id,text\nx,a burden\ny,none\n")
        (self.place / "d.bin").write_bytes(bytes(range(256)))
        (self.place / "e.docx").write_bytes(b"no zip at all")

    def test_are_read_in_order_rows_and_all(self):
        for workers in (1, 2):
            found = list(framescope.score_files(
                [self.place], workers=workers, errors="record"))
            names = [pathlib.Path(r.path).name for r in found]
            self.assertEqual(names, ["a.txt", "b.html", "c.csv", "c.csv",
                                     "d.bin", "e.docx"])
            self.assertEqual([r.ok for r in found],
                             [True, True, True, True, False, False])
            self.assertEqual([r.id for r in found[2:4]], ["x", "y"])
            self.assertEqual(found[1].title, "B")
            self.assertTrue(found[4].skipped)
            self.assertFalse(found[5].skipped)

    def test_that_fail_raise_after_the_results_before(self):
        results = framescope.score_files([self.place])
        self.assertEqual(len(list(itertools.islice(results, 4))), 4)
        with self.assertRaises(framescope.FramescopeError) as caught:
            next(results)
        self.assertIn("e.docx", str(caught.exception) + repr(caught.exception))

    def test_that_are_missing_are_failures(self):
        result, = framescope.score_files([self.place / "gone.txt"],
                                         errors="record")
        self.assertEqual(result.error.status, "E_IO")
        self.assertIsInstance(result.error, OSError)

    def test_are_left_when_nobody_wants_more(self):
        for at in range(300):
            (self.place / f"f{at:03}.txt").write_text("burden " * 50)
        results = framescope.score_files([self.place], errors="record")
        next(results)
        begun = time.monotonic()
        results.close()
        self.assertLess(time.monotonic() - begun, 30)

    def test_take_options_of_reading(self):
        (self.place / "t.csv").write_text("key;body\n1;a springboard\n",
                                          encoding="utf-16")
        result, = framescope.score_files(
            self.place / "t.csv", text_column="body", id_column="key")
        self.assertEqual((result.id, len(result.matches)), ("1", 1))

    def test_one_by_one_are_documents(self):
        document = framescope.read_document(self.place / "b.html")
        self.assertEqual(document.title, "B")
        analysis = framescope.analyze(document)
        self.assertEqual(analysis.text, document.text)
        self.assertEqual(len(analysis.matches), 1)
        with self.assertRaises(framescope.FileError):
            framescope.read_document(self.place / "gone.txt")
        with self.assertRaises(framescope.DocumentError):
            framescope.read_document(self.place / "e.docx")

    def test_documents_of_text_have_ids_and_titles(self):
        document = framescope.Document.new("a burden", id="k", title="T")
        analysis = framescope.analyze(document)
        self.assertEqual((analysis.id, analysis.title), ("k", "T"))
        self.assertEqual(json.loads(analysis.to_json())["document"]["id"], "k")


if __name__ == "__main__":
    unittest.main()
