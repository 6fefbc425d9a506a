#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
$ iptables -t mangle -A PREROUTING -m mark --mark 0 -i va -j MARK --set-mark 0x12
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark
$ iptables -A FORWARD -m connmark --mark 0x12; iptables -A FORWARD -m connmark --mark 0x10/0xf0; iptables -A FORWARD -m connmark ! --mark 0x12; iptables -A FORWARD -m mark --mark 0x12
$ ip netns exec a ping -c 2 -i 0.2 -q 10.0.2.2 | grep trans
2 packets transmitted, 2 received, 0% packet loss, time 201ms
$ iptables -t mangle -nvL PREROUTING; iptables -nvL FORWARD
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    4   336 CONNMARK   0    --  *      *       0.0.0.0/0            0.0.0.0/0            CONNMARK restore
    1    84 MARK       0    --  va     *       0.0.0.0/0            0.0.0.0/0            mark match 0x0 MARK set 0x12
    4   336 CONNMARK   0    --  *      *       0.0.0.0/0            0.0.0.0/0            CONNMARK save
Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            connmark match  0x12
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            connmark match  0x10/0xf0
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            connmark match ! 0x12
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            mark match 0x12
$ conntrack -L
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=18 use=1
$ conntrack -L -m 18; conntrack -L -m 0x10/0xf0; conntrack -L -m 3
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=18 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=18 use=1
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ conntrack -U -m 3; conntrack -U -f ipv4 -m 3; conntrack -L -m 3
Operation failed: Operation not supported
conntrack v1.4.7 (conntrack-tools): Operation failed: Operation not supported
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been updated.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=3 use=2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=3 use=1
$ ip netns exec b ping -c 1 -q 10.0.1.2 | grep trans; conntrack -L
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.
icmp     1 29 src=10.0.2.2 dst=10.0.1.2 type=8 code=0 id=52 src=10.0.1.2 dst=10.0.2.2 type=0 code=0 id=52 mark=18 use=1
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 mark=3 use=1
$ iptables -t mangle -A FORWARD -j CONNMARK --set-xmark 0x100/0xff00; ip netns exec a ping -c 1 -q 10.0.2.2 | grep trans; conntrack -L -m 0x100/0xff00
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=56 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=56 mark=274 use=1
$ iptables -t mangle -A FORWARD -j CONNMARK --and-mark 0xff; ip netns exec a ping -c 1 -q 10.0.2.2 | grep trans; conntrack -L -m 0x100/0xff00
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=56 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=56 mark=274 use=1
