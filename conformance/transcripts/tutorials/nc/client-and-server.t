#! world: bare
# One end listens, the other connects; names come from /etc/hosts and /etc/services.
$ ip link set lo up
$ nc -l -p 80 > /tmp/got & sleep 0.3
$ echo hello | nc -v -N 127.0.0.1 80; echo $?
Connection to 127.0.0.1 80 port [tcp/http] succeeded!
0
$ sleep 0.2; cat /tmp/got
hello
$ nc -z -v 127.0.0.1 20-22; echo $?
nc: connect to 127.0.0.1 port 20 (tcp) failed: Connection refused
nc: connect to 127.0.0.1 port 21 (tcp) failed: Connection refused
nc: connect to 127.0.0.1 port 22 (tcp) failed: Connection refused
1
$ nc -zv localhost 80; echo $?
nc: connect to localhost (::1) port 80 (tcp) failed: Connection refused
nc: connect to localhost (127.0.0.1) port 80 (tcp) failed: Connection refused
1
$ nc 127.0.0.1 80; echo $?
1
$ nc -zv -w1 127.0.0.1 nosuch; echo $?
nc: port number invalid: nosuch
1
$ nc -zv -w1 127.0.0.1 99999; echo $?
nc: port number too large: 99999
1
$ nc 127.0.0.1; echo $?
nc: missing port number
1
$ nc -l; echo $?
nc: missing port number
1
$ nc -k 1.1.1.1 80; echo $?
nc: must use -l with -k
1
$ nc -w x 127.0.0.1 80; echo $?
nc: timeout invalid: x
1
$ nc -s 1.2.3.4 127.0.0.1 80; echo $?
nc: bind failed: Cannot assign requested address
1
$ nc -l 10.1.1.1 80; echo $?
nc: Cannot assign requested address
1
$ nc -v 10.9.9.9 80; echo $?
nc: connect to 10.9.9.9 port 80 (tcp) failed: Network is unreachable
1
$ nc -v nosuch.test 80; echo $?
nc: getaddrinfo for host "nosuch.test" port 80: Temporary failure in name resolution
1
$ nc -4 -v ::1 80; echo $?
nc: getaddrinfo for host "::1" port 80: Address family for hostname not supported
1
$ nc -zvn localhost 80; echo $?
nc: getaddrinfo for host "localhost" port 80: Name or service not known
1
$ nc -lk 8080 > /tmp/got & sleep 0.2
$ for i in 1 2 3; do echo $i | nc -N 127.0.0.1 8080; done; sleep 0.2; cat /tmp/got
1
2
3
$ nc -zv 127.0.0.1 8080
Connection to 127.0.0.1 8080 port [tcp/http-alt] succeeded!
$ kill %%
$ (echo one; echo two) | nc -N -l 82 & sleep 0.3; nc 127.0.0.1 82 < /dev/null; echo $?
one
two
0
$ nc -l 84 -N > /tmp/got & sleep 0.2; seq 1 20000 | nc -N 127.0.0.1 84; echo $?; sleep 0.3; wc -c < /tmp/got; tail -1 /tmp/got
0
108894
20000
