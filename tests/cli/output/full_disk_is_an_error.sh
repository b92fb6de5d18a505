echo 'She is [a burden]{crisis used}.' > gold.txt
echo 'She is a burden.' > text.txt
printf 'term,category\nburden,weight\n' > gold.csv
for command in 'score text.txt' 'report text.txt' 'lint text.txt' \
    'concordance text.txt' 'explain text.txt' 'evaluate gold.txt' \
    'lexicon list' 'lexicon check' "lexicon diff $ROOT/lexicons/care gold.csv" \
    'lexicon show burden*' 'lexicon convert gold.csv gold.dic' '--version' \
    '--help' 'score --help' '--generate bash' '--generate man'; do
  framescope $command > /dev/full 2> talk
  echo "$? ${command//"$ROOT"/}: $(cut -d: -f2,3 talk)"
done
