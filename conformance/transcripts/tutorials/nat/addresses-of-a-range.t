#! world: bare
$ for n in a b; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set lo up; ip -n $n link set eth0 up; done; ip link set lo up
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.ip_forward=1
$ ip addr add 10.0.1.1/24 dev va; ip addr add 10.0.2.1/24 dev vb; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n a route add default via 10.0.1.1
$ sleep 0.5; ip netns exec a ping -c 1 -W 1 -q 10.0.1.1 | grep trans; ip netns exec b ping -c 1 -W 1 -q 10.0.2.1 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ iptables -t nat -A POSTROUTING -o vb -j SNAT --to-source 10.0.2.50-10.0.2.60
$ for i in 3 4 5 6 7 8; do ip netns exec a ping -c 1 -W 0.1 -q 10.0.2.$i >/dev/null; done; conntrack -L | cut -d' ' -f6- | sort
conntrack v1.4.7 (conntrack-tools): 6 flow entries have been shown.
1 29 src=10.0.1.2 dst=10.0.2.3 type=8 code=0 id=36 [UNREPLIED] src=10.0.2.3 dst=10.0.2.50 type=0 code=0 id=36 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.4 type=8 code=0 id=37 [UNREPLIED] src=10.0.2.4 dst=10.0.2.52 type=0 code=0 id=37 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.5 type=8 code=0 id=38 [UNREPLIED] src=10.0.2.5 dst=10.0.2.56 type=0 code=0 id=38 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.6 type=8 code=0 id=39 [UNREPLIED] src=10.0.2.6 dst=10.0.2.58 type=0 code=0 id=39 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.7 type=8 code=0 id=40 [UNREPLIED] src=10.0.2.7 dst=10.0.2.50 type=0 code=0 id=40 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.8 type=8 code=0 id=41 [UNREPLIED] src=10.0.2.8 dst=10.0.2.50 type=0 code=0 id=41 mark=0 use=2
$ iptables -t nat -R POSTROUTING 1 -o vb -j SNAT --to-source 10.0.2.50-10.0.2.60 --persistent; conntrack -F
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ for i in 3 4 5 6; do ip netns exec a ping -c 1 -W 0.1 -q 10.0.2.$i >/dev/null; done; conntrack -L | cut -d' ' -f6- | sort
conntrack v1.4.7 (conntrack-tools): 4 flow entries have been shown.
1 29 src=10.0.1.2 dst=10.0.2.3 type=8 code=0 id=47 [UNREPLIED] src=10.0.2.3 dst=10.0.2.60 type=0 code=0 id=47 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.4 type=8 code=0 id=48 [UNREPLIED] src=10.0.2.4 dst=10.0.2.60 type=0 code=0 id=48 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.5 type=8 code=0 id=49 [UNREPLIED] src=10.0.2.5 dst=10.0.2.60 type=0 code=0 id=49 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.2.6 type=8 code=0 id=50 [UNREPLIED] src=10.0.2.6 dst=10.0.2.60 type=0 code=0 id=50 mark=0 use=2
$ iptables -t nat -F; conntrack -F; iptables -t nat -A PREROUTING -i va -j DNAT --to-destination 10.0.2.100-10.0.2.120
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
$ for i in 3 4 5 6; do ip netns exec a ping -c 1 -W 0.1 -q 10.0.9.$i >/dev/null; done; conntrack -L | cut -d' ' -f6- | sort
conntrack v1.4.7 (conntrack-tools): 4 flow entries have been shown.
1 29 src=10.0.1.2 dst=10.0.9.3 type=8 code=0 id=57 [UNREPLIED] src=10.0.2.113 dst=10.0.1.2 type=0 code=0 id=57 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.9.4 type=8 code=0 id=58 [UNREPLIED] src=10.0.2.115 dst=10.0.1.2 type=0 code=0 id=58 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.9.5 type=8 code=0 id=59 [UNREPLIED] src=10.0.2.105 dst=10.0.1.2 type=0 code=0 id=59 mark=0 use=2
1 29 src=10.0.1.2 dst=10.0.9.6 type=8 code=0 id=60 [UNREPLIED] src=10.0.2.112 dst=10.0.1.2 type=0 code=0 id=60 mark=0 use=2
