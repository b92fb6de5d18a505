# A bare name: here, then in FRAMESCOPE_LEXICON_PATH in its order.
mkdir -p one/mine two/mine two/other
for folder in one/mine two/mine two/other; do
  printf 'name = "%s"\nversion = "1"\n[[category]]\nname = "good"\n' "${folder/\//-}" > $folder/lexicon.toml
  printf 'pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\tsources\tdate\tnote\nfine\tgood\t2\n' > $folder/entries.tsv
done
name() { echo "All fine." | framescope score --json --lexicon "$1" - 2>/dev/null | grep -o '"name":"[^"]*"' || echo "not found"; }
name mine
export FRAMESCOPE_LEXICON_PATH=nowhere:one:two
name mine
name other
name other/
FRAMESCOPE_LEXICON_PATH=two name mine
cp -r two/other mine && name mine
