printf 'key,body\n1,She is a burden.\n' > t.csv
framescope score t.csv
