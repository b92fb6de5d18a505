same() { diff <(framescope $1) <(framescope $2) > /dev/null && echo "$1 is $2"; }
same 'help' '--help'
same 'help score' 'score --help'
same 'help lexicon show' 'lexicon show --help'
same 'help lexicon' 'lexicon --help'
framescope help scroe; echo "status $?"
framescope lexicon -h | wc -l
framescope lexicon --help | grep -c 'Exit status\|All find\|a folder, or a file'
framescope lexicon show 'as a burden'; echo "status $?"
framescope score < /dev/null > /dev/null; echo "status $?"
framescope explain - < /dev/null; echo "status $?"
