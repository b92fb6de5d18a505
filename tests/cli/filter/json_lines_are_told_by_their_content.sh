echo '{"id": "a", "text": "She is a burden."}' | framescope score --format jsonl - | grep -c '"id":"a"'
echo 'She is {a burden}.' | framescope score --format jsonl - | grep -c '"id":"-"'
printf '\xef\xbb\xbf{"id": "a", "text": "She is a burden."}' | framescope score --format jsonl - | grep -c '"id":"a"'
