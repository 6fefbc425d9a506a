#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ flows() { conntrack -F 2>/dev/null; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 >/dev/null; conntrack -C; }
$ flows
0
$ iptables -t nat -L >/dev/null; flows
0
$ iptables -t nat -A POSTROUTING -j ACCEPT; flows
0
$ iptables -t nat -nvL POSTROUTING
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ iptables -t nat -A POSTROUTING -o vb -j MASQUERADE; flows
1
$ iptables -t nat -nvL POSTROUTING
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      vb      0.0.0.0/0            0.0.0.0/0           
$ iptables -t nat -F; flows
0
$ iptables -A FORWARD -m state --state NEW; flows
1
$ iptables -F; flows
0
$ iptables -A FORWARD -m connmark --mark 1; flows; iptables -F
1
$ iptables -t mangle -A FORWARD -j CONNMARK --set-mark 5; flows; conntrack -L
1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=70 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=70 mark=5 use=1
$ iptables -t mangle -F; flows
0
$ iptables -A FORWARD -m connlimit --connlimit-above 3; flows; iptables -F
1
# What is not to be tracked needs no tracking.
$ iptables -t raw -A PREROUTING -j CT --notrack; flows
0
$ iptables -t raw -R PREROUTING 1 -j NOTRACK; flows
0
$ iptables -t raw -R PREROUTING 1 -j CT --zone 5; flows; conntrack -L
1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=92 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=92 mark=0 zone=5 use=1
$ iptables -t raw -F; flows
0
# A rule in a chain that no packet comes to is enough.
$ iptables -N NOWHERE; iptables -A NOWHERE -m conntrack --ctstate NEW; flows
1
$ iptables -F NOWHERE; iptables -X NOWHERE; flows
0
$ iptables -t nat -A PREROUTING -p tcp --dport 7 -j REDIRECT; flows; iptables -t nat -F
1
$ iptables -t nat -A PREROUTING -d 10.8.0.0/24 -j NETMAP --to 10.9.0.0/24; flows; iptables -t nat -F
1
$ iptables -t nat -A PREROUTING -d 10.8.0.1 -j DNAT --to 10.9.0.1; flows; iptables -t nat -X; iptables -t nat -F
1
# A rule of IPv6 follows flows of IPv6.
$ ip6tables -A FORWARD -m conntrack --ctstate NEW; flows; ip6tables -F
0
# What was known stays until its time is up.
$ iptables -A FORWARD -m conntrack --ctstate NEW; flows; iptables -F; conntrack -L
1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=132 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=132 mark=0 use=1
$ sleep 1; ip netns exec a ping -c 1 -q 10.0.2.2 >/dev/null; conntrack -L
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 28 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=132 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=132 mark=0 use=1
