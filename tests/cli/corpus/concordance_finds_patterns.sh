printf 'She is no longer a burden to her family.\nHis burdens are many.\n' > a.txt
framescope concordance --find 'burden*' a.txt
framescope concordance --find '(family|many)' --find 'her' a.txt --format csv
framescope concordance --only deficit --only negated a.txt | tail -1
framescope concordance --find '(' a.txt; echo "status $?"
