"""Gives every page of an .odt a footer with the title and the page number."""

import re
import shutil
import sys
import zipfile

FOOTER = (
    "<style:footer><text:p>Harbour Lights, annual report 2025, page "
    "<text:page-number>1</text:page-number></text:p></style:footer>"
)
FOOTER_STYLE = (
    "<style:footer-style><style:header-footer-properties "
    'fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>'
)


def with_footer(styles: str) -> str:
    """The styles of an .odt, with the footer on each master page."""
    styles = re.sub(r"<style:footer-style/>", FOOTER_STYLE, styles)
    styles, pages = re.subn(
        r"<style:master-page ([^>]*)/>",
        rf"<style:master-page \1>{FOOTER}</style:master-page>",
        styles,
    )
    if pages == 0:
        raise SystemExit("number_pages.py: no master page found in styles.xml")
    return styles


def main(path: str) -> None:
    numbered = path + ".numbered"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(numbered, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "styles.xml":
                data = with_footer(data.decode("utf-8")).encode("utf-8")
            new.writestr(part, data)
    shutil.move(numbered, path)


if __name__ == "__main__":
    main(sys.argv[1])
