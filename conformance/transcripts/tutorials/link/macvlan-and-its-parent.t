# What a macvlan takes from its parent, and what it refuses
$ ip link add v0 type veth peer name v1
$ ip link add mv0 link v0 type macvlan mode bridge
$ ip link set mv0 up
$ ip link show mv0
4: mv0@v0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff
$ ip link set v0 up; ip link set v1 up
$ sleep 1; ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: v1@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 2a:a9:58:32:bb:b7 brd ff:ff:ff:ff:ff:ff
3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether c6:14:b9:f2:63:69 brd ff:ff:ff:ff:ff:ff
4: mv0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff
$ ip -d link show v0
3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether c6:14:b9:f2:63:69 brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link add mv1 link mv0 type macvlan mode private
$ ip link show mv1
5: mv1@v0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 56:de:40:5a:42:49 brd ff:ff:ff:ff:ff:ff
$ ip link add mv2 link v0 type macvlan mode passthru
RTNETLINK answers: Invalid argument
[2]
$ ip link set mv0 type macvlan mode passthru
RTNETLINK answers: Invalid argument
[2]
$ ip link set mv0 type macvlan mode nonsense
Error: argument of "mode" must be "private", "vepa", "bridge", "passthru" or "source", not "nonsense"
[1]
$ ip link set v0 mtu 1400
$ ip link show mv0
4: mv0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff
$ ip link set mv0 mtu 1450
RTNETLINK answers: Invalid argument
[2]
$ ip link set mv0 mtu 1300
$ ip link set v0 mtu 1500
$ ip link show mv0
4: mv0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff
$ ip link add br0 type bridge
$ ip link set v0 master br0
RTNETLINK answers: Device or resource busy
[2]
$ ip link set mv0 master br0
$ ip -d link show mv0
4: mv0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1300 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 
    macvlan mode bridge bcqueuelen 1000 usedbcqueuelen 1000 
    bridge_slave state disabled priority 32 cost 2 hairpin off guard off root_block off fastleave off learning on flood on port_id 0x8001 port_no 0x1 designated_port 32769 designated_cost 0 designated_bridge 8000.9a:c8:be:74:ca:d0 designated_root 8000.9a:c8:be:74:ca:d0 hold_timer    0.00 message_age_timer    0.00 forward_delay_timer    0.00 topology_change_ack 0 config_pending 0 proxy_arp off proxy_arp_wifi off mcast_router 1 mcast_fast_leave off mcast_flood on bcast_flood on mcast_to_unicast off neigh_suppress off group_fwd_mask 0 group_fwd_mask_str 0x0 vlan_tunnel off isolated off locked off addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip -d link show v0
3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether c6:14:b9:f2:63:69 brd ff:ff:ff:ff:ff:ff promiscuity 2  allmulti 1 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link set mv0 nomaster
$ ip link set v1 master br0
$ ip link add mv3 link v1 type macvlan
RTNETLINK answers: Device or resource busy
[2]
$ ip link add mv3 link lo type macvlan
RTNETLINK answers: Invalid argument
[2]
$ ip link add mv3 link br0 type macvlan
$ ip link show mv3
7: mv3@br0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 22:a2:98:b1:ea:eb brd ff:ff:ff:ff:ff:ff
$ ip link add mv4 link v0 mtu 9000 type macvlan
RTNETLINK answers: Invalid argument
[2]
$ ip link add mv4 type macvlan
RTNETLINK answers: Invalid argument
[2]
$ ip link add mv4 link nosuch type macvlan
Cannot find device "nosuch"
[1]
$ ip link set mv0 address $(cat /sys/class/net/v0/address)
RTNETLINK answers: Address already in use
[2]
$ ip link set mv1 address $(cat /sys/class/net/mv0/address)
RTNETLINK answers: Address already in use
[2]
$ ip link add mv5 link v0 address 02:00:00:00:00:05 type macvlan
$ ip link add mv6 link v0 address 02:00:00:00:00:05 type macvlan
$ ip link set mv5 up
$ ip link set mv6 up
RTNETLINK answers: Address already in use
[2]
$ ip link set v0 down; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v1@v0            LOWERLAYERDOWN 2a:a9:58:32:bb:b7 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
v0@v1            DOWN           c6:14:b9:f2:63:69 <BROADCAST,MULTICAST> 
mv0@v0           LOWERLAYERDOWN 9a:c8:be:74:ca:d0 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
mv1@v0           DOWN           56:de:40:5a:42:49 <BROADCAST,MULTICAST,M-DOWN> 
br0              DOWN           2a:a9:58:32:bb:b7 <BROADCAST,MULTICAST> 
mv3@br0          DOWN           22:a2:98:b1:ea:eb <BROADCAST,MULTICAST,M-DOWN> 
mv5@v0           LOWERLAYERDOWN 02:00:00:00:00:05 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
mv6@v0           DOWN           02:00:00:00:00:05 <BROADCAST,MULTICAST,M-DOWN> 
$ ip link set v0 up; sleep 1; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v1@v0            UP             2a:a9:58:32:bb:b7 <BROADCAST,MULTICAST,UP,LOWER_UP> 
v0@v1            UP             c6:14:b9:f2:63:69 <BROADCAST,MULTICAST,UP,LOWER_UP> 
mv0@v0           UP             9a:c8:be:74:ca:d0 <BROADCAST,MULTICAST,UP,LOWER_UP> 
mv1@v0           DOWN           56:de:40:5a:42:49 <BROADCAST,MULTICAST> 
br0              DOWN           2a:a9:58:32:bb:b7 <BROADCAST,MULTICAST> 
mv3@br0          DOWN           22:a2:98:b1:ea:eb <BROADCAST,MULTICAST,M-DOWN> 
mv5@v0           UP             02:00:00:00:00:05 <BROADCAST,MULTICAST,UP,LOWER_UP> 
mv6@v0           DOWN           02:00:00:00:00:05 <BROADCAST,MULTICAST> 
$ ip link add link v0 type macvlan
$ ip -br link show type macvlan
mv0@v0           UP             9a:c8:be:74:ca:d0 <BROADCAST,MULTICAST,UP,LOWER_UP> 
mv1@v0           DOWN           56:de:40:5a:42:49 <BROADCAST,MULTICAST> 
mv3@br0          DOWN           22:a2:98:b1:ea:eb <BROADCAST,MULTICAST,M-DOWN> 
mv5@v0           UP             02:00:00:00:00:05 <BROADCAST,MULTICAST,UP,LOWER_UP> 
mv6@v0           DOWN           02:00:00:00:00:05 <BROADCAST,MULTICAST> 
macvlan0@v0      DOWN           5e:bf:5b:a4:32:cd <BROADCAST,MULTICAST> 
$ ip link set mv0 protodown on
$ ip link show mv0
4: mv0@v0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
    link/ether 9a:c8:be:74:ca:d0 brd ff:ff:ff:ff:ff:ff protodown on 
$ ip link set mv0 protodown off
$ ip link set v0 protodown on
Error: Protodown not supported by device.
[2]
$ ip link del v1
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
br0              DOWN           00:00:00:00:00:00 <BROADCAST,MULTICAST> 
mv3@br0          DOWN           22:a2:98:b1:ea:eb <BROADCAST,MULTICAST,M-DOWN> 
