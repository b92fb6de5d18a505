echo "We all belong." > a.txt
mkfifo pipe
cat pipe > got &
framescope score a.txt -o pipe
wait
test -p pipe && echo "still a pipe"
framescope score a.txt -o plain
cmp got plain && ls | tr '\n' ' '
