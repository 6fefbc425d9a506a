#! world: bare
$ (sleep 0.3; exit 3) & disown $!; wait $!; echo $?
0
$ sleep 0.2 & disown; jobs; wait $!; echo $?
0
$ wait 99999; echo $?
bash: wait: pid 99999 is not a child of this shell
127
