printf 'key,body\na17,"A care crisis.\n\nOn all."\nb2,No entry.\nc3,\n' > art.csv
printf '{"id":"x","text":"A care crisis."}\n{"text":"no text here"}\n{"id":"z"}\n' > art.jsonl
# What is said of the entries changes with the lexicon.
heads() { grep -v "^  \|^$"; }
lint=$(framescope lint art.csv --text-column body | head -1 | cut -d ' ' -f 1)
try() { echo "== $*"; framescope explain "$@" 2>&1 | heads; echo "status ${PIPESTATUS[0]}"; }
try "${lint%:}" --text-column body --id-column key
try art.csv:4 --text-column body
try art.csv:5 --text-column body
try art.csv:1 --text-column body
try art.csv:6 --text-column body
try art.csv:99 --text-column body
try art.csv
try art.csv --text-column body --id-column key
try art.jsonl:1
try art.jsonl:3
try art.jsonl:9
framescope explain --input-format jsonl - < art.jsonl 2> /dev/null | head -1
echo 'A care crisis.' | framescope explain - | heads
echo 'A care crisis.' | iconv -t utf-16 | framescope explain -:1 --encoding utf-16 | heads
printf 'text\nno\n' > a:2; framescope explain a:2
