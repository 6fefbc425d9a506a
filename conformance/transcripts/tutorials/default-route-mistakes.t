# Everything one can get wrong with a default route
$ ip netns add c
$ ip link add vh type veth peer name vc
$ ip link set vc netns c
$ ip addr add 10.0.0.1/24 dev vh
$ ip link set vh up
$ ip netns exec c ip route add default via 10.0.0.1
Error: Nexthop has invalid gateway.
[2]
$ ip netns exec c ip addr add 10.0.0.2/24 dev vc
$ ip netns exec c ip route add default via 10.0.0.1
Error: Nexthop has invalid gateway.
[2]
$ ip netns exec c ip link set vc up
$ ip netns exec c ip route add default via 10.0.1.1
Error: Nexthop has invalid gateway.
[2]
$ ip netns exec c ip route add default gw 10.0.0.1
Error: either "to" is duplicate, or "gw" is a garbage.
[255]
$ ip netns exec c ip route add default 10.0.0.1
Error: either "to" is duplicate, or "10.0.0.1" is a garbage.
[255]
$ ip netns exec c ip route add default via
Command line is not complete. Try option "help"
[255]
$ ip netns exec c ip route add default
RTNETLINK answers: No such device
[2]
$ ip netns exec c ip route add via 10.0.0.1
Usage: ip route { list | flush } SELECTOR
       ip route save SELECTOR
       ip route restore
       ip route showdump
       ip route get [ ROUTE_GET_FLAGS ] ADDRESS
                            [ from ADDRESS iif STRING ]
                            [ oif STRING ] [ tos TOS ]
                            [ mark NUMBER ] [ vrf NAME ]
                            [ uid NUMBER ] [ ipproto PROTOCOL ]
                            [ sport NUMBER ] [ dport NUMBER ]
       ip route { add | del | change | append | replace } ROUTE
SELECTOR := [ root PREFIX ] [ match PREFIX ] [ exact PREFIX ]
            [ table TABLE_ID ] [ vrf NAME ] [ proto RTPROTO ]
            [ type TYPE ] [ scope SCOPE ]
ROUTE := NODE_SPEC [ INFO_SPEC ]
NODE_SPEC := [ TYPE ] PREFIX [ tos TOS ]
             [ table TABLE_ID ] [ proto RTPROTO ]
             [ scope SCOPE ] [ metric METRIC ]
             [ ttl-propagate { enabled | disabled } ]
INFO_SPEC := { NH | nhid ID } OPTIONS FLAGS [ nexthop NH ]...
NH := [ encap ENCAPTYPE ENCAPHDR ] [ via [ FAMILY ] ADDRESS ]
      [ dev STRING ] [ weight NUMBER ] NHFLAGS
FAMILY := [ inet | inet6 | mpls | bridge | link ]
OPTIONS := FLAGS [ mtu NUMBER ] [ advmss NUMBER ] [ as [ to ] ADDRESS ]
           [ rtt TIME ] [ rttvar TIME ] [ reordering NUMBER ]
           [ window NUMBER ] [ cwnd NUMBER ] [ initcwnd NUMBER ]
           [ ssthresh NUMBER ] [ realms REALM ] [ src ADDRESS ]
           [ rto_min TIME ] [ hoplimit NUMBER ] [ initrwnd NUMBER ]
           [ features FEATURES ] [ quickack BOOL ] [ congctl NAME ]
           [ pref PREF ] [ expires TIME ] [ fastopen_no_cookie BOOL ]
TYPE := { unicast | local | broadcast | multicast | throw |
          unreachable | prohibit | blackhole | nat }
TABLE_ID := [ local | main | default | all | NUMBER ]
SCOPE := [ host | link | global | NUMBER ]
NHFLAGS := [ onlink | pervasive ]
RTPROTO := [ kernel | boot | static | NUMBER ]
PREF := [ low | medium | high ]
TIME := NUMBER[s|ms]
BOOL := [1|0]
FEATURES := ecn
ENCAPTYPE := [ mpls | ip | ip6 | seg6 | seg6local | rpl | ioam6 | xfrm ]
ENCAPHDR := [ MPLSLABEL | SEG6HDR | SEG6LOCAL | IOAM6HDR | XFRMINFO ]
SEG6HDR := [ mode SEGMODE ] segs ADDR1,ADDRi,ADDRn [hmac HMACKEYID] [cleanup]
SEGMODE := [ encap | encap.red | inline | l2encap | l2encap.red ]
SEG6LOCAL := action ACTION [ OPTIONS ] [ count ]
ACTION := { End | End.X | End.T | End.DX2 | End.DX6 | End.DX4 |
            End.DT6 | End.DT4 | End.DT46 | End.B6 | End.B6.Encaps |
            End.BM | End.S | End.AS | End.AM | End.BPF }
