#! world: bare
$ expr 1 + 2
3
$ expr 5 - 7
-2
$ expr 2 '*' 3
6
$ expr 7 / 2
3
$ expr 7 % 0
expr: division by zero
[2]
$ expr 1 + a
expr: non-integer argument
[2]
$ expr
expr: missing operand
Try 'expr --help' for more information.
[2]
$ expr 0
0
[1]
$ expr a = a
1
$ expr 3 '<' 10
1
$ expr length hello
5
$ expr substr hello 2 3
ell
$ expr index hello l
3
$ expr hello : 'h\(.*\)o'
ell
$ expr hello : hel
3
$ expr 1 +
expr: syntax error: missing argument after ‘+’
[2]
$ expr '(' 1 + 2 ')' '*' 3
9
$ expr 1 '|' 0
1
$ expr 0 '&' 1
0
[1]
$ expr match foo 'f.'
2
$ expr '(' 1 + 2
expr: syntax error: expecting ')' after ‘2’
[2]
$ expr 1 2
expr: syntax error: unexpected argument ‘2’
[2]
$ expr '' '|' 0
0
[1]
$ i=1; i=$(expr $i + 1); echo $i
2
