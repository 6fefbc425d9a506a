# Next hops with numbers: routes that name them, groups, what goes with what
#! world: bare
$ ip netns add n1
$ ip link add v1 type veth peer name e netns n1
$ ip addr add 10.1.0.1/24 dev v1
$ ip nexthop add id 1 blackhole
Error: Device for nexthop is not up.
[2]
$ ip nexthop add id 1 dev v1
Error: Nexthop device is not up.
[2]
$ ip link set v1 up
$ ip nexthop add id 1 dev v1
Error: Carrier for nexthop device is down.
[2]
$ ip -n n1 link set e up
$ ip link set lo up; sleep 0.5
$ ip nexthop add id 1 blackhole
$ ip nexthop add id 2 via 10.9.9.9 dev v1 onlink
$ ip nexthop add id 3 dev v1 onlink
Error: ONLINK flag can not be set for nexthop without a gateway.
[2]
$ ip nexthop add id 3 via 10.1.0.2 dev v1 protocol static
$ ip nexthop add id 3 blackhole dev v1
Error: Blackhole attribute can not be used with gateway, oif, encap or fdb.
[2]
$ ip nexthop add id 3 blackhole via 1.1.1.1
Error: Blackhole attribute can not be used with gateway, oif, encap or fdb.
[2]
$ ip nexthop add id 0 dev v1
$ ip nexthop add id 4 via 10.1.0.1 dev v1
RTNETLINK answers: File exists
[2]
$ ip nexthop add id 4 via 10.1.0.255 dev v1
Error: Nexthop has invalid gateway.
[2]
$ ip nexthop add id 4 via 127.0.0.1 dev v1
Error: Nexthop has invalid gateway.
[2]
$ ip nexthop add id 4 group
Command line is not complete. Try option "help"
[255]
$ ip nexthop add id 4 group x
Error: argument "x" is wrong: "group" value is invalid

[255]
$ ip nexthop add id 4 group 2,0
Error: argument "0" is wrong: "weight" is invalid

[255]
$ ip nexthop add id 4 group 2,256
RTNETLINK answers: File exists
[2]
$ ip nexthop add id 4 group 2,257
Error: argument "257" is wrong: "weight" is invalid

[255]
$ ip nexthop add id 4 group 2/
Error: argument "2" is wrong: "group" value is invalid

[255]
$ ip nexthop add id 4 group 0
Error: Invalid nexthop id.
[2]
$ ip nexthop add id 4 group 2,1000
Error: argument "1000" is wrong: "weight" is invalid

[255]
$ ip nexthop add id 4 group 2/3 dev v1
Error: Invalid family for group.
[2]
$ ip nexthop add id 4 group 2/3 fdb
Error: FDB nexthop group can only have fdb nexthops.
[2]
$ ip nexthop add id 14 group 2/3 type mpath
$ ip nexthop add id 15 group 2/3 type foo
Error: argument "foo" is wrong: "type" value is invalid

[255]
$ ip nexthop replace id 4 group 2
Error: Can not replace a nexthop with a nexthop group.
[2]
$ ip nexthop replace id 4 dev v1
$ ip nexthop replace id 2 group 3
Error: Can not replace a nexthop with a nexthop group.
[2]
$ ip nexthop replace id 3 blackhole
Error: Blackhole nexthop can not be a member of a group with more than one path.
[2]
$ ip nexthop replace via 10.1.0.9 dev v1
Error: Replace requires nexthop id.
[2]
$ ip nexthop add id 30 group 1
$ ip nexthop
id 1 blackhole 
id 2 via 10.9.9.9 dev v1 scope link onlink 
id 3 via 10.1.0.2 dev v1 scope link proto static 
id 4 dev v1 scope host 
id 14 group 2/3 
id 30 group 1 
$ ip nexthop add foo
Error: argument "foo" is wrong: 
[255]
$ ip nexthop add id
Command line is not complete. Try option "help"
[255]
$ ip nexthop add id 5 via
Command line is not complete. Try option "help"
[255]
$ ip nexthop add id 5 via 10.1.0.2 dev
Command line is not complete. Try option "help"
[255]
$ ip nexthop add id 5 via 10.1.0.2 dev v1 proto x
Error: argument "x" is wrong: "protocol" value is invalid

