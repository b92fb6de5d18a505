mkfifo gold
echo 'She is [a burden]{crisis used}.' > gold &
framescope evaluate gold | grep -E '^(deficit|[0-9]* sentences|note:)' | sort -u
wait