OPTIONS := OPTION [ OPTIONS ]
OPTION := { flavors FLAVORS | srh SEG6HDR | nh4 ADDR | nh6 ADDR | iif DEV | oif DEV |
            table TABLEID | vrftable TABLEID | endpoint PROGNAME }
FLAVORS := { FLAVOR[,FLAVOR] }
FLAVOR := { psp | usp | usd | next-csid }
IOAM6HDR := trace prealloc type IOAM6_TRACE_TYPE ns IOAM6_NAMESPACE size IOAM6_TRACE_SIZE
XFRMINFO := if_id IF_ID [ link_dev LINK ]
ROUTE_GET_FLAGS := [ fibmatch ]
[255]
$ ip netns exec c ip route add default via 10.0.0.1/24
Error: any valid address is expected rather than "10.0.0.1/24".
[1]
$ ip netns exec c ip route add default via 10.0.0.1 dev eth0
Cannot find device "eth0"
[1]
$ ip netns exec c ip route add default via 10.0.0.1 dev lo
Error: Nexthop has invalid gateway.
[2]
$ ip netns exec c ip route add default via 10.0.0.2
$ ip netns exec c ip route add default via 10.0.0.255
Error: Nexthop has invalid gateway.
[2]
$ ip netns exec c ip route add default via 10.0.0.1
RTNETLINK answers: File exists
[2]
$ ip netns exec c ip route
default via 10.0.0.2 dev vc 
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c ip route add default via 10.0.0.1
RTNETLINK answers: File exists
[2]
$ ip netns exec c ip route add default via 10.0.0.3
RTNETLINK answers: File exists
[2]
$ ip netns exec c ip route add default via 10.0.0.3 metric 100
$ ip netns exec c ip route
default via 10.0.0.2 dev vc 
default via 10.0.0.3 dev vc metric 100 
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         10.0.0.2        0.0.0.0         UG    0      0        0 vc
0.0.0.0         10.0.0.3        0.0.0.0         UG    100    0        0 vc
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 vc
$ ip netns exec c ip route del default
$ ip netns exec c ip route
default via 10.0.0.3 dev vc metric 100 
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c ip route change default via 10.0.0.1
RTNETLINK answers: No such file or directory
[2]
$ ip netns exec c ip route replace default via 10.0.0.1
$ ip netns exec c ip route
default via 10.0.0.1 dev vc 
default via 10.0.0.3 dev vc metric 100 
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c ip route del default via 10.0.0.9
RTNETLINK answers: No such process
[2]
$ ip netns exec c ip route del default via 10.0.0.1
$ ip netns exec c ip route del default
$ ip netns exec c ip route del default
RTNETLINK answers: No such process
[2]
$ ip netns exec c ip route append default via 10.0.0.1
$ ip netns exec c ip route add 0/0 via 10.0.0.1
RTNETLINK answers: File exists
[2]
$ ip netns exec c ip route add default dev vc
RTNETLINK answers: File exists
[2]
$ ip netns exec c ip route add default dev vc metric 5
$ ip netns exec c ip route list
default via 10.0.0.1 dev vc 
default dev vc scope link metric 5 
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.035 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.035/0.035/0.035/0.000 ms
$ ip netns exec c ip route get 1.2.3.4
1.2.3.4 via 10.0.0.1 dev vc src 10.0.0.2 uid 0 
    cache 
$ ip netns exec c ip link set vc down
$ ip netns exec c ip route
$ ip netns exec c ip link set vc up
$ ip netns exec c ip route
10.0.0.0/24 dev vc proto kernel scope link src 10.0.0.2 
$ ip netns exec c route add default gw 10.0.0.1
$ ip netns exec c route add default gw 10.0.0.1
SIOCADDRT: File exists
[7]
$ ip netns exec c route del default
$ ip netns exec c route del default
SIOCDELRT: No such process
[7]
$ ip netns exec c route add default gw 10.9.9.9
SIOCADDRT: Network is unreachable
[7]
$ ip netns exec c route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 vc
