# Dashes and quotes as a word processor writes them.
#! world: bare
$ ip link set lo up
$ ping –c 1 127.0.0.1
ping: –c: Parameter string not correctly encoded
[2]
$ ping foo 127.0.0.1
ping: foo: Temporary failure in name resolution
[2]
$ ping 10.0.0.1“
ping: 10.0.0.1“: Parameter string not correctly encoded
[2]
$ ip –n red link
Object "–n" is unknown, try "ip help".
[1]
$ ip link set lo —up
Error: either "dev" is duplicate, or "—up" is a garbage.
[255]
$ iptables –A INPUT –j DROP
Bad argument `–A'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT —p tcp —dport 80 -j DROP
Bad argument `—p'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ echo “a  b”
“a b”
