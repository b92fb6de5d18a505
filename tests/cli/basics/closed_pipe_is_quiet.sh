set -o pipefail
for i in $(seq 3000); do echo "She is a burden and the system is broken."; echo; done > long.txt
framescope score long.txt 2>talk | head -1 > first
echo "status ${PIPESTATUS[0]} talk $(wc -c < talk)"
