printf 'id,body,published\n1,She is a burden.,2020\n2,We share it.,2021\n' > art.csv
printf '{"text":"She is a burden.","year":"2020"}\n' > art.jsonl
framescope trend art.csv --text-column body --date-column nope; echo "status $?"
framescope trend art.jsonl --date-column date; echo "status $?"
echo 'A burden.' > a.txt; framescope trend a.txt --date-column date; echo "status $?"
framescope trend art.csv --text-column body --date-column published > table; echo "status $?"
