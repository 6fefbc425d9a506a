#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.1.1 | grep trans; ip netns exec b ping -c 1 -W 1 -q 10.0.2.1 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip -n b route add default via 10.0.2.1
$ iptables -t nat -A PREROUTING -d 10.0.1.1 -p icmp -j DNAT --to-destination 10.0.2.2
$ ip netns exec a ping -c 2 -i 0.2 10.0.1.1 | sed 's/time.*//' | head -3
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.
64 bytes from 10.0.1.1: icmp_seq=1 ttl=63 
64 bytes from 10.0.1.1: icmp_seq=2 ttl=63 
$ conntrack -L; iptables -t nat -nvL PREROUTING
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.1.1 type=8 code=0 id=37 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=37 mark=0 use=1
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 DNAT       1    --  *      *       0.0.0.0/0            10.0.1.1             to:10.0.2.2
$ iptables -A FORWARD -m conntrack --ctstate DNAT; iptables -A FORWARD -d 10.0.2.2; iptables -A FORWARD -d 10.0.1.1; ip netns exec a ping -c 1 -q 10.0.1.1 | grep trans; iptables -nvL FORWARD
1 packets transmitted, 1 received, 0% packet loss, time 0ms
Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate DNAT
    1    84            0    --  *      *       0.0.0.0/0            10.0.2.2            
    0     0            0    --  *      *       0.0.0.0/0            10.0.1.1            
# What the machine itself sends.
$ ping -c 1 -W 1 -q 10.0.1.1 | grep trans; conntrack -L -s 10.0.1.1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.1 dst=10.0.1.1 type=8 code=0 id=48 src=10.0.1.1 dst=10.0.1.1 type=0 code=0 id=48 mark=0 use=1
$ iptables -t nat -A OUTPUT -d 10.0.1.55 -j DNAT --to-destination 10.0.2.2; ping -c 1 -W 1 10.0.1.55 | sed 's/time.*//' | head -2; conntrack -L -d 10.0.1.55
PING 10.0.1.55 (10.0.1.55) 56(84) bytes of data.
64 bytes from 10.0.1.55: icmp_seq=1 ttl=64 
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.1 dst=10.0.1.55 type=8 code=0 id=52 src=10.0.2.2 dst=10.0.1.1 type=0 code=0 id=52 mark=0 use=1
$ iptables -t nat -A OUTPUT -d 9.9.9.9 -j DNAT --to-destination 10.0.2.2; ping -c 1 -W 1 9.9.9.9
ping: connect: Network is unreachable
[2]
$ ip route add default via 10.0.2.2; ping -c 1 -W 1 9.9.9.9 | sed 's/time.*//' | head -2
PING 9.9.9.9 (9.9.9.9) 56(84) bytes of data.
64 bytes from 9.9.9.9: icmp_seq=1 ttl=64 
$ iptables -t nat -F OUTPUT; iptables -t nat -A OUTPUT -d 9.9.9.8 -j REDIRECT; ping -c 1 -W 1 9.9.9.8 | sed 's/time.*//' | head -2; conntrack -L -d 9.9.9.8
PING 9.9.9.8 (9.9.9.8) 56(84) bytes of data.
64 bytes from 9.9.9.8: icmp_seq=1 ttl=64 
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.2.1 dst=9.9.9.8 type=8 code=0 id=64 src=127.0.0.1 dst=10.0.2.1 type=0 code=0 id=64 mark=0 use=1
$ iptables -t nat -F; iptables -t nat -A PREROUTING -p icmp -d 9.9.9.0/24 -j REDIRECT; ip netns exec a ping -c 1 -W 1 9.9.9.7 | sed 's/time.*//' | head -2; conntrack -L -d 9.9.9.7
PING 9.9.9.7 (9.9.9.7) 56(84) bytes of data.
64 bytes from 9.9.9.7: icmp_seq=1 ttl=64 
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=9.9.9.7 type=8 code=0 id=70 src=10.0.1.1 dst=10.0.1.2 type=0 code=0 id=70 mark=0 use=1
# To the loopback, and back out.
$ iptables -t nat -F; iptables -t nat -A PREROUTING -p icmp -d 10.0.1.1 -j DNAT --to-destination 127.0.0.1; ip netns exec a ping -c 1 -W 1 -q 10.0.1.1 | grep trans
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ sysctl -w net.ipv4.conf.va.route_localnet=1; ip netns exec a ping -c 1 -W 1 -q 10.0.1.1 | grep trans
net.ipv4.conf.va.route_localnet = 1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ iptables -t nat -F; iptables -t nat -A OUTPUT -p icmp -d 127.0.0.1 -j DNAT --to-destination 10.0.2.2; ping -c 1 -W 1 127.0.0.1
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sysctl -qw net.ipv4.conf.all.route_localnet=1; ping -c 1 -W 1 -q 127.0.0.1 | grep trans
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ iptables -t nat -A POSTROUTING -o vb -j MASQUERADE; ping -c 1 -W 1 127.0.0.1 | sed 's/time.*//' | head -2
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 
# Networks for networks, and errors from behind.
$ iptables -t nat -F; conntrack -F; iptables -t nat -A PREROUTING -d 10.77.0.0/24 -j NETMAP --to 10.0.2.0/24; ip netns exec a ping -c 1 -W 1 10.77.0.2 | sed 's/time.*//' | head -2; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
PING 10.77.0.2 (10.77.0.2) 56(84) bytes of data.
64 bytes from 10.77.0.2: icmp_seq=1 ttl=63 
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.77.0.2 type=8 code=0 id=94 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=94 mark=0 use=1
$ ip netns exec a traceroute -n -q 1 -w 1 -m 4 10.77.0.2 | awk '{print $1, $2}'
traceroute to
1 10.77.0.2
2 10.77.0.2
$ ip netns exec a ping -c 1 -W 4 10.77.0.9 | sed -n 2p
From 10.77.0.9 icmp_seq=1 Destination Host Unreachable
$ iptables -t nat -F; iptables -t nat -A POSTROUTING -s 10.0.1.0/24 -j NETMAP --to 10.0.99.0/24; conntrack -F; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=105 src=10.0.2.2 dst=10.0.99.2 type=0 code=0 id=105 mark=0 use=1
