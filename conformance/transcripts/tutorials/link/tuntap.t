# ip tuntap: devices for programs, which none holds here
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip tuntap
$ ip tuntap add dev tap0 mode tap
$ ip tuntap add tun0 mode tun
$ ip tuntap add mode tap
$ ip tuntap add dev tap0 mode tap
ioctl(TUNSETIFF): Device or resource busy
[1]
$ ip tuntap add dev tap0 mode tun
ioctl(TUNSETIFF): Device or resource busy
[1]
$ ip tuntap add dev tap1
You failed to specify a tunnel mode
[1]
$ ip tuntap add dev tap1 mode foo
Unknown tunnel mode "foo"
[255]
$ ip tuntap add dev tap1 mode
Command line is not complete. Try option "help"
[255]
$ ip tuntap add dev tap2 mode tap user root
$ ip tuntap add dev tap3 mode tap user root group root multi_queue pi vnet_hdr
$ ip tuntap add dev tap4 mode tap user 1000 group 1000
$ ip tuntap add dev tap4 mode tap user nobodyhere
invalid user "nobodyhere"
[255]
$ ip tuntap add dev averyveryverylongname mode tap
Error: argument "averyveryverylongname" is wrong: "dev" not a valid ifname
[255]
$ ip tuntap
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tuntap show
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tuntap list
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip -j tuntap
[{"ifname":"tap0","flags":["tap","persist"]},{"ifname":"tun0","flags":["tun","persist"]},{"ifname":"tap1","flags":["tap","persist"]},{"ifname":"tap2","flags":["tap","persist"],"user":0},{"ifname":"tap3","flags":["tap","pi","multi_queue","vnet_hdr","persist","filter"],"user":0,"group":0},{"ifname":"tap4","flags":["tap","persist"],"user":1000,"group":1000}]
$ ip tuntap show dev tap0
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tuntap show mode tun
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tuntap show tap0
tap0: tap persist
tun0: tun persist
tap1: tap persist
tap2: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: tap0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether e2:2d:76:c8:0d:46 brd ff:ff:ff:ff:ff:ff
3: tun0: <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 500
    link/none 
4: tap1: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 92:81:37:45:5e:5a brd ff:ff:ff:ff:ff:ff
5: tap2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether d6:c3:74:a0:d4:2b brd ff:ff:ff:ff:ff:ff
6: tap3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether be:99:46:4b:77:65 brd ff:ff:ff:ff:ff:ff
7: tap4: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether de:2d:50:08:92:f9 brd ff:ff:ff:ff:ff:ff
$ ip -d link show tap0
2: tap0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether e2:2d:76:c8:0d:46 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65521 
    tun type tap pi off vnet_hdr off persist on addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 65536 tso_max_segs 65535 gro_max_size 65536 
$ ip -d link show tun0
3: tun0: <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 500
    link/none  promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    tun type tun pi off vnet_hdr off persist on addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 65536 tso_max_segs 65535 gro_max_size 65536 
