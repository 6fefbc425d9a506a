# The device moves, its tunnel stays: a container without any way to the underlay.
#! world: bare
$ for i in 1 2; do ip netns add h$i; ip netns add c$i; for n in h$i c$i; do ip netns exec $n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; done; done; ip link add eth0 netns h1 type veth peer name eth0 netns h2
$ for i in 1 2; do j=$((3-i)); ip -n h$i addr add 172.16.0.$i/24 dev eth0; ip -n h$i link set eth0 up; ip -n h$i link add vx0 address 02:00:00:00:00:0$i type vxlan id 42 dstport 4789 dev eth0 remote 172.16.0.$j; ip -n h$i link set vx0 netns c$i; ip -n c$i addr add 10.0.0.$i/24 dev vx0; ip -n c$i link set vx0 up; done
$ ip -n c1 -d link show vx0
3: vx0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns h1 promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    vxlan id 42 remote 172.16.0.2 dev if2 srcport 0 0 dstport 4789 ttl auto ageing 300 udpcsum noudp6zerocsumtx noudp6zerocsumrx addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip -n c1 route
10.0.0.0/24 dev vx0 proto kernel scope link src 10.0.0.1 
$ ip netns exec c1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.151 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.151/0.151/0.151/0.000 ms
$ bridge -n c1 fdb show
02:00:00:00:00:02 dev vx0 dst 172.16.0.2 link-netnsid 0 self 
00:00:00:00:00:00 dev vx0 dst 172.16.0.2 via ifindex 2 link-netnsid 0 self permanent
$ ip -n c1 -br addr
lo               DOWN           
vx0@if3          UNKNOWN        10.0.0.1/24 
$ ip -n h1 link add vx1 type vxlan id 42 dstport 4789
Error: A VXLAN device with the specified VNI already exists.
[2]
$ ip -n h1 link del eth0; ip -n c1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
