printf 'She is a burden on the system.\nÉtude: a drain on services.\nShe is no longer a burden.\n' > a.txt
printf '# Plan\n\nThe **vulnerable** need help.\n' > b.md
framescope lint a.txt b.md | cut -d ' ' -f 1-2 | sort -u
framescope lint a.txt > /dev/null; echo "status $?"
framescope lint --fail-over 9 a.txt > /dev/null; echo "status $?"
framescope lint --fail-over 0 a.txt > /dev/null; echo "status $?"
framescope score --fail-over 0 a.txt > /dev/null; echo "status $?"
framescope lint --only crisis a.txt | tail -1
framescope lint a.txt nowhere.txt --fail-over 0 2> talk | tail -1
echo "status ${PIPESTATUS[0]}, $(cat talk)"