$ ip -d -j link show tap0
[{"ifindex":2,"ifname":"tap0","flags":["BROADCAST","MULTICAST"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"e2:2d:76:c8:0d:46","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":0,"allmulti":0,"min_mtu":68,"max_mtu":65521,"linkinfo":{"info_kind":"tun","info_data":{"type":"tap","pi":false,"vnet_hdr":false,"multi_queue":false,"persist":true}},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":65536,"tso_max_segs":65535,"gro_max_size":65536}]
$ ip -s link show tun0
3: tun0: <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 500
    link/none 
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
$ ip link set tap0 up
$ ip link set tun0 up
$ ip addr add 10.8.0.1/24 dev tap0
$ ip addr add 10.9.0.1/24 dev tun0
$ ip addr add 10.10.0.1 peer 10.10.0.2 dev tun0
$ ip -br addr show dev tap0; ip -br addr show dev tun0
tap0             DOWN           10.8.0.1/24 
tun0             DOWN           10.9.0.1/24 10.10.0.1 peer 10.10.0.2/32 
$ ip route
10.8.0.0/24 dev tap0 proto kernel scope link src 10.8.0.1 linkdown 
10.9.0.0/24 dev tun0 proto kernel scope link src 10.9.0.1 linkdown 
10.10.0.2 dev tun0 proto kernel scope link src 10.10.0.1 linkdown 
$ ping -c 1 -W 1 10.8.0.2
PING 10.8.0.2 (10.8.0.2) 56(84) bytes of data.

--- 10.8.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.10.0.2
PING 10.10.0.2 (10.10.0.2) 56(84) bytes of data.

--- 10.10.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.8.0.1
PING 10.8.0.1 (10.8.0.1) 56(84) bytes of data.

--- 10.8.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link add br0 type bridge
$ ip link set tap0 master br0
$ ip link set tun0 master br0
RTNETLINK answers: Invalid argument
[2]
$ bridge link
2: tap0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 master br0 state disabled priority 32 cost 2 
$ ip tuntap del dev tap0
You failed to specify a tunnel mode
[1]
$ ip tuntap del dev tap0 mode tun
ioctl(TUNSETIFF): Invalid argument
[1]
$ ip tuntap del dev tap0 mode tap
$ ip tuntap del dev nodev mode tap
$ ip tuntap del dev nodev mode tun
$ ip link del tun0
$ ip tuntap del dev tap3 mode tap
ioctl(TUNSETIFF): Invalid argument
[1]
$ ip link add tap9 type tun
Error: tun/tap creation via rtnetlink is not supported.
[2]
$ ip link set tap2 address 02:00:00:00:00:01
$ ip link set tap2 mtu 9000
$ ip link show tap2
5: tap2: <BROADCAST,MULTICAST> mtu 9000 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
$ ip link set tap2 mtu 100000
Error: mtu greater than device maximum.
[2]
$ ip link set tap2 name foo
$ ip link show type tun
4: tap1: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 92:81:37:45:5e:5a brd ff:ff:ff:ff:ff:ff
5: foo: <BROADCAST,MULTICAST> mtu 9000 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
6: tap3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether be:99:46:4b:77:65 brd ff:ff:ff:ff:ff:ff
7: tap4: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether de:2d:50:08:92:f9 brd ff:ff:ff:ff:ff:ff
$ ip tuntap show
tap1: tap persist
foo: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tap
tap1: tap persist
foo: tap persist user 0
tap3: tap pi multi_queue vnet_hdr persist filter user 0 group 0
tap4: tap persist user 1000 group 1000
$ ip tuntap foo
Command "foo" is unknown, try "ip tuntap help".
[255]
$ ip tuntap add foo bar
Error: either "name" is duplicate, or "bar" is a garbage.
[255]
$ ip tuntap add dev
Command line is not complete. Try option "help"
[255]
$ ip tuntap help
Usage: ip tuntap { add | del | show | list | lst | help } [ dev PHYS_DEV ]
       [ mode { tun | tap } ] [ user USER ] [ group GROUP ]
       [ one_queue ] [ pi ] [ vnet_hdr ] [ multi_queue ] [ name NAME ]

Where: USER  := { STRING | NUMBER }
       GROUP := { STRING | NUMBER }
[255]
$ ip netns add n1
$ ip link set foo netns n1
$ ip -n n1 link show foo
5: foo: <BROADCAST,MULTICAST> mtu 9000 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
$ ip -n n1 tuntap
foo: tap persist user 0
$ ip netns exec n1 ip tuntap
foo: tap persist user 0
$ ip -o link show tap4
7: tap4: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether de:2d:50:08:92:f9 brd ff:ff:ff:ff:ff:ff
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
tap1             DOWN           92:81:37:45:5e:5a <BROADCAST,MULTICAST> 
tap3             DOWN           be:99:46:4b:77:65 <BROADCAST,MULTICAST> 
tap4             DOWN           de:2d:50:08:92:f9 <BROADCAST,MULTICAST> 
br0              DOWN           00:00:00:00:00:00 <BROADCAST,MULTICAST> 
