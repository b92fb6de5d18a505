framescope score --fromat json x.txt
