framescope lexicon check "$ROOT/lexicons/care"
