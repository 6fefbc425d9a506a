# Further names of a link, and where they may be used
$ ip netns add red
$ ip link add veth0 type veth peer name veth1
$ ip link property add dev veth0 altname uplink altname the-cable-to-the-provider
$ ip link set veth0 alias 'one text'
$ ip link show uplink
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether d6:1d:d8:c1:14:79 brd ff:ff:ff:ff:ff:ff
    alias one text
    altname uplink
    altname the-cable-to-the-provider
$ ip -s -d link show the-cable-to-the-provider
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether d6:1d:d8:c1:14:79 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
    alias one text
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
    altname uplink
    altname the-cable-to-the-provider
$ ip -o link show uplink
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether d6:1d:d8:c1:14:79 brd ff:ff:ff:ff:ff:ff\    alias one text\    altname uplink\    altname the-cable-to-the-provider
$ ip -j -p link show uplink
[ {
        "ifindex": 3,
        "link": "veth1",
        "ifname": "veth0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "d6:1d:d8:c1:14:79",
        "broadcast": "ff:ff:ff:ff:ff:ff",
        "ifalias": "one text",
        "altnames": [ "uplink","the-cable-to-the-provider" ]
    } ]
$ ip addr show uplink
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether d6:1d:d8:c1:14:79 brd ff:ff:ff:ff:ff:ff
    altname uplink
    altname the-cable-to-the-provider
$ ip link property add dev veth1 altname uplink
RTNETLINK answers: File exists
[2]
$ ip link property add veth1 altname veth0
RTNETLINK answers: File exists
[2]
$ ip link property del dev veth0 altname veth0
RTNETLINK answers: Invalid argument
[2]
$ ip link property del dev veth1 altname uplink
RTNETLINK answers: Invalid argument
[2]
$ ip link property del dev veth0 altname nosuch
RTNETLINK answers: No such file or directory
[2]
$ ip link property add dev veth0 altname 'a b'
Error: argument "a b" is wrong: not a valid altname
[255]
$ ip link property add dev veth0 altname
Command line is not complete. Try option "help"
[255]
$ ip link property add altname x
Not enough of information: "dev" argument is required.
[255]
$ ip link property add dev nosuch altname x
Cannot find device "nosuch"
[1]
$ ip link property show
Operator required
[255]
$ ip link set veth0 name uplink
RTNETLINK answers: File exists
[2]
$ ip link add uplink type bridge
RTNETLINK answers: File exists
[2]
$ ip link set uplink up
$ ip addr add 10.0.0.1/24 dev uplink
$ ip route add 10.2.0.0/24 dev uplink
$ ip route
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 linkdown 
10.2.0.0/24 dev veth0 scope link linkdown 
$ ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:01 dev uplink
$ ip neigh show dev uplink
10.0.0.2 lladdr 02:00:00:00:00:01 PERMANENT 
$ ip link add mv0 link uplink type macvlan
$ ip -br link show type macvlan
mv0@veth0        DOWN           ea:d0:db:3f:45:00 <BROADCAST,MULTICAST> 
$ ip -n red link add uplink type bridge
$ ip link set veth0 netns red
Error: An interface with the altname uplink exists in the target netns.
[2]
$ ip -n red link del uplink
$ ip link set uplink netns red
$ ip -n red link show uplink
3: veth0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether d6:1d:d8:c1:14:79 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    alias one text
    altname uplink
    altname the-cable-to-the-provider
$ ip link show uplink
Device "uplink" does not exist.
[1]
$ ls /sys/class/net
lo
mv0
veth1
