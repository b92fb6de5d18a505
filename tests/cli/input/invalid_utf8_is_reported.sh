printf 'A caf\xe9 for people, not a time bomb \xa35.\n' > latin.txt
framescope score --format json latin.txt | python3 -c '
import json, sys
r = json.load(sys.stdin)
print(r["document"]["decoding"])
m = r["matches"][0]
print(m["text"], m["chars"])'
