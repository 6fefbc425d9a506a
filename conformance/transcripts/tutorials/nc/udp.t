#! world: bare
# A datagram's sender learns of a closed port when it sends again.
$ ip link set lo up
$ nc -zuv 127.0.0.1 53; echo $?
1
$ nc -lu 53 > /tmp/got & sleep 0.3
$ nc -zuv -w 1 127.0.0.1 53; echo $?
Connection to 127.0.0.1 53 port [udp/domain] succeeded!
0
$ cat /tmp/got; echo; kill %%
XXX
$ nc -lu 53 > /tmp/got & sleep 0.3
$ echo q | nc -u -w 1 127.0.0.1 53; echo $?
0
$ cat /tmp/got; kill %%
q
$ echo q | nc -uv -w 1 127.0.0.1 54; echo $?
1
