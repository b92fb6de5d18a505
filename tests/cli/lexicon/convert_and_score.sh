cp "$ROOT/tests/data/lexicons/small.dic" .
framescope lexicon convert small.dic small.yml
framescope lexicon convert small.yml back.dic
framescope lexicon convert small.dic folder
framescope lexicon convert folder again
diff -r folder again && echo "the same bytes"
framescope lexicon convert "$ROOT/lexicons/care" care
diff -r "$ROOT/lexicons/care" care && echo "the same bytes"
text="She got help and social care; not abandoned; 24/7 isn't on."
categories() {
  python3 -c 'import json, sys
for c in json.load(sys.stdin)["categories"]: print(c["category"], c["evoked"], c["weighted"])'
}
for lexicon in small.dic small.yml back.dic folder; do
  echo "$text" | framescope score --no-stance --json --lexicon $lexicon - | categories
done
echo "$text" | framescope score --no-stance --json --levels 1 --lexicon small.dic - | categories
echo "$text" | framescope score --no-stance --json --overlap dictionary --lexicon small.dic - | categories
framescope lexicon convert --strict small.dic small.lc3
echo "status $?"
echo "$text" | framescope score --no-stance --quiet --lexicon small.dic - | tail -6
