mkdir new old
for i in 1 2 3 4 5 6; do
  echo "We build on strengths together. People decide, and we all belong." > new/$i.txt
  echo "She is a burden on the system. The vulnerable are hard to reach." > old/$i.txt
done
framescope compare new --against old > text; echo "status $?"
head -9 text
grep -o '^More frequent in .' text
framescope compare -j 1 new --against old | cmp - text && echo "same bytes"
framescope compare --json new --against old | python3 -c '
import json, sys
r = json.load(sys.stdin)
print(r["schema"], r["a"]["documents"], r["b"]["documents"])
d = r["differences"][0]["endorsed"]["balance"]
print(d["value"], d["interval"][0] <= d["value"] <= d["interval"][1])
print(all(e["a"] + e["b"] > 0 for e in r["entries"]))'
framescope compare --format csv new --against old | head -1
framescope compare new --against nowhere > /dev/null 2> talk; echo "status $?, $(cat talk)"
