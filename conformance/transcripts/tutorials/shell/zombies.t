#! world: bare
$ sleep 100 &
$ kill %1; sleep 0.1; pgrep -c sleep
0
[1]
$ sleep 100 &
$ kill $!; ps -e -o stat,comm | grep sleep
[1]
$ (sleep 0.1) & sleep 0.3; ps -e -o stat,comm | grep -c Z
0
[1]
$ true & true & true & sleep 0.2; ps -e -o stat= | grep -c Z
0
[1]
$ wait; echo end
end
