try() { framescope "$@"; echo "$? $*"; }
try scroe a.txt
try score --fromat json a.txt
try lexicon chek
try lexicon
try report --fail-over 3 a.txt
try score --format xml a.txt
try score --jobs many a.txt
try score --jobs 0 a.txt
try score --jobs
try score --fail-over few a.txt
try score -z a.txt
try score --text-colum x a.txt
try lexicon convert one
try lexicon convert one two three
try compare a.txt
try explain
try concordance --only nothing nowhere.md
try trend --by week x.csv
try --json
try score nowhere.txt