[255]
$ ip nexthop add id 5 via inet 10.1.0.2 dev v1
$ ip nexthop add id 7 via 10.1.0.2 dev v1 via 10.1.0.3
$ ip nexthop
id 1 blackhole 
id 2 via 10.9.9.9 dev v1 scope link onlink 
id 3 via 10.1.0.2 dev v1 scope link proto static 
id 4 dev v1 scope host 
id 5 via 10.1.0.2 dev v1 scope link 
id 7 via 10.1.0.3 dev v1 scope link 
id 14 group 2/3 
id 30 group 1 
$ ip -d nexthop show id 2
id 2 via 10.9.9.9 dev v1 scope link proto unspec onlink 
$ ip -d -j nexthop show id 2
[{"id":2,"gateway":"10.9.9.9","dev":"v1","scope":"link","protocol":"unspec","flags":["onlink"]}]
$ ip -d -j nexthop show id 14
[{"id":14,"group":[{"id":2},{"id":3}],"scope":"global","protocol":"unspec","flags":[]}]
$ ip -d -j -p nexthop show id 4
[ {
        "id": 4,
        "dev": "v1",
        "scope": "host",
        "protocol": "unspec",
        "flags": [ ]
    } ]
$ ip nexthop show dev nodev
Error: argument "nodev" is wrong: Device does not exist

[255]
$ ip nexthop show dev v1 protocol static
Error: argument "static" is wrong: invalid protocol value
[255]
$ ip nexthop show protocol static
Error: argument "static" is wrong: invalid protocol value
[255]
$ ip nexthop show proto x
Error: argument "x" is wrong: invalid protocol value
[255]
$ ip nexthop ls
id 1 blackhole 
id 2 via 10.9.9.9 dev v1 scope link onlink 
id 3 via 10.1.0.2 dev v1 scope link proto static 
id 4 dev v1 scope host 
id 5 via 10.1.0.2 dev v1 scope link 
id 7 via 10.1.0.3 dev v1 scope link 
id 14 group 2/3 
id 30 group 1 
$ ip n show
$ ip nexthop show id x
Error: argument "x" is wrong: invalid id value
[255]
$ ip nexthop show id
Command line is not complete. Try option "help"
[255]
$ ip nexthop show fdb
id 1 blackhole 
id 2 via 10.9.9.9 dev v1 scope link onlink 
id 3 via 10.1.0.2 dev v1 scope link proto static 
id 4 dev v1 scope host 
id 5 via 10.1.0.2 dev v1 scope link 
id 7 via 10.1.0.3 dev v1 scope link 
id 14 group 2/3 
id 30 group 1 
$ ip nexthop get id x
Error: argument "x" is wrong: invalid id value
[255]
$ ip nexthop get foo
Usage: ip nexthop { list | flush } [ protocol ID ] SELECTOR
       ip nexthop { add | replace } id ID NH [ protocol ID ]
       ip nexthop { get | del } id ID
       ip nexthop bucket list BUCKET_SELECTOR
       ip nexthop bucket get id ID index INDEX
SELECTOR := [ id ID ] [ dev DEV ] [ vrf NAME ] [ master DEV ]
            [ groups ] [ fdb ]
BUCKET_SELECTOR := SELECTOR | [ nhid ID ]
NH := { blackhole | [ via ADDRESS ] [ dev DEV ] [ onlink ]
        [ encap ENCAPTYPE ENCAPHDR ] |
        group GROUP [ fdb ] [ type TYPE [ TYPE_ARGS ] ] }
GROUP := [ <id[,weight]>/<id[,weight]>/... ]
TYPE := { mpath | resilient }
TYPE_ARGS := [ RESILIENT_ARGS ]
RESILIENT_ARGS := [ buckets BUCKETS ] [ idle_timer IDLE ]
                  [ unbalanced_timer UNBALANCED ]
