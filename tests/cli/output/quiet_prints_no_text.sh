# Words that stand in the text and nowhere else.
echo "Zyxwv is a burden on the system, says Qponm." > a.txt
printf 'id,text,date\n1,Zyxwv is a burden on the system,2020\n' > a.csv
for format in text json jsonl csv html; do
  framescope score --quiet --format $format a.txt > out || echo failed
  echo "$format $(grep -c -e Zyxwv -e Qponm out) $(wc -c < out | grep -vc '^0$')"
done
framescope report -q a.txt | grep -c -e Zyxwv
framescope lint -q a.txt | grep -c -e Zyxwv -e '“'
framescope lint -q --format sarif a.txt | grep -c -e Zyxwv -e '“'
framescope concordance -q a.txt | grep -c -e Zyxwv
framescope concordance -q --format csv a.txt | grep -c -e Zyxwv
framescope compare -q a.txt --against a.csv | grep -c -e Zyxwv
framescope trend -q a.csv | grep -c -e Zyxwv
true
