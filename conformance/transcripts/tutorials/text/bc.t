#! world: bare
$ echo '1+2' | bc
3
$ echo 'scale=2; 10/3' | bc
3.33
$ echo '10/3' | bc
3
$ echo '2^10' | bc
1024
$ echo 'scale=3; 1/3*3' | bc
.999
$ echo '5/0' | bc
Runtime error (func=(main), adr=5): Divide by zero
$ echo 'obase=2; 10' | bc
1010
$ echo 'obase=16; 255' | bc
FF
$ echo '1.5+2.25' | bc
3.75
$ echo '3*1.5' | bc
4.5
$ echo '5>3' | bc
1
$ echo 'sqrt(2)' | bc
1
$ echo 'x=5; x*2' | bc
10
$ echo '.5+.2' | bc
.7
$ echo '10%3' | bc
1
$ echo '-5/2' | bc
-2
$ echo 'scale=2;0.5/3' | bc
.16
$ echo '1==1 && 0' | bc
0
$ echo '(1+2)*3' | bc
9
$ echo 'scale=4; sqrt(2)' | bc
1.4142
$ echo '2^100' | bc
1267650600228229401496703205376
$ echo '-3%2' | bc
-1
$ echo 'scale=2; -1/8' | bc
-.12
$ echo '1.10*2.20' | bc
2.42
$ echo 'x=3; x+=4; x' | bc
7
$ echo 'x++; x' | bc
0
1
$ echo 'scale=2; 100*3/7' | bc
42.85
$ bc <<< 7*6
42
$ echo 'scale=2; 1/8' | bc -l
.12
