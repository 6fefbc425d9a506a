#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1; sleep 0.5
$ iptables -A FORWARD -m conntrack --ctstate INVALID
$ ip netns exec b nc -l -p 7000 > /tmp/got & sleep 0.3
$ (echo one; sleep 1; echo two; sleep 1) | ip netns exec a nc -N -p 5000 10.0.2.2 7000 & sleep 0.5
$ conntrack -L -p tcp
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 431999 ESTABLISHED src=10.0.1.2 dst=10.0.2.2 sport=5000 dport=7000 src=10.0.2.2 dst=10.0.1.2 sport=7000 dport=5000 [ASSURED] mark=0 use=1
$ sleep 2.5; conntrack -L -p tcp; cat /tmp/got
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 119 TIME_WAIT src=10.0.1.2 dst=10.0.2.2 sport=5000 dport=7000 src=10.0.2.2 dst=10.0.1.2 sport=7000 dport=5000 [ASSURED] mark=0 use=1
one
two
# Refused, and not answered.
$ conntrack -F; ip netns exec a nc -w 1 -p 5001 10.0.2.2 7001 < /dev/null; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ ip netns exec b iptables -A INPUT -p tcp --dport 7002 -j DROP; ip netns exec a nc -w 1 -p 5002 10.0.2.2 7002 < /dev/null; conntrack -L
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 118 SYN_SENT src=10.0.1.2 dst=10.0.2.2 sport=5002 dport=7002 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=7002 dport=5002 mark=0 use=1
$ iptables -A FORWARD -p tcp --dport 7003 -j REJECT --reject-with tcp-reset; conntrack -F; ip netns exec a nc -w 1 -p 5003 10.0.2.2 7003 < /dev/null; conntrack -C
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
0
# In the middle of it the table is emptied.
$ ip netns exec b nc -l -p 7004 > /tmp/got & sleep 0.3
$ (echo one; sleep 1; echo two; sleep 1; echo three; sleep 1) | ip netns exec a nc -N -p 5004 10.0.2.2 7004 & sleep 0.5
$ conntrack -F; conntrack -L; sleep 0.9; conntrack -L; sleep 1; conntrack -L; sleep 1.5; conntrack -L; cat /tmp/got
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 299 ESTABLISHED src=10.0.1.2 dst=10.0.2.2 sport=5004 dport=7004 src=10.0.2.2 dst=10.0.1.2 sport=7004 dport=5004 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 431999 ESTABLISHED src=10.0.1.2 dst=10.0.2.2 sport=5004 dport=7004 src=10.0.2.2 dst=10.0.1.2 sport=7004 dport=5004 [ASSURED] mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 119 TIME_WAIT src=10.0.1.2 dst=10.0.2.2 sport=5004 dport=7004 src=10.0.2.2 dst=10.0.1.2 sport=7004 dport=5004 [ASSURED] mark=0 use=1
one
two
three
# Without loose pick-up what is in the middle is INVALID.
$ sysctl -w net.netfilter.nf_conntrack_tcp_loose=0; iptables -Z
net.netfilter.nf_conntrack_tcp_loose = 0
$ ip netns exec b nc -l -p 7005 > /tmp/got & sleep 0.3
$ (echo one; sleep 1; echo two; sleep 1) | ip netns exec a nc -N -p 5005 10.0.2.2 7005 & sleep 0.5
$ conntrack -F; sleep 2.2; conntrack -L; cat /tmp/got; iptables -nvL FORWARD | grep -c ' 0     0 .*INVALID'
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
one
two
0
[1]
