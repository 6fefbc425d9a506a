#! world: bare
$ coproc CAT { cat; }
$ echo hello >&"${CAT[1]}"; read -r l <&"${CAT[0]}"; echo "got $l"; echo ${#CAT[@]} ${CAT[@]}
got hello
2 63 60
$ kill $CAT_PID; wait $CAT_PID; echo $?
143
$ echo ${CAT[@]:-none} ${CAT_PID:-none}
none none
$ coproc cat
$ echo hi >&${COPROC[1]}; read x <&${COPROC[0]}; echo $x
hi
$ eval "exec ${COPROC[1]}>&-"; wait; echo ${COPROC[@]:-none}
none
$ coproc NC { nc -l 8080; }
$ ip link set lo up; sleep 0.3; echo from client | nc -N 127.0.0.1 8080; read -r line <&${NC[0]}; echo $line
from client
