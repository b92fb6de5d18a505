mkdir -p box/sub
echo "She is no longer a burden." > box/a.txt
printf '' > box/empty.txt
printf 'PK\003\004 not really' > box/broken.docx
mkfifo box/pipe.txt
ln -s ../box box/sub/loop
ln -s nowhere box/dangling.txt
echo "not a document" > box/data.bin
echo "hidden" > box/.hidden.txt
framescope score --format jsonl box > out.jsonl 2> talk
echo "status $?"
python3 - <<'PY'
import json
rows = [json.loads(line) for line in open("out.jsonl")]
print("scored", sum("axes" in r for r in rows))
print("failed", sorted(r["document"]["path"].split("/")[-1]
                       for r in rows if "error" in r))
PY
framescope score box 2>/dev/null | grep '^documents:'
