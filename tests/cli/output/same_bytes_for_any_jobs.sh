mkdir texts
for i in $(seq 40); do printf 'Person %s is not a burden.\n\nWe need a springboard, not a safety net.\n' "$i" > texts/$i.txt; done
cp "$ROOT"/docs/examples/*.md "$ROOT"/docs/examples/*.html texts/
for format in text json jsonl csv html; do
  framescope score --format $format --jobs 1 texts > one.$format
  framescope score --format $format --jobs 2 texts > two.$format
  framescope score --format $format --jobs 7 texts > seven.$format
  cmp one.$format two.$format && cmp one.$format seven.$format && echo "$format same"
done
