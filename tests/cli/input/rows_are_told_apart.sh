printf 'key,body\na17,She is a burden.\nb2,We share it.\nc3,\n' > art.csv
printf '{"id":"x","text":"She is a burden."}\n{"text":"We share it."}\n{"id":"z"}\n' > art.jsonl
rows() { grep -E '^(document|[a-z]+[0-9]+|art|x |…|total|  art)' | tr -s ' ' | cut -d ' ' -f 1-7; }
framescope score art.csv --text-column body --id-column key 2> talk | rows; cat talk
framescope score art.csv --text-column body 2> talk | rows; cat talk
framescope score art.jsonl 2> talk | rows; cat talk
framescope score art.csv --text-column body --id-column key --format html 2> talk > page
grep -o '<span class="name">[^<]*' page; grep -o '<li>art[^<]*' page
framescope score art.jsonl --format html 2> talk > page
grep -o '<span class="name">[^<]*' page; grep -o '<li>art[^<]*' page
