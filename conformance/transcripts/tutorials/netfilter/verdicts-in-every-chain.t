# What dropping and rejecting looks like to who sends, in each chain; TTL and marks that change the way
$ ip netns add a; ip netns add b
$ ip link add ra type veth peer name eth0 netns a; ip link add rb type veth peer name eth0 netns b
$ ip addr add 10.1.0.1/24 dev ra; ip addr add 10.2.0.1/24 dev rb; ip link set ra up; ip link set rb up; ip link set lo up
$ ip -n a addr add 10.1.0.2/24 dev eth0; ip -n a link set eth0 up; ip -n a link set lo up; ip -n a route add default via 10.1.0.1
$ ip -n b addr add 10.2.0.2/24 dev eth0; ip -n b link set eth0 up; ip -n b link set lo up; ip -n b route add default via 10.2.0.1
$ sysctl -qw net.ipv4.ip_forward=1
$ ip netns exec a ping -c1 -W1 10.2.0.2 | head -2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=63 time=0.055 ms
$ for w in net-unreachable host-unreachable proto-unreachable port-unreachable net-prohibited host-prohibited admin-prohibited; do
bash: syntax error: unexpected end of file
[2]
$ iptables -F FORWARD; iptables -A FORWARD -j REJECT --reject-with icmp-$w; ip netns exec a ping -c1 -W1 10.2.0.2; done
bash: syntax error near unexpected token `done'
bash: `iptables -F FORWARD; iptables -A FORWARD -j REJECT --reject-with icmp-$w; ip netns exec a ping -c1 -W1 10.2.0.2; done'
[2]
$ iptables -F FORWARD; iptables -A FORWARD -j DROP; ip netns exec a ping -c1 -W1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 6
$ iptables -F; iptables -A INPUT -p icmp -j REJECT; ip netns exec a ping -c3 -i0.3 -W1 10.1.0.1
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Port Unreachable
From 10.1.0.1 icmp_seq=2 Destination Port Unreachable
From 10.1.0.1 icmp_seq=3 Destination Port Unreachable

--- 10.1.0.1 ping statistics ---
3 packets transmitted, 0 received, +3 errors, 100% packet loss, time 645ms

[1]
$ iptables -nvL INPUT; iptables -F
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    3   252 REJECT     1    --  *      *       0.0.0.0/0            0.0.0.0/0            reject-with icmp-port-unreachable
$ iptables -A OUTPUT -d 10.1.0.2 -j REJECT; ping -c1 -W1 10.1.0.2; iptables -F
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Port Unreachable
ping: sendmsg: Operation not permitted

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

$ iptables -A OUTPUT -d 10.1.0.2 -j REJECT --reject-with icmp-host-prohibited; ping -c2 -W1 10.1.0.2; iptables -F
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Host Prohibited
ping: sendmsg: Operation not permitted
From 10.1.0.1 icmp_seq=2 Destination Host Prohibited
ping: sendmsg: Operation not permitted

--- 10.1.0.2 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1010ms

$ iptables -P OUTPUT DROP;  ping -c1 -W1 10.1.0.2; traceroute -n -m1 -q1 -w1 10.1.0.2; iptables -nvL OUTPUT; iptables -P OUTPUT ACCEPT
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

traceroute to 10.1.0.2 (10.1.0.2), 1 hops max, 60 byte packets
send: Operation not permitted
Chain OUTPUT (policy DROP 2 packets, 144 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ iptables -t mangle -A POSTROUTING -o ra -j DROP; ping -c1 -W1 10.1.0.2; ip netns exec b ping -c1 -W1 10.1.0.2; iptables -t mangle -nvL POSTROUTING; iptables -t mangle -F
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168 DROP       0    --  *      ra      0.0.0.0/0            0.0.0.0/0           
$ iptables -t raw -A PREROUTING -s 10.1.0.2 -j DROP;  ip netns exec a ping -c1 -W1 10.1.0.1; iptables -t raw -nvL PREROUTING; iptables -t raw -F
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.

--- 10.1.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 DROP       0    --  *      *       10.1.0.2             0.0.0.0/0           
$ iptables -A INPUT -i lo -j DROP; ping -c1 -W1 127.0.0.1; iptables -F
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

$ iptables -A FORWARD -i ra -o rb -j ACCEPT; iptables -P FORWARD DROP; ip netns exec a ping -c1 -W1 10.2.0.2; iptables -nvL FORWARD;  iptables -A FORWARD -i rb -o ra -j ACCEPT;ip netns exec a ping -c1 -W1 10.2.0.2; iptables -nvL FORWARD
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

Chain FORWARD (policy DROP 1 packets, 84 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 ACCEPT     0    --  ra     rb      0.0.0.0/0            0.0.0.0/0           
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=63 time=0.040 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
Chain FORWARD (policy DROP 1 packets, 84 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168 ACCEPT     0    --  ra     rb      0.0.0.0/0            0.0.0.0/0           
    1    84 ACCEPT     0    --  rb     ra      0.0.0.0/0            0.0.0.0/0           
$ iptables -P FORWARD ACCEPT; iptables -F
$ iptables -t mangle -A PREROUTING -i ra -j TTL --ttl-set 2; iptables -t mangle -A FORWARD -i rb -j TTL --ttl-inc 5; ip netns exec a ping -c1 -W1 10.2.0.2; ip netns exec b ping -c1 -W1 10.1.0.2; iptables -t mangle -F
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=68 time=0.041 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.
64 bytes from 10.1.0.2: icmp_seq=1 ttl=1 time=0.029 ms

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.029/0.029/0.029/0.000 ms
$ iptables -t mangle -A PREROUTING -i ra -j TTL --ttl-set 1;ip netns exec a ping -c1 -W1 10.2.0.2; iptables -t mangle -F
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Time to live exceeded

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

$ iptables -t mangle -A OUTPUT -j MARK --set-mark 7; ip rule add fwmark 7 table 77; ip route add blackhole default table 77; ping -c1 -W1 10.1.0.2; ip route flush table 77; ip route add unreachable default table 77;  ping -c1 -W1 10.1.0.2; ip route flush table 77; ip route add default via 10.2.0.2 dev rb table 77; ping -c1 -W1 10.1.0.2; ip rule del fwmark 7; iptables -t mangle -F
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

