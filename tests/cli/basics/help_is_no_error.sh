framescope --help | head -1
framescope score --help > help.txt && grep -c -- '--format' help.txt
