#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ iptables -A FORWARD -m conntrack --ctstate NEW
$ ip netns exec a ping -c 1 -q 10.0.2.2 >/dev/null
$ conntrack -E > /tmp/all 2>&1 & conntrack -E -p icmp -e NEW,DESTROY -o extended > /tmp/some 2>&1 & sleep 0.3
# Of what began before nothing is told.
$ conntrack -F
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ ip netns exec a ping -c 2 -i 0.2 -q 10.0.2.2 >/dev/null
$ conntrack -I -p udp -s 1.1.1.1 -d 2.2.2.2 --sport 1 --dport 2 -t 50
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -U -p udp -m 4; conntrack -U -s 1.1.1.1 -m 4
Operation failed: Operation not supported
conntrack v1.4.7 (conntrack-tools): Operation failed: Operation not supported
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been updated.
udp      17 49 src=1.1.1.1 dst=2.2.2.2 sport=1 dport=2 [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 sport=2 dport=1 mark=4 use=2
$ conntrack -F; sleep 0.3; kill %1 %2; sleep 0.3
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ sed 's/portid=.*/portid=N/' /tmp/all; cat /tmp/some | sed 's/portid=.*/portid=N/'
    [NEW] icmp     1 30 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=40 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=40
 [UPDATE] icmp     1 30 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=40 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=40
    [NEW] udp      17 50 src=1.1.1.1 dst=2.2.2.2 sport=1 dport=2 [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 sport=2 dport=1 mark=0 [USERSPACE] portid=N
 [UPDATE] udp      17 49 src=1.1.1.1 dst=2.2.2.2 sport=1 dport=2 [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 sport=2 dport=1 mark=4 [USERSPACE] portid=N
[DESTROY] icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=40 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=40 [USERSPACE] portid=N
[DESTROY] udp      17 49 src=1.1.1.1 dst=2.2.2.2 sport=1 dport=2 [UNREPLIED] src=2.2.2.2 dst=1.1.1.1 sport=2 dport=1 mark=4 [USERSPACE] portid=N
conntrack v1.4.7 (conntrack-tools): 6 flow events have been shown.
    [NEW] ipv4     2 icmp     1 30 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=40 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=40
[DESTROY] ipv4     2 icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=40 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=40 [USERSPACE] portid=N
conntrack v1.4.7 (conntrack-tools): 2 flow events have been shown.
