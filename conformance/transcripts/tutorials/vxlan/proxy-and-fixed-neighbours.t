# No flooding at all: neighbours and remotes are written down, and the device answers ARP itself.
#! world: bare
$ for i in 1 2; do ip netns add h$i; ip netns exec h$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; done; ip link add eth0 netns h1 type veth peer name eth0 netns h2
$ for i in 1 2; do ip -n h$i addr add 172.16.0.$i/24 dev eth0; ip -n h$i link set eth0 up; ip -n h$i link add vx0 address 02:00:00:00:00:0$i type vxlan id 42 dstport 4789 dev eth0 nolearning proxy; ip -n h$i addr add 10.0.0.$i/24 dev vx0; ip -n h$i link set vx0 up; done
$ ip -n h1 -d link show vx0
3: vx0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    vxlan id 42 dev eth0 srcport 0 0 dstport 4789 nolearning proxy ttl auto ageing 300 udpcsum noudp6zerocsumtx noudp6zerocsumrx addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ for i in 1 2; do j=$((3-i)); bridge -n h$i fdb add 02:00:00:00:00:0$j dev vx0 dst 172.16.0.$j; ip -n h$i neigh replace 10.0.0.$j lladdr 02:00:00:00:00:0$j dev vx0 nud permanent; done
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.041 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
$ bridge -n h1 fdb show dev vx0
02:00:00:00:00:02 dst 172.16.0.2 self permanent
$ ip -n h1 neigh
172.16.0.2 dev eth0 lladdr 0a:af:00:30:c5:82 REACHABLE 
10.0.0.2 dev vx0 lladdr 02:00:00:00:00:02 PERMANENT 
$ for i in 1 2; do ip netns add c$i; ip netns exec c$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip -n h$i addr flush dev vx0; ip -n h$i link add br0 type bridge; ip -n h$i link set br0 up; ip -n h$i link set vx0 master br0; ip link add eth0 address 02:00:00:00:0c:0$i netns c$i type veth peer name vc netns h$i; ip -n h$i link set vc master br0; ip -n h$i link set vc up; ip -n c$i addr add 10.1.0.$i/24 dev eth0; ip -n c$i link set eth0 up; done; sleep 1
$ ip netns exec c1 ping -c 1 -W 1 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ for i in 1 2; do j=$((3-i)); bridge -n h$i fdb add 02:00:00:00:0c:0$j dev vx0 self dst 172.16.0.$j; ip -n h$i neigh replace 10.1.0.$j lladdr 02:00:00:00:0c:0$j dev vx0 nud permanent; done; sleep 3
$ ip netns exec c1 ping -c 1 -W 1 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.
64 bytes from 10.1.0.2: icmp_seq=1 ttl=64 time=0.073 ms

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.073/0.073/0.073/0.000 ms
$ ip -n c1 neigh
10.1.0.2 dev eth0 lladdr 02:00:00:00:0c:02 REACHABLE 
