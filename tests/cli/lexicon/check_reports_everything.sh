mkdir mine
printf 'name = "mine"\nversion = "1"\n[[category]]\nname = "good"\n' > mine/lexicon.toml
printf 'pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\tsources\tdate\tnote\nfine\tgood\t2\nbad\tgod\t2\nworse\tgood\theavy\n' > mine/entries.tsv
framescope lexicon check mine
echo "status $?"
