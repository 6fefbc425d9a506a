# What is refused of bridge mdb, and router ports.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge; ip link add br1 type bridge; ip link add v0 type veth peer name p0; ip link add v1 type veth peer name p1; ip link set v0 master br0; ip link set v1 master br1
$ ip link set br0 up; ip link set br1 up
$ bridge mdb add dev br0 port v0 grp 239.1.1.1
Error: bridge: Port is in disabled state and entry is not permanent.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.1 permanent
$ bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent
Error: bridge: Port belongs to a different bridge device.
[255]
$ ip link set v0 up; ip link set p0 up
$ sleep 0.2
$ bridge mdb add dev br0 port br0 grp 239.1.1.4 permanent
Error: bridge: Flags are not allowed for host groups.
[255]
$ bridge mdb add dev br0 port br0 grp 239.1.1.4
$ bridge mdb add dev br0 port br0 grp 239.1.1.4
Error: bridge: Group is already joined by host.
[255]
$ bridge mdb del dev br0 port br0 grp 239.1.1.4
$ bridge mdb del dev br0 port br0 grp 239.1.1.4
RTNETLINK answers: Invalid argument
[255]
$ bridge mdb add dev br0 port v0 grp 01:02:03:04:05:06
Error: bridge: Only permanent L2 entries allowed.
[255]
$ bridge mdb add dev br0 port br0 grp 01:02:03:04:05:06
Error: bridge: Only permanent L2 entries allowed.
[255]
$ bridge mdb add dev br0 port v0 grp 02:02:03:04:05:06 permanent
Error: L2 entry group is not multicast.
[255]
$ bridge mdb add dev br0 port v0 grp 01:02:03:04:05:06 permanent
$ bridge mdb add dev br0 port v0 grp 01:02:03:04:05:06 permanent
Error: bridge: (S, G) group is already joined by port.
[255]
$ bridge mdb add dev br0 port v0 grp ff02::1
Error: IPv6 entry group address is link-local all nodes.
[255]
$ bridge mdb add dev br0 port v0 grp ff0e::1
$ bridge mdb add dev br0 port v0 grp 2001::1
$ bridge mdb add dev br0 port v0 grp ::
$ bridge mdb add dev br0 port v0 grp 0.0.0.0
Error: bridge: IPv4 entry group address 0.0.0.0 is not allowed.
[255]
$ bridge mdb add dev br0 port v0 grp ff0e::1 src fe80::1
$ bridge mdb add dev br0 port v0 grp ff0e::1 src 10.0.0.1
Error: bridge: IPv6 invalid source address length.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 src 239.1.1.9
Error: bridge: IPv4 multicast source address is not allowed.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 src abc
Invalid source address "abc"
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 vid 5000
Error: Invalid entry VLAN id.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 vid x
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 src 10.0.0.9
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 src 10.0.0.9
Error: bridge: (S, G) group is already joined by port.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 foo
Error: bridge: (*, G) group is already joined by port.
[255]
$ bridge mdb replace dev br0 port v0 grp 239.1.1.8 
Command "replace" is unknown, try "bridge mdb help".
[255]
$ bridge mdb get dev br0 grp 239.1.1.8 
Command "get" is unknown, try "bridge mdb help".
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.8 proto static
Error: bridge: (*, G) group is already joined by port.
[255]
$ bridge mdb show
dev br0 port v0 grp 239.1.1.8 src 10.0.0.9 temp
dev br0 port v0 grp 239.1.1.8 temp
dev br0 port v0 grp ff0e::1 src fe80::1 temp
dev br0 port v0 grp :: temp
dev br0 port v0 grp 2001::1 temp
dev br0 port v0 grp ff0e::1 temp
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.1 permanent
$ bridge mdb del dev br0 port v0 grp 239.1.1.8 src 10.0.0.9
$ bridge mdb del dev br0 port v1 grp 239.1.1.1
Error: bridge: Port belongs to a different bridge device.
[255]
$ bridge mdb del dev br1 port v0 grp 239.1.1.1
Error: bridge: Port belongs to a different bridge device.
[255]
$ bridge mdb del dev v0 port v0 grp 239.1.1.1
Error: Device does not support MDB operations.
[255]
$ bridge mdb del dev br0 port nosuch grp 239.1.1.1
Cannot find device "nosuch"
[255]
$ bridge mdb del dev br0 port v0 grp 224.0.0.1
Error: IPv4 entry group address is local multicast.
[255]
$ bridge link set dev v0 mcast_router 2
$ ip link set v1 nomaster; ip link set v1 master br0;  ip link set v1 up; ip link set p1 up; sleep 0.2
$ bridge mdb
dev br0 port v0 grp 239.1.1.8 temp
dev br0 port v0 grp ff0e::1 src fe80::1 temp
dev br0 port v0 grp :: temp
dev br0 port v0 grp 2001::1 temp
dev br0 port v0 grp ff0e::1 temp
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.1 permanent
$ bridge link set dev v1 mcast_router 2
$ bridge mdb
dev br0 port v0 grp 239.1.1.8 temp
dev br0 port v0 grp ff0e::1 src fe80::1 temp
dev br0 port v0 grp :: temp
dev br0 port v0 grp 2001::1 temp
dev br0 port v0 grp ff0e::1 temp
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.1 permanent
$ bridge -d mdb
dev br0 port v0 grp 239.1.1.8 temp proto static 
dev br0 port v0 grp ff0e::1 src fe80::1 temp proto static 
dev br0 port v0 grp :: temp proto static 
dev br0 port v0 grp 2001::1 temp proto static 
dev br0 port v0 grp ff0e::1 temp proto static 
dev br0 port v0 grp 01:02:03:04:05:06 permanent proto static 
dev br0 port v0 grp 239.1.1.1 permanent proto static 
router ports on br0: v1 v0 
$ bridge -j mdb
[{"mdb":[{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.8","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"ff0e::1","src":"fe80::1","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"::","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"2001::1","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"ff0e::1","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"01:02:03:04:05:06","state":"permanent","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.1","state":"permanent","flags":[]}],"router":{}}]
$ bridge -d -j mdb
[{"mdb":[{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.8","state":"temp","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"ff0e::1","src":"fe80::1","state":"temp","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"::","state":"temp","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"2001::1","state":"temp","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"ff0e::1","state":"temp","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"01:02:03:04:05:06","state":"permanent","protocol":"static","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.1","state":"permanent","protocol":"static","flags":[]}],"router":{"br0":[{"port":"v1"},{"port":"v0"}]}}]
$ bridge -d -p -j mdb show dev br1
[ {
        "mdb": [ ],
        "router": {}
    } ]
