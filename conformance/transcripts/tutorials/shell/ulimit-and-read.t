#! world: bare
$ (ulimit -n 100; ulimit -n)
100
$ ulimit -n abc
bash: ulimit: abc: invalid number
[1]
$ ulimit -Z
bash: ulimit: -Z: invalid option
ulimit: usage: ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]
[2]
$ (ulimit -Sn 50; ulimit -n)
50
$ ulimit -n 99999999999
bash: ulimit: open files: cannot modify limit: Operation not permitted
[1]
$ ulimit -c; ulimit -s
0
8192
$ read -t 0 </dev/null; echo $?
0
$ echo foo | { sleep 0.1; read -t 0; echo $?; }
0
$ sleep 1 | { read -t 0; echo $?; }
1
