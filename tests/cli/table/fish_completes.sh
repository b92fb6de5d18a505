command -v fish > /dev/null || { echo "install fish" >&2; exit 77; }
export HOME=$PWD XDG_CONFIG_HOME=$PWD/config
framescope --generate fish > framescope.fish
try() { fish --no-config -c "source framescope.fish; complete -C '$1'" | cut -f 1 | sort | tr '\n' ' '; echo; }
try 'framescope sc'
try 'framescope lexicon c'
try 'framescope score --form'
try 'framescope score --format j'
try 'framescope lint --format '
try 'framescope lexicon convert --to y'
try 'framescope lexicon list --find'
