framescope --help | head -1
framescope score --help > help.txt && grep -q -- '--format' help.txt && echo same
