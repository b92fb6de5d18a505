echo 'She went home.' > appeal.txt
framescope evaluate appeal.txt | grep -m1 -E '^(deficit|all) '
framescope evaluate --json appeal.txt | grep -o '"f1":[^,]*' | sort | uniq -c | tr -s ' '
