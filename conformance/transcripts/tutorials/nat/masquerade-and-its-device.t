#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.1.1 | grep trans; ip netns exec b ping -c 1 -W 1 -q 10.0.2.1 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
# The other side knows no way back.
$ ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ iptables -t nat -A POSTROUTING -s 10.0.1.0/24 -o vb -j MASQUERADE
$ ip netns exec a ping -c 3 -i 0.2 -q 10.0.2.2 | grep trans
3 packets transmitted, 3 received, 0% packet loss, time 406ms
$ iptables -t nat -nvL; conntrack -L
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 MASQUERADE  0    --  *      vb      10.0.1.0/24          0.0.0.0/0           
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=38 src=10.0.2.2 dst=10.0.2.1 type=0 code=0 id=38 mark=0 use=1
$ ip netns exec a traceroute -n -q 1 -w 1 -m 4 10.0.2.2 | awk '{print $1, $2}'
traceroute to
1 10.0.1.1
2 10.0.2.2
$ ip netns exec a ping -c 1 -W 2 -t 1 10.0.2.2 | sed -n 2p
From 10.0.1.1 icmp_seq=1 Time to live exceeded
$ conntrack -L -p icmp | wc -l
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
1
# Device down: its flows are forgotten. Another address: those of the old one.
$ ip link set vb down; sleep 0.3; conntrack -L; ip link set vb up; sleep 0.3; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip addr add 10.0.2.77/24 dev vb; conntrack -C; ip addr del 10.0.2.77/24 dev vb; conntrack -C
1
1
$ ip addr add 10.0.2.78/25 dev vb; ip addr del 10.0.2.1/24 dev vb; conntrack -L; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans; conntrack -L
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=62 src=10.0.2.2 dst=10.0.2.78 type=0 code=0 id=62 mark=0 use=1
# A rule added later does not touch a flow that is known.
$ conntrack -F; iptables -t nat -F; iptables -A FORWARD -m conntrack --ctstate NEW; ip netns exec a ping -c 8 -i 0.3 -q 10.0.2.2 > /tmp/p & sleep 0.7; iptables -t nat -A POSTROUTING -o vb -j MASQUERADE; sleep 2.5; grep trans /tmp/p; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=68 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=68 mark=0 use=1
$ iptables -t nat -nvL POSTROUTING | awk '{print $3, $7}' | tail -1
MASQUERADE vb
$ iptables -t nat -R POSTROUTING 1 -o vb -j MASQUERADE --to-ports 5000-5010; iptables -t nat -A POSTROUTING -o vb -j MASQUERADE --random
iptables v1.8.9 (nf_tables): Need TCP, UDP, SCTP or DCCP with port specification
Try `iptables -h' or 'iptables --help' for more information.
$ iptables -t nat -R POSTROUTING 1 -o vb -p icmp -j MASQUERADE --random; iptables -t nat -S POSTROUTING; conntrack -F; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
-P POSTROUTING ACCEPT
-A POSTROUTING -o vb -p icmp -j MASQUERADE --random
-A POSTROUTING -o vb -j MASQUERADE --random
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
