#! world: bare
# socat between sockets of one machine, which are files.
$ cd $(mktemp -d); touch plain
$ socat - UNIX-CONNECT:no.sock 2>&1 | cut -d' ' -f4-
E connect(, AF=1 "no.sock", 9): No such file or directory
$ socat - unix-connect:plain 2>&1 | cut -d' ' -f4-
E connect(, AF=1 "plain", 7): Connection refused
$ socat -d -d - UNIX:no.sock 2>&1 | cut -d' ' -f4-
N reading from and writing to stdio
E UNIX-CLIENT:no.sock: No such file or directory
N exit(1)
$ socat UNIX-LISTEN:plain - 2>&1 | cut -d' ' -f4-
E "plain" exists
$ socat UNIX-LISTEN:/nodir/x.sock - 2>&1 | cut -d' ' -f4-
E bind(5, {AF=1 "/nodir/x.sock"}, 15): No such file or directory
$ socat UNIX-LISTEN - 2>&1 | cut -d' ' -f4-
E UNIX-LISTEN: wrong number of parameters (0 instead of 1)
$ socat -d -d UNIX-LISTEN:a.sock - > got 2> log &
$ sleep 0.3; ls -l a.sock | cut -c1-10
srwxr-xr-x
$ echo hello | socat - UNIX-CONNECT:a.sock
$ wait; cat got; ls
hello
got
log
plain
$ cut -d' ' -f4- log
N listening on AF=1 "a.sock"
N accepting connection from AF=1 "<anon>" on AF=1 "a.sock"
N reading from and writing to stdio
N starting data transfer loop with FDs [6,6] and [0,1]
N socket 2 (fd 0) is at EOF
N socket 1 (fd 6) is at EOF
N exiting with status 0
$ socat UNIX-LISTEN:b.sock,fork,mode=777 EXEC:cat & B=$!; sleep 0.3; stat -c %A b.sock
srwxrwxrwx
$ ss -xl | grep -o 'LISTEN.*b.sock'
LISTEN 0      5             b.sock
$ echo one | socat - UNIX:b.sock; echo two | nc -N -U b.sock; ls
one
two
b.sock
got
log
plain
$ kill $B; wait; ls
got
log
plain
$ socat UNIX-LISTEN:k.sock - & sleep 0.2; kill -9 $!; wait $! 2>/dev/null; ls k.sock
k.sock
$ socat - UNIX-CONNECT:k.sock 2>&1 | cut -d' ' -f4-
E connect(, AF=1 "k.sock", 8): Connection refused
$ socat UNIX-LISTEN:k.sock - 2>&1 | cut -d' ' -f4-
E "k.sock" exists
$ socat UNIX-LISTEN:k.sock,unlink-early,unlink-close=0 SYSTEM:'echo from $SOCAT_PEERADDR' & sleep 0.2; socat - UNIX:k.sock < /dev/null; wait; ls k.sock
from <anon>
k.sock
$ ip link set lo up
$ socat UNIX-LISTEN:w.sock,fork SYSTEM:'echo web; cat' & W=$!; sleep 0.2
$ socat TCP-LISTEN:8080,fork,reuseaddr UNIX-CONNECT:w.sock & T=$!; sleep 0.2
$ echo request | socat - TCP:127.0.0.1:8080
web
request
$ kill -INT $T; kill $W; wait; ls
got
k.sock
log
plain
$ socat -u UNIX-LISTEN:u.sock OPEN:out,creat & sleep 0.2; echo data | socat -u - UNIX-CONNECT:u.sock; wait; cat out
data
$ socat - UNIX-CONNECT:u.sock,foo 2>&1 | cut -d' ' -f4-
E parseopts_table(): unknown option "foo"
