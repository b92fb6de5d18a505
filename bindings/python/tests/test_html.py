"""_repr_html_: safe, whole, and readable without colour."""

import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import framescope

HOSTILE = ('<script>document.title="ran"</script>'
           '<img src=x onerror=\'document.title="ran"\'> a springboard '
           '"><b onmouseover=x>&amp;</b> for vulnerable people\x00\x1b[31m')
TEXT = ("Home care is not a burden but a springboard. The dominant narrative "
        "paints it as a safety net.")


class Reader(html.parser.HTMLParser):
    """The text as a person reads it, and what stands around it."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.words = [], set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, _ in attributes:
            assert name in ("class", "title", "rowspan"), name
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


class Notebook(unittest.TestCase):

    def test_says_in_words_what_each_mark_is(self):
        page = framescope.analyze(TEXT)._repr_html_()
        words = "".join(read(page).words)
        self.assertIn("burdencrisis, moved from", words)
        self.assertIn("springboardspringboard, moved to", words)
        self.assertIn("safety netcrisis, rejected", words)
        self.assertIn("2 crisis, 1 springboard", words)
        self.assertIn("too little text to tell", words)

    def test_holds_the_whole_text_and_nothing_that_runs(self):
        page = framescope.analyze(HOSTILE)._repr_html_()
        reader = read(page)
        self.assertLessEqual(reader.tags, {
            "div", "style", "table", "tr", "th", "td", "mark", "small", "p"})
        bare = re.sub(r"<small>.*?</small>", "", page)
        text = "".join(read(bare[bare.index('<div class="text">'):
                                 bare.index('<div class="foot">')]).words)
        self.assertEqual(text, HOSTILE)
        self.assertNotIn("http", page)

    def test_of_a_text_without_marks_says_so(self):
        page = framescope.analyze("The cat sat.")._repr_html_()
        self.assertIn("Nothing in the lexicon was found", page)

    def test_of_a_long_text_says_what_is_not_shown(self):
        page = framescope.analyze((TEXT + "\n\n") * 400)._repr_html_()
        self.assertLess(len(page), 400_000)
        self.assertIn("more characters are not shown", page)

    def test_runs_nothing_in_a_browser(self):
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        if not browser:
            self.skipTest("chromium is not installed")
        page = ("<!DOCTYPE html><meta charset=utf-8><title>still</title>"
                + framescope.analyze(HOSTILE)._repr_html_())
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place, "page.html")
            path.write_text(page, "utf-8", "replace")
            shown = subprocess.run(
                [browser, "--headless", "--no-sandbox", "--disable-gpu",
                 f"--user-data-dir={place}/profile", "--dump-dom",
                 path.as_uri()], check=True, capture_output=True, text=True,
                timeout=120, env={**os.environ, "HOME": place}).stdout
        self.assertIn("<title>still</title>", shown)
        self.assertEqual(shown.count("<mark"), page.count("<mark"))
        self.assertNotIn("<script", shown)


if __name__ == "__main__":
    unittest.main()
