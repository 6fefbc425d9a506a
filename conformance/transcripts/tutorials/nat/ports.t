#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a addr add 10.0.1.3/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; sleep 0.5
$ iptables -t nat -A POSTROUTING -o vb -j MASQUERADE
$ ip netns exec b nc -l -k -p 80 >/dev/null 2>&1 & ip netns exec b nc -l -k -p 8080 >/dev/null 2>&1 & nc -l -k -p 8081 >/dev/null 2>&1 & sleep 0.3
# Two clients with one port: the second gets another.
$ sleep 2 | ip netns exec a nc -s 10.0.1.2 -p 4000 10.0.2.2 80 & sleep 0.3; sleep 2 | ip netns exec a nc -s 10.0.1.3 -p 4000 10.0.2.2 80 & sleep 0.3; conntrack -L -p tcp | grep -c 'dport=4000 \[ASSURED\]'; conntrack -L -p tcp 2>/dev/null | wc -l; sleep 2
conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.
1
2
# Of a range, of which there is one port.
$ conntrack -F; iptables -t nat -R POSTROUTING 1 -o vb -p tcp -j MASQUERADE --to-ports 6000; echo x | ip netns exec a nc -N -w 1 -s 10.0.1.2 -p 4001 10.0.2.2 80; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 59 CLOSE_WAIT src=10.0.1.2 dst=10.0.2.2 sport=4001 dport=80 src=10.0.2.2 dst=10.0.2.1 sport=80 dport=6000 [ASSURED] mark=0 use=1
# DNAT of a port, to another port, to this machine, and back to the asker's own network.
$ conntrack -F; iptables -t nat -A PREROUTING -i va -p tcp --dport 8000 -j DNAT --to-destination 10.0.2.2:8080; echo x | ip netns exec a nc -N -w 1 -p 4002 10.0.1.1 8000; echo $?; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
0
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 119 TIME_WAIT src=10.0.1.2 dst=10.0.1.1 sport=4002 dport=8000 src=10.0.2.2 dst=10.0.2.1 sport=8080 dport=6000 [ASSURED] mark=0 use=1
$ conntrack -F; iptables -t nat -A PREROUTING -i va -p tcp --dport 8001 -j REDIRECT --to-ports 8081; echo x | ip netns exec a nc -N -w 1 -p 4003 10.0.1.1 8001; echo $?; echo x | ip netns exec a nc -N -w 1 -p 4004 10.0.2.2 8001; echo $?; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
0
0
conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.
tcp      6 119 TIME_WAIT src=10.0.1.2 dst=10.0.1.1 sport=4003 dport=8001 src=10.0.1.1 dst=10.0.1.2 sport=8081 dport=4003 [ASSURED] mark=0 use=1
tcp      6 120 TIME_WAIT src=10.0.1.2 dst=10.0.2.2 sport=4004 dport=8001 src=10.0.1.1 dst=10.0.1.2 sport=8081 dport=4004 [ASSURED] mark=0 use=1
$ conntrack -F; iptables -t nat -A OUTPUT -p tcp -d 10.0.2.2 --dport 9000 -j REDIRECT --to-ports 8081; echo x | nc -N -w 1 -p 4005 10.0.2.2 9000; echo $?; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
0
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 120 TIME_WAIT src=10.0.2.1 dst=10.0.2.2 sport=4005 dport=9000 src=127.0.0.1 dst=10.0.2.1 sport=8081 dport=4005 [ASSURED] mark=0 use=1
$ iptables -t nat -nvL
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    60 DNAT       6    --  va     *       0.0.0.0/0            0.0.0.0/0            tcp dpt:8000 to:10.0.2.2:8080
    2   120 REDIRECT   6    --  va     *       0.0.0.0/0            0.0.0.0/0            tcp dpt:8001 redir ports 8081

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    60 REDIRECT   6    --  *      *       0.0.0.0/0            10.0.2.2             tcp dpt:9000 redir ports 8081

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   120 MASQUERADE  6    --  *      vb      0.0.0.0/0            0.0.0.0/0            masq ports: 6000
# UDP stays on its old way until its flow is forgotten.
$ conntrack -F; iptables -t nat -F; iptables -t nat -A PREROUTING -i va -p udp --dport 53 -j DNAT --to-destination 10.0.2.2
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ (for i in 1 2 3 4 5 6; do echo $i; sleep 0.5; done) | timeout 4 ip netns exec a nc -u -p 4006 10.0.1.1 53 & sleep 0.7; conntrack -L -p udp; iptables -t nat -R PREROUTING 1 -i va -p udp --dport 53 -j DNAT --to-destination 10.0.2.9; sleep 0.6; conntrack -L -p udp; conntrack -D -p udp >/dev/null; sleep 1; conntrack -L -p udp | sed 's/use=.*//'; sleep 2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 29 src=10.0.1.2 dst=10.0.1.1 sport=4006 dport=53 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=53 dport=4006 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 29 src=10.0.1.2 dst=10.0.1.1 sport=4006 dport=53 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=53 dport=4006 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been deleted.
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 29 src=10.0.1.2 dst=10.0.1.1 sport=4006 dport=53 [UNREPLIED] src=10.0.2.9 dst=10.0.1.2 sport=53 dport=4006 mark=0 
