echo 'She went home.' > appeal.txt
framescope evaluate appeal.txt | grep -E '^(deficit|all|note:) ' | sort -u
framescope evaluate --json appeal.txt | grep -o '"f1":[^,]*' | sort | uniq -c | tr -s ' '
framescope evaluate --json appeal.txt | grep -o '"notices":.*'
