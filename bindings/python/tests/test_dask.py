"""Dask: the same figures as on one machine, also when a worker dies."""

import os
import signal
import tempfile
import time
import unittest

try:
    import dask
    import dask.bag
    import dask.dataframe
    import distributed
    import pandas
except ImportError:  # extras
    dask = None

import framescope
from framescope import Total

PIECES = ["They are not a burden but a springboard. ", "The cat sat. ",
          "Vulnerable people fail. ", "We choose our own lives together. ",
          "Services are at breaking point. "]
PARTS = 24


def corpus(count):
    return ["".join(PIECES[(at * k) % 5] for k in range(1, 2 + at % 9))
            for at in range(count)]


@unittest.skipIf(dask is None, "dask, distributed or pandas is not installed")
class OneProcess(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        import framescope.dask  # noqa: F401
        cls.texts = corpus(300)
        cls.frame = pandas.DataFrame(
            {"body": cls.texts, "key": [f"k{at}" for at in range(300)]},
            index=range(100, 400))

    def setUp(self):
        setting = dask.config.set(scheduler="synchronous")
        setting.__enter__()
        self.addCleanup(setting.__exit__, None, None, None)

    def test_a_bag_gives_a_record_for_each_text(self):
        texts = self.texts[:40] + ["half \ud800"]
        records = framescope.dask.score_bag(
            dask.bag.from_sequence(texts, npartitions=7)).compute()
        self.assertEqual(records[:40], [framescope.analyze(text).to_dict()
                                        for text in texts[:40]])
        self.assertEqual(records[40]["error"]["status"], "E_ENCODING")

    def test_a_frame_gives_what_pandas_gives(self):
        parts = dask.dataframe.from_pandas(self.frame, npartitions=6)
        scored = framescope.dask.score_dataframe(parts, text="body", id="key")
        self.assertEqual(scored.divisions, parts.divisions)
        pandas.testing.assert_frame_equal(
            scored.compute(),
            framescope.score_frame(self.frame, text="body", id="key"))
        matches = framescope.dask.score_dataframe(
            parts, text="body", id="key", rows="matches").compute()
        serial = framescope.match_frame(self.frame, text="body", id="key")
        pandas.testing.assert_frame_equal(
            matches, serial, check_dtype=False, check_categorical=False)
        with self.assertRaisesRegex(ValueError, "documents"):
            framescope.dask.score_dataframe(parts, rows="words")

    def test_a_total_does_not_depend_on_the_partitions(self):
        serial = Total(framescope.default_analyzer(),
                       framescope.analyze_many(self.texts))
        for count in (1, 5, 30):
            parts = dask.dataframe.from_pandas(self.frame, npartitions=count)
            bag = dask.bag.from_sequence(self.texts, npartitions=count)
            for made in (framescope.dask.total(parts, text="body"),
                         framescope.dask.total(parts["body"]),
                         framescope.dask.total(bag)):
                self.assertEqual(made.compute().to_bytes(), serial.to_bytes())

    def test_another_lexicon_travels(self):
        analyzer = framescope.Analyzer(profile="us-clinical")
        bag = dask.bag.from_sequence(self.texts, npartitions=3)
        total = framescope.dask.total(bag, analyzer=analyzer).compute()
        self.assertEqual(total.analyzer.stamp, analyzer.stamp)
        self.assertEqual(total, Total(analyzer, analyzer.analyze_many(
            self.texts)))

    def test_texts_that_fail_raise_or_are_left_out(self):
        bag = dask.bag.from_sequence(["a", "b \ud800", "c"], npartitions=2)
        with self.assertRaises(framescope.EncodingError):
            framescope.dask.total(bag).compute()
        skipped = framescope.dask.total(bag, errors="skip").compute()
        self.assertEqual(skipped.documents, 2)


def slowly(texts, folder):
    """Marks that a worker has begun a part, and gives time to kill it."""
    with tempfile.NamedTemporaryFile(dir=folder, delete=False):
        time.sleep(0.2)
    return texts


@unittest.skipIf(dask is None, "dask, distributed or pandas is not installed")
class Cluster(unittest.TestCase):

    def test_whose_worker_is_killed_gives_the_serial_total_and_records(self):
        import framescope.dask
        texts = corpus(2000)
        serial = Total(framescope.default_analyzer(),
                       framescope.analyze_many(texts))
        expected = framescope.document_table(texts).to_pydict()
        with tempfile.TemporaryDirectory() as folder, \
                distributed.LocalCluster(
                    n_workers=2, threads_per_worker=1, processes=True,
                    dashboard_address=None, local_directory=folder,
                ) as cluster, distributed.Client(cluster) as client:
            marks = os.path.join(folder, "marks")
            os.mkdir(marks)
            bag = dask.bag.from_sequence(texts, npartitions=PARTS
                                          ).map_partitions(slowly, marks)
            frame = bag.to_dataframe(meta={"text": object})
            wanted = client.compute([
                framescope.dask.total(bag),
                framescope.dask.score_dataframe(frame)])
            killed = self.kill_one(client, marks)
            total, scored = client.gather(wanted)
            alive = client.run(os.getpid)
        self.assertNotIn(killed, alive.values())
        self.assertEqual(total.to_bytes(), serial.to_bytes())
        self.assertEqual(repr(total.scores), repr(serial.scores))
        for name in ("words", "crisis_evoked", "springboard_endorsed"):
            self.assertEqual(scored[name].tolist(), expected[name])

    def kill_one(self, client, marks):
        """Kills a worker in the midst of the work."""
        processes = list(client.run(os.getpid).values())
        self.assertEqual(len(processes), 2)
        until = time.monotonic() + 120
        while len(os.listdir(marks)) < 4:
            self.assertLess(time.monotonic(), until, "the work never began")
            time.sleep(0.02)
        self.assertLess(len(os.listdir(marks)), PARTS, "the work is over")
        os.kill(processes[0], signal.SIGKILL)
        return processes[0]


if __name__ == "__main__":
    unittest.main()
