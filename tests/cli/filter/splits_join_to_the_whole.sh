# The commands of docs/scaling.md: parts in order give the records of the whole,
# but for the number of the line in its part.
command -v parallel > /dev/null || { echo "install parallel" >&2; exit 77; }
for i in $(seq 400); do echo "{\"id\": \"$i\", \"text\": \"Person $i is no longer a burden.\"}"; done > all.jsonl
lineless() { sed 's/"line":[0-9]*/"line":0/g'; }
framescope score --format jsonl --input-format jsonl - < all.jsonl | lineless > whole.jsonl
filter="framescope score --format jsonl --input-format jsonl -j 1 -"

split -n l/4 all.jsonl part. && ls part.* | xargs -P 2 -I{} sh -c "$filter < {} > {}.out"
cat part.*.out | lineless | cmp - whole.jsonl && echo "xargs -P"
split -n l/4 --filter="$filter" all.jsonl | lineless | cmp - whole.jsonl && echo "split --filter"
parallel --will-cite --pipe --keep-order --block 4k "$filter" < all.jsonl | lineless | cmp - whole.jsonl && echo "parallel --pipe"
mkdir texts && for i in $(seq 30); do echo "Person $i is a burden." > "texts/no $i.txt"; done
find texts -name '*.txt' -print0 | sort -z | framescope score --format jsonl --files-from - -0 | wc -l
