python3 - <<'PY'
import json

good = '{"id": "%d", "text": "Person %d is a burden."}'
faults = ['', '   ', '{broken', '[]', '"text"', '{"body": "x"}', '{"text": 5}',
          '{"text": ""}', '{"text": "a", "text": "b"}']
with open("in.jsonl", "wb") as out:
    for i in range(1, 3001):
        line = (good % (i, i)).encode()
        if i % 50 == 0:
            line = faults[i // 50 % len(faults)].encode()
        if i % 77 == 0:
            line = b'{"id": "%d", "text": "caf\xe9"}' % i
        out.write(line + (b"\r\n" if i % 3 == 0 else b"\n"))
PY
for jobs in 1 2 5; do
  framescope score --format jsonl --input-format jsonl -j $jobs - < in.jsonl > out$jobs 2> talk
  echo "status $?"
done
cmp out1 out2 && cmp out1 out5 && echo "same bytes"
cat in.jsonl | framescope score --format jsonl --input-format jsonl - 2> talk | cmp - out1 && echo "same from a pipe"
python3 - <<'PY'
import json

rows = [json.loads(line) for line in open("out1")]
print("lines", len(rows))
wrong = 0
for number, row in enumerate(rows, 1):
    if number % 50 == 0 or number % 77 == 0:
        wrong += row.get("error", {}).get("line") != number
        wrong += number % 77 == 0 and row["error"]["status"] != "E_ENCODING"
    else:
        wrong += row["document"]["id"] != str(number)
print("wrong", wrong)
PY
