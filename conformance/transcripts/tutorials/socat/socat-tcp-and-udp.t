#! world: bare
# socat as a server and as a client, over TCP and UDP, with programs and files on the other end.
$ ip link set lo up
$ echo hi > /tmp/f1
$ socat 2>&1 | cut -d" " -f4-
E exactly 2 addresses required (there are 0); use option "-h" for help
$ socat foo - 2>&1 | cut -d' ' -f4-
E unknown device/address "foo"
$ socat - TCP:127.0.0.1:80 2>&1 | cut -d' ' -f4-
E connect(5, AF=2 127.0.0.1:80, 16): Connection refused
$ socat - TCP:127.0.0.1:80,foo 2>&1 | cut -d' ' -f4-
E parseopts_table(): unknown option "foo"
$ socat - OPEN:/tmp/nosuch 2>&1 | cut -d' ' -f4-
E open("/tmp/nosuch", 02, 0666): No such file or directory
$ socat - TCP:10.99.99.99:80 2>&1 | cut -d' ' -f4-
E connect(5, AF=2 10.99.99.99:80, 16): Network is unreachable
$ socat TCP-LISTEN:80,bind=10.9.9.9 - 2>&1 | cut -d' ' -f4-
E bind(5, {AF=2 10.9.9.9:80}, 16): Cannot assign requested address
$ socat -d -d - TCP:127.0.0.1:80 2>&1 | cut -d' ' -f4-
N reading from and writing to stdio
N opening connection to AF=2 127.0.0.1:80
W recvmsg(): Resource temporarily unavailable
E connect(5, AF=2 127.0.0.1:80, 16): Connection refused
N exit(1)
$ socat TCP-LISTEN:8080,reuseaddr,fork EXEC:cat &
$ sleep 0.3
$ ss -tln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      5            0.0.0.0:8080      0.0.0.0:*          
$ socat TCP-LISTEN:8080 - 2>&1 | cut -d' ' -f4-
E bind(5, {AF=2 0.0.0.0:8080}, 16): Address already in use
$ echo hello | socat - TCP:127.0.0.1:8080; echo $?
hello
0
$ echo hello | nc -N 127.0.0.1 8080
hello
$ kill %1
$ socat TCP-LISTEN:8081,reuseaddr SYSTEM:'echo from $SOCAT_PEERADDR; cat' &
$ sleep 0.3
$ printf 'a\nb\n' | socat - TCP:127.0.0.1:8081
from 127.0.0.1
a
b
$ socat -v TCP-LISTEN:8082,reuseaddr PIPE 2>/tmp/dump &
$ sleep 0.3
$ printf 'a\tb\r\n' | socat - TCP:127.0.0.1:8082 | tr "\r" R
a	bR
$ sed 's/ .*length/ length/' /tmp/dump
\> length=5 from=0 to=4
a	b\r
< length=5 from=0 to=4
a	b\r
$ socat TCP6-LISTEN:8083,bind=[::1],reuseaddr - & sleep 0.3; ss -tln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      5              [::1]:8083         [::]:*          
$ echo v6 | socat - TCP6:[::1]:8083
v6
$ sleep 0.2
$ socat -u TCP-LISTEN:8084,reuseaddr,bind=127.0.0.1 OPEN:/tmp/o1,creat,trunc & sleep 0.3
$ socat -u FILE:/tmp/f1 TCP:127.0.0.1:8084; sleep 0.2; cat /tmp/o1
hi
$ socat -u UDP-RECVFROM:8085,fork EXEC:cat & sleep 0.3; ss -uln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
UNCONN 0      0            0.0.0.0:8085      0.0.0.0:*          
$ echo udp1 | socat - UDP-SENDTO:127.0.0.1:8085
udp1
$ echo udp2 | socat -u - UDP:127.0.0.1:8085
$ sleep 0.3; kill %%
udp2
$ socat UDP-LISTEN:8086,fork PIPE & sleep 0.3; ss -uln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
UNCONN 0      0            0.0.0.0:8086      0.0.0.0:*          
$ echo udp3 | socat -t 0.5 - UDP:127.0.0.1:8086
udp3
$ kill %%
$ socat TCP-LISTEN:9000,fork,reuseaddr TCP:127.0.0.1:9001 & sleep 0.2
$ socat TCP-LISTEN:9001,fork,reuseaddr SYSTEM:'echo backend' & sleep 0.2
$ socat -t2 - TCP:127.0.0.1:9000 < /dev/null
backend
$ nc 127.0.0.1 9000 < /dev/null
backend
$ socat -u EXEC:'echo a b' -
a b
$ socat -u - CREATE:/tmp/c1 < /tmp/f1; cat /tmp/c1
hi
$ socat -u - GOPEN:/tmp/c1 < /tmp/f1; cat /tmp/c1
hi
hi
$ socat - EXEC:'cat -n' < /tmp/f1
     1	hi
