framescope score --format jsonl --input-format jsonl - < /dev/null | wc -c
echo "status ${PIPESTATUS[0]}"
