mkdir mine
cat > mine/lexicon.toml <<'TOML'
name = "mine"
version = "1"
[[axis]]
name = "low-high"
negative = "low"
positive = "high"
headline = true
[[category]]
name = "low.weight"
pole = "low"
code = "L1"
TOML
printf 'pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\tsources\tdate\tnote\nburden\tlow.weight\t2\n' > mine/entries.tsv
for i in 1 2 3 4 5 6 7 8 9 10; do
  cat <<JSON
{"id": "a$i", "source": "text $i", "text": "The burden of proof is theirs.", "evoked": [], "endorsed": []}
{"id": "b$i", "source": "text $i", "text": "She is a burden on the state.", "evoked": ["low"], "endorsed": ["low"]}
{"id": "c$i", "source": "text $i", "text": "He was a burden on them.", "evoked": ["low"], "endorsed": ["low"]}
JSON
done > gold.jsonl
framescope evaluate gold.jsonl --lexicon mine --train sense.tsv
grep -c '^[^#]' sense.tsv > /dev/null && echo "a table"
framescope evaluate gold.jsonl --lexicon mine | grep '^low'
framescope evaluate gold.jsonl --lexicon mine --sense-model sense.tsv | grep '^low'
framescope explain --text "The burden of proof." --lexicon mine --sense-model sense.tsv
framescope explain --text "A burden." --lexicon mine --sense-model gold.jsonl
echo "status $?"
head -3 gold.jsonl > few.jsonl
framescope evaluate few.jsonl --lexicon mine --train never.tsv
echo "status $?"
[ -e never.tsv ] || echo "nothing written"
