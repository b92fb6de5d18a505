"""Totals of corpora: from analyses, from texts, from parts."""

import pickle
import random
import unittest

import framescope
from framescope import Total

PIECES = ["They are not a burden but a springboard. ", "The cat sat. ",
          "Vulnerable people fail. ", "We choose our own lives together. ",
          "Services are at breaking point. ", "We hear of their strengths. "]


def corpus(count):
    draw = random.Random(5)
    return ["".join(draw.choices(PIECES, k=draw.randint(0, 9)))
            for _ in range(count)]


class Totals(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.texts = corpus(1000)
        cls.analyzer = framescope.default_analyzer()
        cls.whole = Total(cls.analyzer,
                          framescope.analyze_many(cls.texts))

    def test_are_sums_of_the_analyses(self):
        analyses = list(framescope.analyze_many(self.texts))
        self.assertEqual(self.whole.documents, 1000)
        self.assertEqual(self.whole.words, sum(a.words for a in analyses))
        for axis, score in self.whole.scores.items():
            for reading in ("evoked", "endorsed"):
                for pole in ("negative", "positive"):
                    self.assertEqual(
                        getattr(getattr(score, reading), pole).count,
                        sum(getattr(getattr(a.scores[axis], reading),
                                    pole).count for a in analyses))
        self.assertGreater(
            self.whole.scores["crisis-springboard"].evoked.positive.count, 100)

    def test_of_parts_in_any_order_are_equal_to_the_last_bit(self):
        draw = random.Random(3)
        for parts in (1, 2, 7, 40):
            texts = self.texts[:]
            draw.shuffle(texts)
            made = [Total(self.analyzer, framescope.analyze_many(texts[at::parts]))
                    for at in range(parts)]
            while len(made) > 1:
                one = made.pop(draw.randrange(len(made)))
                made[draw.randrange(len(made))].merge(one)
            self.assertEqual(made[0].to_bytes(), self.whole.to_bytes())
            self.assertEqual(repr(made[0].scores), repr(self.whole.scores))

    def test_of_texts_alone_are_the_same(self):
        for workers in (1, 2):
            made = Total(self.analyzer)
            self.assertEqual(made.add_texts(self.texts, workers=workers), 1000)
            self.assertEqual(made, self.whole)

    def test_travel_and_come_back(self):
        received = pickle.loads(pickle.dumps(self.whole))
        self.assertEqual(received, self.whole)
        self.assertEqual(received.scores["deficit-strengths"],
                         self.whole.scores["deficit-strengths"])
        received.merge(received)
        self.assertEqual(received.documents, 2000)

    def test_of_another_lexicon_are_refused(self):
        other = framescope.Analyzer(profile="us-clinical")
        with self.assertRaises(framescope.ArgumentError):
            Total(other).merge(self.whole)
        with self.assertRaises(framescope.ArgumentError):
            Total.from_bytes(other, self.whole.to_bytes())

    def test_say_what_cannot_be_added(self):
        made = Total(self.analyzer)
        with self.assertRaisesRegex(framescope.EncodingError, "index 2"):
            made.add_texts(["a", "b \ud800"])
        self.assertEqual(made.documents, 0)
        self.assertEqual(made.add_texts(["a", "b \ud800", None, "c"],
                                        errors="skip"), 2)
        self.assertEqual(made.documents, 2)
        with self.assertRaisesRegex(TypeError, "Analysis"):
            made.add("text")
        with self.assertRaisesRegex(TypeError, "several"):
            made.add_texts("text")


if __name__ == "__main__":
    unittest.main()
