"""Threads, forks, and the order in which things go away."""

import concurrent.futures
import gc
import multiprocessing
import threading
import unittest

import framescope

TEXT = "Not a burden but a springboard: they are the experts in their lives. "


def record_of(text):
    return framescope.analyze(text).to_json()


def records_of_many(count):
    return [a.to_json() for a in framescope.analyze_many(
        [TEXT * (at % 5) for at in range(count)], workers=2)]


class Threads(unittest.TestCase):

    def test_share_an_analyzer_and_an_analysis(self):
        analyzer = framescope.Analyzer()
        expected = [analyzer.analyze(TEXT * n).to_json() for n in range(8)]
        shared = analyzer.analyze(TEXT * 50)

        def work(at):
            own = analyzer.analyze(TEXT * (at % 8)).to_json()
            return own == expected[at % 8] and len(shared.matches)

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            found = list(pool.map(work, range(400)))
        self.assertEqual(set(found), {len(shared.matches)})

    def test_run_analyze_many_at_once(self):
        expected = records_of_many(100)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for found in pool.map(records_of_many, [100] * 8):
                self.assertEqual(found, expected)

    def test_run_python_while_the_library_works(self):
        text = TEXT * 20000
        ticks, done = [], threading.Event()

        def work():
            framescope.analyze(text)
            done.set()

        thread = threading.Thread(target=work)
        thread.start()
        while not done.wait(0.001):
            ticks.append(1)
        thread.join()
        # With the GIL held there would be no tick before the end.
        self.assertGreater(len(ticks), 5)


class Forks(unittest.TestCase):

    def test_work_after_the_library_was_used_by_threads(self):
        records_of_many(50)
        expected = record_of(TEXT)
        many = records_of_many(100)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            self.assertEqual(pool.map(record_of, [TEXT] * 20),
                             [expected] * 20)
            self.assertEqual(pool.map(records_of_many, [100] * 2), [many] * 2)

    def test_spawned_processes_work_too(self):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            self.assertEqual(pool.apply(record_of, (TEXT,)), record_of(TEXT))


class Lifetimes(unittest.TestCase):

    def test_an_analysis_outlives_what_it_came_from(self):
        analysis = framescope.Analyzer(
            framescope.Lexicon.builtin()).analyze(TEXT)
        gc.collect()
        self.assertEqual(analysis.matches[0].text, "a burden")
        many = list(framescope.analyze_many([TEXT] * 40, workers=2))
        kept = many[7]
        del many
        gc.collect()
        self.assertEqual(kept.text, TEXT)

    def test_an_iterator_that_is_dropped_leaves_no_thread(self):
        before = threading.active_count()
        some = framescope.analyze_many([TEXT] * 3000, workers=2)
        next(some)
        del some
        gc.collect()
        self.assertEqual(threading.active_count(), before)


if __name__ == "__main__":
    unittest.main()
