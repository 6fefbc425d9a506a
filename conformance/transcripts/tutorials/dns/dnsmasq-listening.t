# Where a dnsmasq listens, and what it says when it cannot
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add a; ip link add v0 type veth peer name eth0 netns a; ip addr add 10.0.0.1/24 dev v0; ip link set v0 up; ip link set lo up; ip -n a addr add 10.0.0.2/24 dev eth0; ip -n a link set eth0 up; ip -n a link set lo up
$ dnsmasq -d -R -z -a 10.9.9.9; echo $?
\
dnsmasq: failed to create listening socket for 10.9.9.9: Cannot assign requested address
2
$ dnsmasq -d -R -z -i eth9; echo $?
\
dnsmasq: unknown interface eth9
2
$ dnsmasq -d --frob; echo $?
\
dnsmasq: bad command line options: try --help
1
$ dnsmasq -d --address=/x; echo $?
\
dnsmasq: bad command line options: Bad address in --address
1
$ dnsmasq -d --address=/x/300.1.1.1; echo $?
\
dnsmasq: bad command line options: Bad address in --address
1
$ dnsmasq -d --cname=alone; echo $?
\
dnsmasq: bad command line options: bad CNAME
1
$ dnsmasq -d --host-record=alone; echo $?
\
dnsmasq: bad command line options: Bad host-record
1
$ dnsmasq -d word; echo $?
\
dnsmasq: junk found in command line
1
$ dnsmasq -d -C /nosuch; echo $?
\
dnsmasq: cannot read /nosuch: No such file or directory
3
$ printf 'address=/a.lab/1.2.3.4\nbogus\n' > /tmp/c; dnsmasq -d -C /tmp/c; echo $?
\
dnsmasq: bad option at line 2 of /tmp/c
1
$ printf '# names\nno-resolv\nno-hosts\nport=5300 # not the usual\nlisten-address=10.0.0.1\nbind-interfaces\naddress=/a.lab/1.2.3.4\npid-file=/tmp/pid\n' > /tmp/c; dnsmasq -C /tmp/c --test; echo $?
dnsmasq: syntax check OK.
0
$ dnsmasq -C /tmp/c; echo $?
0
$ dnsmasq -C /tmp/c; echo $?
\
dnsmasq: failed to create listening socket for 10.0.0.1: Address already in use
2
$ ss -lnut
Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
udp   UNCONN 0      0           10.0.0.1:5300      0.0.0.0:*          
tcp   LISTEN 0      32          10.0.0.1:5300      0.0.0.0:*          
$ ip netns exec a dig -p 5300 @10.0.0.1 +short x.a.lab; dig -p 5300 @127.0.0.1 +short +tries=1 x.a.lab
1.2.3.4
;; communications error to 127.0.0.1#5300: connection refused
;; no servers could be reached
[9]
$ kill $(cat /tmp/pid); sleep 0.2; ss -lnut
Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ dnsmasq -R -h -x /tmp/pid -a 10.0.0.1 -A /a.lab/1.2.3.4; ss -lnut
Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
udp   UNCONN 0      0            0.0.0.0:53        0.0.0.0:*          
udp   UNCONN 0      0               [::]:53           [::]:*          
tcp   LISTEN 0      32           0.0.0.0:53        0.0.0.0:*          
tcp   LISTEN 0      32              [::]:53           [::]:*          
$ dnsmasq -R -d; echo $?
\
dnsmasq: failed to create listening socket for port 53: Address already in use
2
$ ip netns exec a dig @10.0.0.1 +short a.lab; dig @127.0.0.1 +short +tries=1 +time=1 a.lab
1.2.3.4
;; communications error to 127.0.0.1#53: timed out
;; no servers could be reached
[9]
$ ip netns exec a dnsmasq -h -R -x /tmp/pid2 --server=10.0.0.1 -A /own.lab/10.0.0.2; for n in a.lab own.lab none.lab; do dig @10.0.0.2 $n | grep -E 'flags|status|^[^;]' | sed 's/, id.*//'; done
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
; EDNS: version: 0, flags:; udp: 1232
a.lab.			0	IN	A	1.2.3.4
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
; EDNS: version: 0, flags:; udp: 1232
own.lab.		0	IN	A	10.0.0.2
;; ->>HEADER<<- opcode: QUERY, status: REFUSED
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
; EDNS: version: 0, flags:; udp: 1232
$ kill $(cat /tmp/pid) $(cat /tmp/pid2)