ENCAPTYPE := [ mpls ]
ENCAPHDR := [ MPLSLABEL ]
[255]
$ ip nexthop get id
Command line is not complete. Try option "help"
[255]
$ ip nexthop del id x
Error: argument "x" is wrong: invalid id value
[255]
$ ip nexthop del foo
Error: argument "foo" is wrong: 
[255]
$ ip nexthop del id 1 id 2
$ ip nexthop del dev v1
Error: Unknown attribute type.
[2]
$ ip route add 30.0.0.0/8 nhid 14
$ ip route add 31.0.0.0/8 nhid 30
$ ip route add 32.0.0.0/8 nhid 2 metric 50
Error: Nexthop id does not exist.
[2]
$ ip route add 32.0.0.0/8 nhid 2 metric 50
Error: Nexthop id does not exist.
[2]
$ ip route add 32.0.0.0/8 nhid 3 metric 50
$ ip route add 33.0.0.0/8 nhid
Command line is not complete. Try option "help"
[255]
$ ip route add 33.0.0.0/8 nhid 2 scope host
Error: Nexthop id does not exist.
[2]
$ ip route add blackhole 34.0.0.0/8 nhid 2
Error: Nexthop id does not exist.
[2]
$ ip route add default nhid 2
Error: Nexthop id does not exist.
[2]
$ ip route show nhid 2
Error: any valid prefix is expected rather than "nhid".
[1]
$ ip route
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
30.0.0.0/8 nhid 14 via 10.1.0.2 dev v1 
blackhole 31.0.0.0/8 nhid 30 dev lo 
32.0.0.0/8 nhid 3 via 10.1.0.2 dev v1 metric 50 
$ ip -o route
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
30.0.0.0/8 nhid 14 via 10.1.0.2 dev v1 
blackhole 31.0.0.0/8 nhid 30 dev lo 
32.0.0.0/8 nhid 3 via 10.1.0.2 dev v1 metric 50 
$ ip -d -j route show 30.0.0.0/8
[{"type":"unicast","dst":"30.0.0.0/8","nhid":14,"gateway":"10.1.0.2","dev":"v1","protocol":"boot","scope":"global","flags":[],"nh_info":{"id":14,"group":[{"id":3}],"scope":"global","protocol":"unspec","flags":[]}}]
$ ip -d -o route show 30.0.0.0/8
unicast 30.0.0.0/8 nhid 14 via 10.1.0.2 dev v1 proto boot scope global 
	nh_info id 14 group 3 scope global proto unspec 
