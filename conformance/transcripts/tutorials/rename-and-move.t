# Moving a device from namespace to namespace: what it keeps and what it loses
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add a1; ip netns add a2
$ ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
$ ip link set v1 mtu 1400 txqueuelen 500 alias "my end"
$ ip addr add 10.0.0.2/24 dev v1; ip link set v1 up; ip link set v0 up
$ ip route add 10.5.0.0/16 via 10.0.0.9
$ ip link set v1 netns a1
$ ip route
$ ip -n a1 -d link show v1 | head -3 | cut -c1-110
2: v1@if3: <BROADCAST,MULTICAST> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 500
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 0  allmulti 0 minmtu 68 maxm
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 5242
$ ip -n a1 -4 addr show v1
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v0@if2           DOWN           02:00:00:00:00:01 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip -n a1 link set v1 netns a2
$ ip -n a1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -n a2 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v1@if3           DOWN           02:00:00:00:00:02 <BROADCAST,MULTICAST> 
$ ip -n a2 link set v1 name v0
$ ip -n a2 link set v0 netns 1
Error: An interface with the same name exists in the target netns.
[2]
$ ip -n a2 link set v0 name eth0 netns 1
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
eth0@v0          DOWN           02:00:00:00:00:02 <BROADCAST,MULTICAST> 
v0@eth0          DOWN           02:00:00:00:00:01 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
$ ip link set eth0 netns a1 name net1
$ ip -n a1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
net1@if3         DOWN           02:00:00:00:00:02 <BROADCAST,MULTICAST> 
$ ip link set v0 netns a1
$ ip -n a1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
net1@v0          DOWN           02:00:00:00:00:02 <BROADCAST,MULTICAST,M-DOWN> 
v0@net1          DOWN           02:00:00:00:00:01 <BROADCAST,MULTICAST,M-DOWN> 
$ ip -n a1 link set v0 up; ip -n a1 link set net1 up
$ ip -n a1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
net1@v0          UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> 
v0@net1          UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -n a1 link set v0 netns a2
$ ip -n a2 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v0@if2           DOWN           02:00:00:00:00:01 <BROADCAST,MULTICAST> 
$ ip -n a1 link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: net1@if3: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1400 qdisc noqueue state DOWN mode DEFAULT group default qlen 500
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff link-netns a2
    alias my end
$ ip -n a2 link set v0 netns nosuch
Error: argument "nosuch" is wrong: Invalid "netns" value

[255]
$ ip -n nosuch link
Cannot open network namespace "nosuch": No such file or directory
[255]
$ ip -n a2 link set nosuch netns a1
Cannot find device "nosuch"
[1]
$ ip -n a2 link set lo netns a1
Error: The interface netns is immutable.
[2]
$ ip netns add a1
Cannot create namespace file "/run/netns/a1": File exists
[1]
$ ip netns list
a2
a1 (id: 0)
$ ip netns list-id
nsid 0 (iproute2 netns name: a1)
$ ip netns set a1 7
Error: Peer netns already has a nsid assigned.
[2]
$ ip netns list
a2
a1 (id: 0)
$ ip -n a2 link show v0
3: v0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns a1
$ ip netns del a1; sleep 1; ip -n a2 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip netns del a1
Cannot remove namespace file "/run/netns/a1": No such file or directory
[1]
$ ip netns exec a1 ip link
Cannot open network namespace "a1": No such file or directory
[255]
$ ip netns
a2
