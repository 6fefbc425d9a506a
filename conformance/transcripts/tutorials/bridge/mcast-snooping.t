# A bridge learns who listens to a group, and with a querier sends it to nobody else.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge; ip link set br0 up; ip addr add 10.0.0.254/24 dev br0
$ for i in 1 2 3; do ip netns add h$i; ip netns exec h$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.icmp_echo_ignore_broadcasts=0; ip link add v$i type veth peer name eth0 netns h$i; ip link set v$i master br0 up; ip -n h$i link set eth0 up; ip -n h$i addr add 10.0.0.$i/24 dev eth0; done; sleep 1
$ bridge mdb
$ ip -n h3 route add 239.0.0.0/8 dev eth0; ip -n h1 route add 239.0.0.0/8 dev eth0
$ ip -n h1 addr add 239.1.1.1/32 dev eth0 autojoin; sleep 2
$ bridge mdb
dev br0 port v1 grp 239.1.1.1 temp
$ bridge -d mdb
dev br0 port v1 grp 239.1.1.1 temp proto kernel 
$ rx() { ip -n h$1 -s -j link show eth0 | jq '.[0].stats64.rx.packets'; }
$ a=$(rx 2); ip netns exec h3 ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c from; b=$(rx 2); [ $b -gt $a ] && echo flooded
2
flooded
$ ip link set br0 type bridge mcast_querier 1; sleep 12
$ bridge mdb
dev br0 port v1 grp 239.1.1.1 temp
$ a=$(rx 2); ip netns exec h3 ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c from; b=$(rx 2); [ $b -gt $a ] || echo not flooded
2
not flooded
$ bridge link set dev v2 mcast_router 2
$ a=$(rx 2); ip netns exec h3 ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c from; b=$(rx 2); [ $b -gt $a ] && echo to the router port
2
to the router port
$ bridge -d mdb
dev br0 port v1 grp 239.1.1.1 temp proto kernel 
router ports on br0: v2 
$ ip -n h1 addr del 239.1.1.1/32 dev eth0; sleep 1
$ bridge mdb
dev br0 port v1 grp 239.1.1.1 temp
$ sleep 3; bridge mdb
$ ip link set br0 type bridge mcast_snooping 0; ip maddr show dev br0
2:	br0
	link  33:33:00:00:00:01
	link  01:00:5e:00:00:01
	inet  224.0.0.1
	inet6 ff02::1
	inet6 ff01::1
$ ip link set br0 type bridge mcast_snooping 1; ip maddr show dev br0
2:	br0
	link  33:33:00:00:00:01
	link  01:00:5e:00:00:01
	link  01:00:5e:00:00:6a
	link  33:33:00:00:00:6a
	inet  224.0.0.106
	inet  224.0.0.1
	inet6 ff02::6a
	inet6 ff02::1
	inet6 ff01::1
$ ip link del br0; ip netns del h1; ip netns del h2; ip netns del h3