$ ip route get 30.0.0.1 fibmatch
30.0.0.0/8 nhid 14 via 10.1.0.2 dev v1 
$ ip route del 30.0.0.0/8 nhid 2
Error: Nexthop id does not exist.
[2]
$ ip route del 30.0.0.0/8 nhid 14
$ ip route del 32.0.0.0/8 via 10.9.9.9
RTNETLINK answers: No such process
[2]
$ ip route del 32.0.0.0/8 dev v1
RTNETLINK answers: No such process
[2]
$ ip route del 32.0.0.0/8
$ ip route replace default nhid 3
$ ip route change default nhid 14
$ ip route
default nhid 14 via 10.1.0.2 dev v1 
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
blackhole 31.0.0.0/8 nhid 30 dev lo 
$ ip route append default nhid 2
Error: Nexthop id does not exist.
[2]
$ ip route
default nhid 14 via 10.1.0.2 dev v1 
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
blackhole 31.0.0.0/8 nhid 30 dev lo 
$ cat /proc/net/route
Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT                                                       
v1	00000000	0200010A	0003	0	0	0	00000000	0	0	0                                                                                 
v1	0000010A	00000000	0001	0	0	0	00FFFFFF	0	0	0                                                                                 
lo	0000001F	00000000	0001	0	0	0	000000FF	0	0	0                                                                                 
$ ip route flush 31.0.0.0/8
Failed to send flush request: Invalid argument
[2]
$ ip nexthop flush dev v1
Flushed 4 nexthops
$ ip nexthop
id 1 blackhole 
id 30 group 1 
$ ip route
10.1.0.0/24 dev v1 proto kernel scope link src 10.1.0.1 
blackhole 31.0.0.0/8 nhid 30 dev lo 
$ ip nexthop flush
Flushed 2 nexthops
$ ip nexthop flush
Nothing to flush
$ ip nexthop flush proto x
Error: argument "x" is wrong: invalid protocol value
[255]
$ sysctl net.ipv4.nexthop_compat_mode
net.ipv4.nexthop_compat_mode = 1
$ ip nexthop add id 1 dev v1
$ ip nexthop add id 9 via 10.1.0.2 dev v1
$ ip nexthop add via 10.1.0.2 dev v1
$ ip nexthop add via 10.1.0.3 dev v1
$ ip nexthop
id 1 dev v1 scope host 
id 5 via 10.1.0.2 dev v1 scope link 
id 6 via 10.1.0.3 dev v1 scope link 
id 9 via 10.1.0.2 dev v1 scope link 
$ ip route add 50.0.0.0/8 nhid 9
$ ip link del v1
$ ip nexthop
$ ip route
$ ip link add v2 type veth peer name f netns n1; ip link set v2 up; ip -n n1 link set f up; ip addr add 10.3.0.1/24 dev v2; sleep 0.5
$ (timeout 3 ip -4 monitor nexthop route > /tmp/heard) & sleep 0.5
$ ip nexthop add id 1 dev v2
$ ip nexthop add id 2 group 1
$ ip route add 50.0.0.0/8 nhid 1
$ ip nexthop replace id 1 via 10.3.0.4 dev v2
$ ip nexthop del id 1
$ ip nexthop add id 1 via 10.3.0.7 dev v2
$ ip link set v2 down
$ wait; cat /tmp/heard
id 1 dev v2 scope host 
id 2 group 1 
50.0.0.0/8 nhid 1 dev v2 
id 1 via 10.3.0.4 dev v2 scope link 
50.0.0.0/8 nhid 1 via 10.3.0.4 dev v2 
Deleted id 1 via 10.3.0.4 dev v2 scope link 
Deleted id 2 group 1 
id 1 via 10.3.0.7 dev v2 scope link 
$ ip nexthop
$ ip link set v2 up; sleep 0.3
$ ip nexthop add id 1 via 10.3.0.7 dev v2; ip nexthop add id 2 via 10.3.0.8 dev v2; ip nexthop add id 3 group 1,3/2,5
$ ip route add 60.0.0.0/8 nhid 3
$ ip route
10.3.0.0/24 dev v2 proto kernel scope link src 10.3.0.1 
60.0.0.0/8 nhid 3 
	nexthop via 10.3.0.7 dev v2 weight 3 
	nexthop via 10.3.0.8 dev v2 weight 5 
$ ip -d route show 60.0.0.0/8
unicast 60.0.0.0/8 nhid 3 proto boot scope global 
	nh_info id 3 group 1,3/2,5 scope global proto unspec 
	nexthop via 10.3.0.7 dev v2 weight 3 
	nexthop via 10.3.0.8 dev v2 weight 5 
$ ip -j route show 60.0.0.0/8
[{"dst":"60.0.0.0/8","nhid":3,"flags":[],"nexthops":[{"gateway":"10.3.0.7","dev":"v2","weight":3,"flags":[]},{"gateway":"10.3.0.8","dev":"v2","weight":5,"flags":[]}]}]
$ ip nexthop replace id 3 group 2
$ ip route
10.3.0.0/24 dev v2 proto kernel scope link src 10.3.0.1 
60.0.0.0/8 nhid 3 via 10.3.0.8 dev v2 
$ ip nexthop replace id 2 via 10.3.0.9 dev v2
$ ip route
10.3.0.0/24 dev v2 proto kernel scope link src 10.3.0.1 
60.0.0.0/8 nhid 3 via 10.3.0.9 dev v2 
$ ip -6 route add 2001:db8::/32 nhid 1
Error: IPv6 routes can not use an IPv4 nexthop.
[2]
$ ip route add 41.0.0.0/8 nhid 1 dev v2
Error: Nexthop specification and nexthop id are mutually exclusive.
[2]
$ ip route add blackhole 41.0.0.0/8 nhid 1
$ ip route add 42.0.0.0/8 nhid 1 scope host
Error: Route with host scope can not have a gateway.
[2]
$ ip route add 43.0.0.0/8 nhid 0
RTNETLINK answers: No such device
[2]
$ ip route replace 60.0.0.0/8 via 10.3.0.9
$ ip nexthop del id 2
$ ip route
10.3.0.0/24 dev v2 proto kernel scope link src 10.3.0.1 
blackhole 41.0.0.0/8 nhid 1 via 10.3.0.7 dev v2 
60.0.0.0/8 via 10.3.0.9 dev v2 
