# The two rarer modes of macvlan
$ ip netns add a; ip netns add far
$ ip link add v0 type veth peer name v1 netns far
$ ip -n far addr add 10.0.0.99/24 dev v1; ip -n far link set v1 up
$ ip addr add 10.0.0.1/24 dev v0; ip link set v0 up
$ ip link add link v0 name p0 netns a type macvlan mode passthru
$ ip -n a -br link; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
p0@if2           DOWN           16:57:32:b8:69:b3 <BROADCAST,MULTICAST> 
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v0@if2           UP             16:57:32:b8:69:b3 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -n a addr add 10.0.0.11/24 dev p0; ip -n a link set p0 up
$ ip -d link show v0
2: v0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 16:57:32:b8:69:b3 brd ff:ff:ff:ff:ff:ff link-netns far promiscuity 1  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip netns exec a ping -c 1 10.0.0.99
PING 10.0.0.99 (10.0.0.99) 56(84) bytes of data.
64 bytes from 10.0.0.99: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.0.0.99 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ping -c 1 -W 1 10.0.0.99
PING 10.0.0.99 (10.0.0.99) 56(84) bytes of data.

--- 10.0.0.99 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link add link v0 name q0 type macvlan mode bridge
RTNETLINK answers: Invalid argument
[2]
$ ip -n a link set p0 type macvlan mode bridge
RTNETLINK answers: Invalid argument
[2]
$ ip -n a link set p0 address 02:00:00:00:00:77
$ ip -n a -br link show p0; ip -br link show v0
p0@if2           UP             02:00:00:00:00:77 <BROADCAST,MULTICAST,UP,LOWER_UP> 
v0@if2           UP             02:00:00:00:00:77 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -n a link del p0
$ ip link add link v0 name s0 type macvlan mode source
$ ip -d link show s0
3: s0@v0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 92:2c:86:0d:f4:97 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    macvlan mode source bcqueuelen 1000 usedbcqueuelen 1000 remotes (0) addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link set s0 type macvlan macaddr add 02:00:00:00:00:01
$ ip link set s0 type macvlan macaddr add 02:00:00:00:00:02
$ ip -d link show s0 | grep -o 'remotes.*00:0[12] '
remotes (2) 02:00:00:00:00:02 02:00:00:00:00:01 
$ ip link set s0 type macvlan macaddr del 02:00:00:00:00:01
$ ip -d -j link show s0 | grep -o '"macaddr_count.*]'
"macaddr_count":1,"macaddr_data":["02:00:00:00:00:02"]}},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536}]
$ ip link set s0 type macvlan macaddr flush
$ ip -d link show s0 | grep -o 'remotes ([0-9]*)'
remotes (0)
$ ip link add link v0 name b0 type macvlan mode bridge macaddr add 02:00:00:00:00:01
RTNETLINK answers: Invalid argument
[2]
