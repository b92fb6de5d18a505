python3 - <<'PY' > t.csv
print("id,published,text")
for year in range(2016, 2022):
    for month in range(1, 7):
        up = month <= year - 2015
        print(f"{year}-{month},{year}-0{month}-15T10:00:00Z," +
              ("We build on strengths. " if up else
               "She is a burden and vulnerable. ") * 4)
print("x,some day,She is a burden.")
PY
framescope trend --date-column published t.csv > text; echo "status $?"
sed -n '1,10p' text; tail -1 text
framescope trend -j 1 --date-column published t.csv | cmp - text && echo "same bytes"
framescope trend --by month --date-column published --json t.csv | python3 -c '
import json, sys
r = json.load(sys.stdin)
print(r["schema"], r["by"], len(r["periods"]), r["undated"])'
framescope trend --date-column published --format csv t.csv | head -1
framescope trend t.csv | tail -1
