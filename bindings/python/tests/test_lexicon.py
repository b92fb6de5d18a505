"""Lexicons: reading, looking, writing, sending."""

import pathlib
import pickle
import tempfile
import unittest

import framescope
from framescope import Lexicon, LexiconError

CARE = pathlib.Path(__file__).resolve().parents[3] / "lexicons/care"
TOML = '''
name = "small"
version = "1"
[[axis]]
name = "dark-light"
negative = "dark"
positive = "light"
[[category]]
name = "dark.night"
pole = "dark"
[[category]]
name = "light.day"
pole = "light"
'''
COLUMNS = ("pattern category weight locus flags profiles when instead sources "
           "date note")


def entry(pattern, category, weight):
    return "\t".join([pattern, category, str(weight)] + [""] * 8) + "\n"


ENTRIES = (COLUMNS.replace(" ", "\t") + "\n" + entry("midnight", "dark.night", 2)
           + entry("noon", "light.day", 1))


class Lexicons(unittest.TestCase):

    def test_that_are_built_in_are_those_of_the_folder(self):
        builtin, loaded = Lexicon.builtin(), Lexicon.load(CARE)
        self.assertEqual(builtin, loaded)
        self.assertEqual(builtin.hash, loaded.hash)
        self.assertEqual(len({builtin, loaded}), 1)

    def test_show_all_that_they_hold(self):
        lexicon = Lexicon.builtin()
        self.assertEqual(lexicon.axes[0].name, "deficit-strengths")
        self.assertTrue(lexicon.axes[0].headline)
        self.assertGreater(len(lexicon.entries), 1000)
        self.assertGreater(len(lexicon.masks), 100)
        self.assertEqual(lexicon.entries[-1].pattern,
                         list(lexicon.entries)[-1].pattern)
        names = {category.name for category in lexicon.categories}
        self.assertTrue({e.category for e in lexicon.entries[:500]} <= names)
        keys = {source.key for source in lexicon.sources}
        for entry in lexicon.entries[:500]:
            self.assertTrue(set(entry.sources) <= keys, entry)
        self.assertIn(lexicon.default_profile,
                      [profile.name for profile in lexicon.profiles])
        with self.assertRaises(IndexError):
            lexicon.entries[len(lexicon.entries)]

    def test_are_parsed_from_memory(self):
        lexicon = Lexicon.parse(TOML, ENTRIES)
        analyzer = framescope.Analyzer(lexicon)
        analysis = analyzer.analyze("From midnight to noon.")
        self.assertEqual([(m.text, m.pole, m.weight) for m in analysis.matches],
                         [("midnight", "dark", 2), ("noon", "light", 1)])
        self.assertEqual(list(analysis.scores), ["dark-light"])

    def test_that_are_malformed_tell_every_finding_and_the_line(self):
        bad = ENTRIES + entry("dusk", "no.such", 1) + entry("dawn", "no.other", 1)
        with self.assertRaises(LexiconError) as caught:
            Lexicon.parse(TOML, bad, name="mine")
        error = caught.exception
        self.assertIsInstance(error, ValueError)
        self.assertEqual((error.status, error.line), ("E_PARSE", 4))
        self.assertIn("no.such", str(error))
        self.assertEqual(len([d for d in error.diagnostics
                              if d.severity == "error"]), 2)

    def test_that_are_missing_say_so(self):
        with self.assertRaises(framescope.FramescopeError) as caught:
            Lexicon.load("/no/such/folder")
        self.assertIn("/no/such/folder", str(caught.exception))

    def test_of_other_tools_are_read(self):
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place, "mood.dic")
            path.write_text("%\n1\tgood\n2\tbad\n%\nhapp*\t1\nsad\t2\n")
            lexicon = Lexicon.load(path)
            self.assertEqual([c.name for c in lexicon.categories],
                             ["good", "bad"])
            analysis = framescope.Analyzer(lexicon).analyze("Happy, not sad.")
            self.assertEqual(
                {name: c.evoked for name, c in analysis.categories.items()},
                {"good": 1, "bad": 1})
            losses = lexicon.save(pathlib.Path(place, "mood.yml"))
            self.assertIsInstance(losses, list)
            again = Lexicon.load(pathlib.Path(place, "mood.yml"))
            self.assertEqual(len(again.entries), 2)

    def test_are_checked_shown_and_compared(self):
        lexicon = Lexicon.parse(TOML, ENTRIES)
        self.assertEqual([d for d in lexicon.check()
                          if d.severity == "error"], [])
        self.assertIn("midnight", lexicon.show("midnight"))
        other = Lexicon.parse(TOML, ENTRIES + entry("dusk", "dark.night", 1))
        self.assertIn("dusk", lexicon.diff(other))
        self.assertNotEqual(lexicon, other)

    def test_are_not_made_bare(self):
        with self.assertRaisesRegex(TypeError, "Lexicon.load"):
            Lexicon()


class Pickled(unittest.TestCase):

    def test_lexicons_are_the_same_whatever_they_came_from(self):
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place, "mood.dic")
            path.write_text("%\n1\tgood\n%\nhapp*\t1\n")
            made = [Lexicon.builtin(), Lexicon.parse(TOML, ENTRIES),
                    Lexicon.load(CARE), Lexicon.load(path)]
            sent = [pickle.dumps(lexicon) for lexicon in made]
        for lexicon, data in zip(made, sent):
            received = pickle.loads(data)
            self.assertEqual(received.hash, lexicon.hash)
            self.assertEqual(received.entries[0], lexicon.entries[0])
            self.assertIs(pickle.loads(data), received)
            twice = pickle.loads(pickle.dumps(received))
            self.assertEqual(twice.hash, lexicon.hash)

    def test_a_lexicon_that_changed_on_disk_is_refused(self):
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place, "mood.dic")
            path.write_text("%\n1\tgood\n%\nhapp*\t1\n")
            lexicon = Lexicon.load(path)
            path.write_text("%\n1\tgood\n%\nglad\t1\n")
            with self.assertRaisesRegex(LexiconError, "changed"):
                pickle.loads(pickle.dumps(lexicon))

    def test_analyzers_give_the_same_records(self):
        text = "Not a burden but a springboard for vulnerable people."
        for analyzer in (framescope.Analyzer(),
                         framescope.Analyzer(profile="us-clinical"),
                         framescope.Analyzer(stance=False, masks=False)):
            received = pickle.loads(pickle.dumps(analyzer))
            self.assertEqual(received.stamp, analyzer.stamp)
            self.assertEqual(received.analyze(text).to_json(),
                             analyzer.analyze(text).to_json())
            self.assertEqual(repr(received), repr(analyzer))

    def test_errors_keep_what_they_know(self):
        try:
            framescope.analyze("\ud800")
        except framescope.EncodingError as error:
            received = pickle.loads(pickle.dumps(error))
            self.assertEqual(
                (str(received), received.index, received.status),
                (str(error), 0, "E_ENCODING"))
        error = framescope.FileError("gone", "E_IO", 3, 4)
        received = pickle.loads(pickle.dumps(error))
        self.assertEqual((str(received), received.line, received.offset),
                         ("gone", 3, 4))

    def test_results_say_why_they_cannot(self):
        with self.assertRaisesRegex(TypeError, "to_dict"):
            pickle.dumps(framescope.analyze("a"))


if __name__ == "__main__":
    unittest.main()
