{
  echo '{"id": "a", "text": "She is a burden."}'
  printf '{"id": "b", "text": "'; head -c 300000 /dev/zero | tr '\0' x; echo '"}'
  echo '{"id": "c", "text": "We all belong."}'
} | framescope score --format jsonl --max-size 64K - > out 2> talk
echo "status $?"
cat talk
python3 -c '
import json
for line in open("out"):
    r = json.loads(line)
    print(r["document"]["id"], r.get("error", {}).get("status"))'
framescope score --max-size 64Q - < /dev/null
echo "status $?"
