set -o pipefail
yes '{"text": "She is a burden."}' 2>/dev/null | framescope score --format jsonl - 2> talk | head -2 | wc -l
echo "status ${PIPESTATUS[1]} talk $(wc -c < talk)"
