# Warnings of the two programs that show manual pages in use.
command -v mandoc man > /dev/null || { echo "install mandoc and man-db" >&2; exit 77; }
framescope --generate man > framescope.1
mandoc -Tlint -W warning framescope.1 && echo "mandoc: no warnings"
MANWIDTH=80 man --warnings -l framescope.1 2>&1 > page | head
grep -c '^EXIT STATUS' page
