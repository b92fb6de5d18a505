printf '# Plan\n\nA burden.\n\n[x]: y\n' > blog.md
printf 'One.\nTwo.' > a.txt
printf '<p>A burden.</p>\n<!-- x -->\n' > a.html
mkdir folder
try() { framescope explain "$@" 2>&1 | head -1; echo "status ${PIPESTATUS[0]}"; }
try blog.md:3
try blog.md:5
try blog.md:6
try blog.md:99
try a.txt:2
try a.txt:3
try a.html:2
try a.html:3
try folder
try folder:3
try nowhere.txt
printf '{\\rtf1 A burden.}' > a.rtf
try a.rtf:1
