echo "She is a burden." > a.txt
echo "She is a burden." > -odd.txt
echo "She is a burden." > score
framescope score a.txt --json > one
framescope --json score a.txt | cmp - one && echo "before the command"
framescope score --json a.txt | cmp - one && echo "before the file"
framescope score --format=json a.txt | cmp - one && echo "with ="
framescope score --format csv --json a.txt | cmp - one && echo "the last one counts"
framescope score --json -- -odd.txt | grep -c '"path":"-odd.txt"'
framescope score --json -- - < a.txt | grep -c '"id":"-"'
framescope score --json - < a.txt | grep -c '"id":"-"'
framescope score --json < a.txt | grep -c '"id":"-"'
framescope score --json score | grep -c '"path":"score"'
printf 'a.txt\n\n-odd.txt\n' > names
framescope score --format jsonl --files-from names | wc -l
printf 'a.txt\0-odd.txt\0' | framescope score --format jsonl -0 --files-from - score | wc -l
framescope score --files-from nowhere
echo "status $?"
