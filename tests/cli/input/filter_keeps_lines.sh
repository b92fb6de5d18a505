printf '%s\n' '{"id":"a","text":"She is a burden."}' '{broken' '{"id":"c","text":""}' '{"id":"d","text":"We all belong."}' |
  framescope score --format jsonl --input-format jsonl - 2>/dev/null > out
echo "status $?"
python3 -c '
import json
for line in open("out"):
    r = json.loads(line)
    print(r["document"]["id"], "error" if "error" in r else "scored")'
