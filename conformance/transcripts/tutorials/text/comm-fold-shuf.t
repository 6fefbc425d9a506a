#! world: bare
$ comm <(printf 'a\nb\n') <(printf 'b\nc\n')
a
		b
	c
$ comm -12 <(printf 'a\nb\n') <(printf 'b\nc\n')
b
$ comm a
comm: missing operand after ‘a’
Try 'comm --help' for more information.
[1]
$ comm <(printf 'b\na\n') <(printf 'b\nc\n')
		b
a
comm: file 1 is not in sorted order
	c
comm: input is not in sorted order
[1]
$ echo abcdefghij | fold -w 4
abcd
efgh
ij
$ echo 'the quick brown fox' | fold -s -w 10
the quick 
brown fox
$ shuf -i 1-3 | sort
1
2
3
$ shuf -n 2 -e a b c | wc -l
2
$ shuf -i 3-1
shuf: invalid input range: ‘3-1’
[1]
$ seq 3 | shuf | sort
1
2
3
