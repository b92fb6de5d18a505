framescope | head -2
framescope -h > short && framescope --help > long && [ "$(wc -l < short)" -lt "$(wc -l < long)" ] && echo "longer"
framescope score -h > short && framescope score --help > long && [ "$(wc -l < short)" -lt "$(wc -l < long)" ] && echo "longer"
framescope --help score | cmp - long && echo "before the command"
framescope lexicon check -h | head -2
framescope lexicon --help | head -1
grep -A2 '^Examples' short
grep -A3 '^Exit status' long
framescope score --help --fromat > /dev/null && echo "whatever else"
