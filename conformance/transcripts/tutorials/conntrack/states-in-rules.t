#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ for s in NEW ESTABLISHED RELATED INVALID UNTRACKED; do iptables -A FORWARD -m conntrack --ctstate $s; done
$ ip netns exec a ping -c 2 -i 0.2 -q 10.0.2.2 | grep trans
2 packets transmitted, 2 received, 0% packet loss, time 210ms
$ iptables -nvL FORWARD
Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
    3   252            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate ESTABLISHED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate INVALID
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate UNTRACKED
$ iptables -Z; ip netns exec a ping -c 2 -i 0.2 -W 1 -q 10.0.2.9 | grep trans
2 packets transmitted, 0 received, 100% packet loss, time 200ms
$ iptables -nvL FORWARD
Chain FORWARD (policy ACCEPT 2 packets, 168 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate ESTABLISHED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate INVALID
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate UNTRACKED
# An error about a flow is RELATED to it.
$ iptables -Z; ip netns exec a traceroute -n -q 1 -w 1 -m 3 10.0.2.2 | awk '{print $1, $2}'
traceroute to
1 10.0.1.1
2 10.0.2.2
$ iptables -nvL FORWARD; conntrack -L -p udp 2>/dev/null | wc -l
Chain FORWARD (policy ACCEPT 4 packets, 296 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   120            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate ESTABLISHED
    2   176            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate INVALID
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate UNTRACKED
2
$ iptables -I FORWARD -p udp -j REJECT; iptables -Z; ip netns exec a traceroute -n -q 1 -w 1 -m 2 10.0.2.2 | awk '{print $1, $2}'
traceroute to
1 10.0.1.1
2 10.0.1.1
$ iptables -nvL FORWARD
Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    60 REJECT     17   --  *      *       0.0.0.0/0            0.0.0.0/0            reject-with icmp-port-unreachable
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate ESTABLISHED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate INVALID
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate UNTRACKED
$ conntrack -F; ip netns exec a traceroute -n -q 1 -w 1 -m 2 10.0.2.2 >/dev/null; conntrack -L -p udp 2>/dev/null | wc -l
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
0
$ iptables -D FORWARD 1; iptables -t raw -A PREROUTING -i va -j NOTRACK; iptables -Z; conntrack -F; ip netns exec a ping -c 2 -i 0.2 -W 1 -q 10.0.2.2 | grep trans
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
2 packets transmitted, 2 received, 0% packet loss, time 202ms
$ iptables -nvL FORWARD; conntrack -L
Chain FORWARD (policy ACCEPT 4 packets, 336 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate ESTABLISHED
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate INVALID
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate UNTRACKED
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ iptables -t raw -F; iptables -F
$ iptables -A FORWARD -m conntrack --ctstate NEW --ctdir ORIGINAL; iptables -A FORWARD -m conntrack --ctdir REPLY; iptables -A FORWARD -m conntrack --ctorigsrc 10.0.1.0/24; iptables -A FORWARD -m conntrack --ctreplsrc 10.0.2.2 ! --ctorigdst 10.0.2.3; iptables -A FORWARD -m conntrack --ctproto icmp; iptables -A FORWARD -m conntrack --ctstatus SEEN_REPLY; iptables -A FORWARD -m conntrack --ctstatus CONFIRMED; iptables -A FORWARD -m conntrack --ctexpire 20:40; iptables -A FORWARD -m conntrack ! --ctstate NEW
$ conntrack -F; ip netns exec a ping -c 2 -i 0.2 -q 10.0.2.2 | grep trans
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
2 packets transmitted, 2 received, 0% packet loss, time 204ms
$ iptables -nvL FORWARD
Chain FORWARD (policy ACCEPT 8 packets, 672 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW ctdir ORIGINAL
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctdir REPLY
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctorigsrc 10.0.1.0/24
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ! ctorigdst 10.0.2.3 ctreplsrc 10.0.2.2
    4   336            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctproto 1
    3   252            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstatus SEEN_REPLY
    3   252            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstatus CONFIRMED
    3   252            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctexpire 20:40
    3   252            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ! ctstate NEW
$ iptables -F; iptables -A FORWARD -m connlimit --connlimit-above 2 -j DROP; conntrack -F
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ for i in 1 2 3 4; do ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans; done
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 0 received, 100% packet loss, time 0ms
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ iptables -nvL FORWARD; conntrack -C
Chain FORWARD (policy ACCEPT 12 packets, 1008 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168 DROP       0    --  *      *       0.0.0.0/0            0.0.0.0/0            #conn src/32 > 2
2
