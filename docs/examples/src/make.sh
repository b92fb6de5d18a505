#!/bin/sh
# Makes the binary examples from the sources beside this script.
# Needs LibreOffice Writer (Debian: libreoffice-writer-nogui). The made files
# are kept in the repository, so this is run only when a source changes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

convert() { # source, output type, export filter
  soffice --headless "-env:UserInstallation=file://$work/profile" \
    --infilter='HTML (StarWriter)' --convert-to "$2:$3" \
    --outdir "$work" "$1" > /dev/null
}

convert "$here/care-assessment.html" docx 'MS Word 2007 XML'
convert "$here/annual-report.html" odt writer8
python3 "$here/number_pages.py" "$work/annual-report.odt"
soffice --headless "-env:UserInstallation=file://$work/profile" \
  --convert-to pdf:writer_pdf_Export --outdir "$work" \
  "$work/annual-report.odt" > /dev/null

cp "$work/care-assessment.docx" "$work/annual-report.pdf" "$here/.."
ls -l "$here/../care-assessment.docx" "$here/../annual-report.pdf"
