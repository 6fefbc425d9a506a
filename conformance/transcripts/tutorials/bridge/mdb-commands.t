# Groups of hosts by hand, and learned from what hosts report.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge; ip link add v0 type veth peer name p0; ip link add v1 type veth peer name p1; ip link set v0 master br0; ip link set v1 master br0
$ bridge mdb
$ bridge mdb add dev br0 port v0 grp 239.1.1.1
Error: bridge: Bridge device is not running.
[255]
$ for d in br0 v0 p0 v1 p1; do ip link set $d up; done; sleep 1
$ bridge mdb show
$ bridge mdb add dev br0 port v0 grp 239.1.1.1
$ bridge mdb add dev br0 port v0 grp 239.1.1.1
Error: bridge: (*, G) group is already joined by port.
[255]
$ bridge mdb add dev br0 port v1 grp 239.1.1.1 permanent
$ bridge mdb add dev br0 port v0 grp 239.1.1.2 temp
$ bridge mdb add dev br0 port v0 grp 239.1.1.3 vid 10
$ bridge mdb add dev br0 port br0 grp 239.1.1.4
$ bridge mdb add dev br0 port v0 grp 10.0.0.1
Error: IPv4 entry group address is not multicast or 0.0.0.0.
[255]
$ bridge mdb add dev br0 port v0 grp 224.0.0.1
Error: IPv4 entry group address is local multicast.
[255]
$ bridge mdb add dev br0 port v0 grp 239.1.1.5 src 10.0.0.1
$ bridge mdb add dev br0 port v0 grp abc
"abc" is invalid lladdr.
Invalid address "abc"
[255]
$ bridge mdb add dev br0 port v0
Device, group address and port name are required arguments.
[255]
$ bridge mdb add port v0 grp 239.1.1.1
Device, group address and port name are required arguments.
[255]
$ bridge mdb add dev nosuch port v0 grp 239.1.1.1
Cannot find device "nosuch"
[255]
$ bridge mdb add dev br0 port nosuch grp 239.1.1.1
Cannot find device "nosuch"
[255]
$ bridge mdb add dev v0 port v0 grp 239.1.1.1
Error: Device does not support MDB operations.
[255]
$ bridge mdb add dev br0 port p0 grp 239.1.1.1
Error: bridge: Net device is not a bridge port.
[255]
$ bridge mdb add dev br0 port v0 grp 01:02:03:04:05:06 permanent
$ bridge mdb show
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.5 src 10.0.0.1 temp
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v0 grp 239.1.1.3 temp vid 10
dev br0 port v0 grp 239.1.1.2 temp
dev br0 port v1 grp 239.1.1.1 permanent
dev br0 port v0 grp 239.1.1.1 temp
$ bridge mdb show dev br0
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.5 src 10.0.0.1 temp
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v0 grp 239.1.1.3 temp vid 10
dev br0 port v0 grp 239.1.1.2 temp
dev br0 port v1 grp 239.1.1.1 permanent
dev br0 port v0 grp 239.1.1.1 temp
$ bridge mdb show dev nosuch
Cannot find device "nosuch"
[255]
$ bridge -d mdb show
dev br0 port v0 grp 01:02:03:04:05:06 permanent proto static 
dev br0 port v0 grp 239.1.1.5 src 10.0.0.1 temp proto static 
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v0 grp 239.1.1.3 temp proto static  vid 10
dev br0 port v0 grp 239.1.1.2 temp proto static 
dev br0 port v1 grp 239.1.1.1 permanent proto static 
dev br0 port v0 grp 239.1.1.1 temp proto static 
$ bridge -j mdb show
[{"mdb":[{"index":2,"dev":"br0","port":"v0","grp":"01:02:03:04:05:06","state":"permanent","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.5","src":"10.0.0.1","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"br0","grp":"239.1.1.4","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.3","state":"temp","flags":[],"vid":10},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.2","state":"temp","flags":[]},{"index":2,"dev":"br0","port":"v1","grp":"239.1.1.1","state":"permanent","flags":[]},{"index":2,"dev":"br0","port":"v0","grp":"239.1.1.1","state":"temp","flags":[]}],"router":{}}]
$ bridge mdb show vid 10
dev br0 port v0 grp 239.1.1.3 temp vid 10
$ bridge mdb show foo
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.5 src 10.0.0.1 temp
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v0 grp 239.1.1.3 temp vid 10
dev br0 port v0 grp 239.1.1.2 temp
dev br0 port v1 grp 239.1.1.1 permanent
dev br0 port v0 grp 239.1.1.1 temp
$ bridge mdb del dev br0 port v0 grp 239.1.1.1
$ bridge mdb del dev br0 port v0 grp 239.1.1.1
RTNETLINK answers: Invalid argument
[255]
$ bridge mdb del dev br0 port v1 grp 239.1.1.9
RTNETLINK answers: Invalid argument
[255]
$ bridge mdb
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port v0 grp 239.1.1.5 src 10.0.0.1 temp
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v0 grp 239.1.1.3 temp vid 10
dev br0 port v0 grp 239.1.1.2 temp
dev br0 port v1 grp 239.1.1.1 permanent
$ bridge mdb foo
Command "foo" is unknown, try "bridge mdb help".
[255]
$ bridge mdb help
Usage: bridge mdb { add | del } dev DEV port PORT grp GROUP [src SOURCE] [permanent | temp] [vid VID]
       bridge mdb {show} [ dev DEV ] [ vid VID ]
[255]
$ ip link set br0 type bridge mcast_snooping 0
$ bridge mdb
dev br0 port v0 grp 01:02:03:04:05:06 permanent
dev br0 port br0 grp 239.1.1.4 temp
dev br0 port v1 grp 239.1.1.1 permanent
$ bridge mdb add dev br0 port v0 grp 239.1.1.7
Error: bridge: Bridge's multicast processing is disabled.
[255]
