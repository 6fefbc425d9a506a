#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1; ip -n b route add default via 10.0.2.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.2.2 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ sysctl net.netfilter.nf_conntrack_acct net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max net.netfilter.nf_conntrack_udp_timeout net.netfilter.nf_conntrack_udp_timeout_stream net.netfilter.nf_conntrack_icmp_timeout net.netfilter.nf_conntrack_tcp_timeout_established net.netfilter.nf_conntrack_generic_timeout net.netfilter.nf_conntrack_tcp_loose
net.netfilter.nf_conntrack_acct = 0
net.netfilter.nf_conntrack_count = 0
net.netfilter.nf_conntrack_max = 262144
net.netfilter.nf_conntrack_udp_timeout = 30
net.netfilter.nf_conntrack_udp_timeout_stream = 120
net.netfilter.nf_conntrack_icmp_timeout = 30
net.netfilter.nf_conntrack_tcp_timeout_established = 432000
net.netfilter.nf_conntrack_generic_timeout = 600
net.netfilter.nf_conntrack_tcp_loose = 1
$ iptables -A FORWARD -m conntrack --ctstate NEW
$ ip netns exec a ping -c 3 -i 0.2 -q 10.0.2.2 | grep trans; conntrack -L
3 packets transmitted, 3 received, 0% packet loss, time 409ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=36 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=36 mark=0 use=1
$ sysctl -w net.netfilter.nf_conntrack_acct=1; conntrack -F; ip netns exec a ping -c 3 -i 0.2 -q 10.0.2.2 | grep trans; conntrack -L
net.netfilter.nf_conntrack_acct = 1
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
3 packets transmitted, 3 received, 0% packet loss, time 404ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 30 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 packets=3 bytes=252 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 packets=3 bytes=252 mark=0 use=1
$ conntrack -L -z; conntrack -L
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 packets=3 bytes=252 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 packets=3 bytes=252 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=41 packets=0 bytes=0 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=41 packets=0 bytes=0 mark=0 use=1
$ sysctl -w net.netfilter.nf_conntrack_icmp_timeout=3; ip netns exec a ping -c 1 -q 10.0.2.2 | grep trans; conntrack -C; sleep 4; conntrack -L -d 10.0.2.2 | wc -l
net.netfilter.nf_conntrack_icmp_timeout = 3
1 packets transmitted, 1 received, 0% packet loss, time 0ms
2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
1
$ sysctl -w net.netfilter.nf_conntrack_acct=2; sysctl -w net.netfilter.nf_conntrack_count=3; sysctl net.netfilter.nf_conntrack_nothing
sysctl: setting key "net.netfilter.nf_conntrack_acct": Invalid argument
sysctl: setting key "net.netfilter.nf_conntrack_count": Invalid argument
sysctl: cannot stat /proc/sys/net/netfilter/nf_conntrack_nothing: No such file or directory
[1]
$ ip netns exec a sysctl net.netfilter.nf_conntrack_icmp_timeout; ip netns exec a conntrack -L
net.netfilter.nf_conntrack_icmp_timeout = 30
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ cat /proc/net/nf_conntrack | wc -l; ls /proc/sys/net/netfilter | head -5
1
nf_conntrack_acct
nf_conntrack_buckets
nf_conntrack_checksum
nf_conntrack_count
nf_conntrack_events
