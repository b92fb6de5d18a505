framescope score --lexicon "$ROOT/tests/data/lexicons/broken/tab.yml" "$ROOT/README.md"