$ bridge -d mdb show dev br1
$ bridge link set dev v1 mcast_router 3
$ bridge link set dev v1 mcast_router 0
$ bridge -o mdb
dev br0 port v0 grp 239.1.1.8 temp\dev br0 port v0 grp ff0e::1 src fe80::1 temp\dev br0 port v0 grp :: temp\dev br0 port v0 grp 2001::1 temp\dev br0 port v0 grp ff0e::1 temp\dev br0 port v0 grp 01:02:03:04:05:06 permanent\dev br0 port v0 grp 239.1.1.1 permanent\
$ bridge -c=always mdb
[36mdev br0[0m port v0[35m grp 239.1.1.8[0m temp
[36mdev br0[0m port v0[34m grp ff0e::1[0m[34m src fe80::1[0m temp
[36mdev br0[0m port v0[34m grp ::[0m temp
[36mdev br0[0m port v0[34m grp 2001::1[0m temp
[36mdev br0[0m port v0[34m grp ff0e::1[0m temp
[36mdev br0[0m port v0 grp 01:02:03:04:05:06 permanent
[36mdev br0[0m port v0[35m grp 239.1.1.1[0m permanent
$ ip link set v0 down
$ bridge -d mdb
dev br0 port v0 grp 01:02:03:04:05:06 permanent proto static 
dev br0 port v0 grp 239.1.1.1 permanent proto static 
$ ip link set br0 type bridge mcast_hash_max 2
$ bridge mdb add dev br0 port v1 grp 239.1.1.101
RTNETLINK answers: Argument list too long
[255]
$ bridge mdb add dev br0 port v1 grp 239.1.1.102
Error: bridge: Bridge's multicast processing is disabled.
[255]
$ bridge mdb add dev br0 port v1 grp 239.1.1.103
Error: bridge: Bridge's multicast processing is disabled.
[255]
$ bridge mdb add dev br0 port v1 grp 239.1.1.104
Error: bridge: Bridge's multicast processing is disabled.
[255]
