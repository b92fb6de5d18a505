# The flag wins over the environment, in whichever command it is given.
printf 'Ask Dr. Smith. People need support.\n' > a.txt
export FRAMESCOPE_SEGMENTER=portable
used() { grep -o '"segmenter":"[^"]*"'; }
framescope score --format json a.txt | used
framescope score --format json --segmenter icu a.txt | used
export FRAMESCOPE_SEGMENTER=sse9
framescope score --format json --segmenter portable a.txt | used
framescope score --format json a.txt
