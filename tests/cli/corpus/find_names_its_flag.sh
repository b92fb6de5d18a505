try() { framescope concordance --find "$1" nowhere.txt; echo "status $?"; }
try '('
try 'x|y'
try '(a'
try '(a|)'
