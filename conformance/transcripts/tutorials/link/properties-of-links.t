# Sizes, queues and switches that any link has
$ ip link add v0 numtxqueues 4 numrxqueues 5 type veth peer name v1 numtxqueues 3 numrxqueues 3
$ ip -d link show v0; ip -d link show v1
3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 4 numrxqueues 5 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
2: v1@v0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether ce:67:11:80:06:f4 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 3 numrxqueues 3 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link add v2 numtxqueues 0 type veth
Error: Invalid number of transmit queues.
[2]
$ ip link add v2 numrxqueues 5000 type bridge
Error: Invalid number of receive queues.
[2]
$ ip link set v0 gso_max_size 1000 gso_max_segs 10 gro_max_size 2000
$ ip -d link show v0
3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 4 numrxqueues 5 gso_max_size 1000 gso_max_segs 10 tso_max_size 524280 tso_max_segs 65535 gro_max_size 2000 
$ ip link set v0 gso_max_size 600000
Error: too big gso_max_size.
[2]
$ ip link set v0 gso_max_segs 70000
Error: argument "70000" is wrong: Invalid "gso_max_segs" value

[255]
$ ip link set v0 gro_max_size 600000
Error: too big gro_max_size.
[2]
$ ip link set v0 gso_max_size 65536 gso_max_segs 65535 gro_max_size 65536
$ ip link set v0 addrgenmode none
$ ip -d link show v0 | grep -o 'addrgenmode [a-z_0-9]*'
addrgenmode none
$ ip link set v0 addrgenmode stable_secret
RTNETLINK answers: Invalid argument
[2]
$ ip link set v0 addrgenmode nonsense
Error: argument "nonsense" is wrong: Invalid address generation mode

[255]
$ ip link set v0 addrgenmode eui64
$ ip link set v0 arp off multicast off allmulticast on promisc on dynamic on trailers off
$ ip -d link show v0
3: v0@v1: <BROADCAST,NOARP,ALLMULTI,PROMISC,DYNAMIC,NOTRAILERS,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 4 numrxqueues 5 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link set v0 arp on multicast on allmulticast off promisc off dynamic off trailers on
$ ip link show v0
3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff
$ ip link set v0 up; ip link set v1 up; sleep 2
$ ip link set v0 state dormant
$ ip link show v0
3: v0@v1: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state DORMANT mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff
$ ip link set v0 state up
$ ip link set v0 mode dormant
$ ip link show v0
3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DORMANT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff
$ ip link set v1 down; ip link set v1 up; sleep 2
$ ip link show v0
3: v0@v1: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state DORMANT mode DORMANT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff
$ ip link set v0 mode default; ip link set v0 state up
$ ip link show v0
3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff
$ ip link set v0 mode nonsense
Error: argument "nonsense" is wrong: Invalid link mode

[255]
$ ip link add b0 index 100 type bridge
$ ip link add b1 index 100 type bridge
RTNETLINK answers: File exists
[2]
$ ip link add b1 index 0 type bridge
Error: argument "0" is wrong: Invalid "index" value
[255]
$ ip link set v0 index 300
index can be used only when creating devices or when moving device to another netns.
[255]
$ ip netns add red
$ ip link set v0 netns red index 300
$ ip link set v1 netns red index 300
Error: The ifindex 300 is not available in the target netns.
[2]
$ ip -n red link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
300: v0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 76:fd:38:eb:e3:ab brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip link add w0 type veth peer name w1 up
RTNETLINK answers: Transport endpoint is not connected
[2]
$ ip link add w0 arp off type veth peer name w1 allmulticast on group 5 txqlen 7
$ ip -d link show type veth
2: v1@if300: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
    link/ether ce:67:11:80:06:f4 brd ff:ff:ff:ff:ff:ff link-netns red promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 3 numrxqueues 3 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
5: w1@w0: <BROADCAST,MULTICAST,ALLMULTI,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group 5 qlen 7
    link/ether 46:07:f8:b3:69:80 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 1 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
6: w0@w1: <BROADCAST,MULTICAST,NOARP,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether ee:72:39:7f:3b:39 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link xstats type bridge dev b0
b0              
                    IGMP queries:
                      RX: v1 0 v2 0 v3 0
                      TX: v1 0 v2 0 v3 0
                    IGMP reports:
                      RX: v1 0 v2 0 v3 0
                      TX: v1 0 v2 0 v3 0
                    IGMP leaves: RX: 0 TX: 0
                    IGMP parse errors: 0
                    MLD queries:
                      RX: v1 0 v2 0
                      TX: v1 0 v2 0
                    MLD reports:
                      RX: v1 0 v2 0
                      TX: v1 0 v2 0
                    MLD leaves: RX: 0 TX: 0
                    MLD parse errors: 0
$ ip link xstats type veth
xstats: link type veth doesn't support xstats
[1]
$ ip link afstats
