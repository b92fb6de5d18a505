"""Opens HTML reports in Chromium: check_pages.py CHROMIUM FOLDER

The folder holds the pages of write_samples. No text of a document may run,
load or add an element; every mark must be reachable and described."""

import html.parser
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

FORBIDDEN = {"script", "iframe", "img", "object", "embed", "base", "form",
             "input", "button", "textarea", "noscript", "animate"}


class Elements(html.parser.HTMLParser):
    """Every start tag with its attributes, the title, and ids."""

    def __init__(self):
        super().__init__()
        self.tags, self.title, self.in_title = [], "", False

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.in_title = tag == "title"

    def handle_endtag(self, tag):
        self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.title += data


def dump(chromium, url):
    """The page's elements after it has run for a while."""
    with tempfile.TemporaryDirectory() as profile:
        run = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", "--virtual-time-budget=2000",
             "--dump-dom", url],
            capture_output=True, timeout=120, check=True)
    elements = Elements()
    elements.feed(run.stdout.decode("utf-8"))
    return elements


def parsed(path):
    elements = Elements()
    elements.feed(path.read_text(encoding="utf-8"))
    return elements


def check(chromium, path, port, asked):
    page = dump(chromium, f"http://127.0.0.1:{port}/{path.name}")
    source = parsed(path)
    names = [tag for tag, _ in page.tags]
    assert len(names) > 50, f"{path}: the page is empty"
    assert not FORBIDDEN & set(names), FORBIDDEN & set(names)
    assert page.title == source.title, f"{path}: {page.title!r}"
    assert page.title != "owned"
    # What the browser made is what the program wrote, element for element.
    wrote = [tag for tag, _ in source.tags if tag != "tbody"]
    assert [tag for tag in names if tag != "tbody"] == wrote, path
    for tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "srcdoc", "action"), (tag, name)
            if name == "href":
                assert value.startswith("#"), value
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids)), f"{path}: an id stands twice"
    for _, attributes in page.tags:
        if attributes.get("class") == "why":
            assert attributes["tabindex"] == "0"
            assert attributes["aria-describedby"] in ids
        if attributes.get("href", "#")[1:]:
            assert attributes["href"][1:] in ids, attributes["href"]
    assert asked == {f"/{path.name}"} or asked == {f"/{path.name}",
                                                   "/favicon.ico"}, asked


def check_bait(chromium, folder, port):
    """The same words without escape and policy do run, so that the browser is
    known to run scripts."""
    bait = folder / "bait.html"
    bait.write_text("<title>calm</title><body><script>document.title='owned'"
                    "</script>", encoding="utf-8")
    page = dump(chromium, f"http://127.0.0.1:{port}/{bait.name}")
    assert page.title == "owned", "this browser runs no scripts at all"


def main():
    chromium, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    asked = set()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def do_GET(self):
            asked.add(self.path)
            super().do_GET()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    check_bait(chromium, folder, port)
    for name in ("calm.html", "hostile.html", "corpus.html"):
        asked.clear()
        check(chromium, folder / name, port, asked)
    server.shutdown()
    print("three pages hold, and nothing in them ran")


main()
