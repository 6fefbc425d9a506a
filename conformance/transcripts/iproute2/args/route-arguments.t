# route args
$ ip link add eth0 type veth peer name eth1; ip link set eth0 up; ip link set eth1 up; ip link set lo up; sleep 0.2
$ ip addr add 192.168.1.10/24 dev eth0; ip addr add 192.168.2.10/24 dev eth1
$ ip route add default nexthop via 192.168.1.1 nexthop via 192.168.2.1
$ ip route add 10.0.0.0/8 via 192.168.1.1 dev eth0 metric 7 tos 0x10
$ ip route add blackhole 11.0.0.0/8; ip route add unreachable 12.0.0.0/8 metric 5;  ip route add throw 13.0.0.0/8 table 7; ip route add prohibit 14.0.0.0/8 proto static
$ ip route
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip -4 route
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show dev eth0
10.0.0.0/8 tos 0x10 via 192.168.1.1 metric 7 
192.168.1.0/24 proto kernel scope link src 192.168.1.10 
$ ip route show dev lo
$ ip route show dev nosuch
Cannot find device "nosuch"
[1]
$ ip route show 0.0.0.0/0
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip route show default
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip route show to default
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip route show all
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show root default
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show root 0/0
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show root 10/8
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
$ ip route show match default
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip route show match 10.1.2.3
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
$ ip route show exact default
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip -d route
unicast default proto boot scope global 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
unicast 10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 proto boot scope global metric 7 
blackhole 11.0.0.0/8 proto boot scope global 
unreachable 12.0.0.0/8 proto boot scope global metric 5 
prohibit 14.0.0.0/8 proto static scope global 
unicast 192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
unicast 192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip -d -j -p route show default
[ {
        "type": "unicast",
        "dst": "default",
        "protocol": "boot",
        "scope": "global",
        "flags": [ ],
        "nexthops": [ {
                "gateway": "192.168.1.1",
                "dev": "eth0",
                "weight": 1,
                "flags": [ ]
            },{
                "gateway": "192.168.2.1",
                "dev": "eth1",
                "weight": 1,
                "flags": [ ]
            } ]
    } ]
$ ip route show table all type blackhole
blackhole 11.0.0.0/8 
$ ip route show type blackhole
blackhole 11.0.0.0/8 
$ ip route show type foo
Error: argument "foo" is wrong: node type value is invalid

[255]
$ ip route show type
Command line is not complete. Try option "help"
[255]
$ ip route show via 192.168.1.1
10.0.0.0/8 tos 0x10 dev eth0 metric 7 
$ ip route show via inet 192.168.1.1
10.0.0.0/8 tos 0x10 dev eth0 metric 7 
$ ip route show src 192.168.1.10
192.168.1.0/24 dev eth0 proto kernel scope link 
$ ip route show src foo
Error: any valid prefix is expected rather than "foo".
[1]
$ ip route show tos 0x10
10.0.0.0/8 via 192.168.1.1 dev eth0 metric 7 
$ ip route show tos foo
Error: argument "foo" is wrong: TOS value is invalid

[255]
$ ip route show metric 7
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 
$ ip route show metric foo
Error: argument "foo" is wrong: "metric" value is invalid

[255]
$ ip route show scope link
192.168.1.0/24 dev eth0 proto kernel src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel src 192.168.2.10 
$ ip route show scope foo
Error: argument "foo" is wrong: invalid "scope"

[255]
$ ip route show scope all
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
10.0.0.0/8 tos 0x10 via 192.168.1.1 dev eth0 metric 7 
blackhole 11.0.0.0/8 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show proto foo
Error: argument "foo" is wrong: invalid "protocol"

[255]
$ ip route show proto kernel
192.168.1.0/24 dev eth0 scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 scope link src 192.168.2.10 
$ ip route show proto static
prohibit 14.0.0.0/8 
$ ip route show cache
$ ip route show table cache
$ ip route show table help | head -1
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
$ ip -s route flush 10.0.0.0/8
\
*** Round 1, deleting 1 entries ***
*** Flush is complete after 1 round ***
$ ip -s -s route flush 11.0.0.0/8
blackhole 11.0.0.0/8 

*** Round 1, deleting 1 entries ***
*** Flush is complete after 1 round ***
$ ip route flush 99.0.0.0/8
$ ip -s route flush 99.0.0.0/8
Nothing to flush.
$ ip route flush
"ip route flush" requires arguments.
[1]
$ ip route get 10.1.1.1/24
Warning: /24 as prefix is invalid, only /32 (or none) is supported.
10.1.1.1 via 192.168.1.1 dev eth0 src 192.168.1.10 uid 0 
    cache 
$ ip route get
need at least a destination address
[1]
$ ip route get from 192.168.1.10
need at least a destination address
[1]
$ ip route get 8.8.8.8 from 192.168.1.10
8.8.8.8 from 192.168.1.10 via 192.168.1.1 dev eth0 uid 0 
    cache 
$ ip route get 8.8.8.8 from 1.2.3.4
RTNETLINK answers: Network is unreachable
[2]
$ ip route get 8.8.8.8 oif eth1
8.8.8.8 via 192.168.2.1 dev eth1 src 192.168.2.10 uid 0 
    cache 
$ ip route get 8.8.8.8 dev eth1
8.8.8.8 via 192.168.2.1 dev eth1 src 192.168.2.10 uid 0 
    cache 
$ ip route get 8.8.8.8 oif nosuch
Cannot find device "nosuch"
[1]
$ ip route get 192.168.1.77 mark 5
192.168.1.77 dev eth0 src 192.168.1.10 mark 5 uid 0 
    cache 
$ ip route get 192.168.1.77 mark 0x20
192.168.1.77 dev eth0 src 192.168.1.10 mark 0x20 uid 0 
    cache 
$ ip route get 192.168.1.77 mark foo
Error: argument "foo" is wrong: invalid mark value
[255]
$ ip route get 192.168.1.77 uid 1000
192.168.1.77 dev eth0 src 192.168.1.10 uid 1000 
    cache 
$ ip route get 192.168.1.77 uid foo
Error: argument "foo" is wrong: invalid UID

[255]
$ ip route get 12.1.1.1
RTNETLINK answers: No route to host
[2]
$ ip route get 14.1.1.1
RTNETLINK answers: Permission denied
[2]
$ ip -d route get 192.168.1.77
unicast 192.168.1.77 dev eth0 table main src 192.168.1.10 uid 0 
    cache 
$ ip -o route get 192.168.1.10
local 192.168.1.10 dev lo src 192.168.1.10 uid 0 \    cache <local> 
$ ip -j route get 192.168.1.255
[{"type":"broadcast","dst":"192.168.1.255","dev":"eth0","prefsrc":"192.168.1.10","flags":[],"uid":0,"cache":["local","brd"]}]
$ ip route get to 192.168.1.255
broadcast 192.168.1.255 dev eth0 src 192.168.1.10 uid 0 
    cache <local,brd> 
$ ip route get default
local 0.0.0.0 dev lo src 127.0.0.1 uid 0 
    cache <local> 
$ ip route get fibmatch 99.1.1.1
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
$ ip route get fibmatch 192.168.1.77
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ ip route get fibmatch 192.168.1.10
local 192.168.1.10 dev eth0 proto kernel scope host src 192.168.1.10 
$ ip route get nosuch
Error: any valid prefix is expected rather than "nosuch".
[1]
$ ip route get 1.2.3.4 5.6.7.8
5.6.7.8 via 192.168.2.1 dev eth1 src 192.168.2.10 uid 0 
    cache 
$ ip route add
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
$ ip route del
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
$ ip route add default
RTNETLINK answers: No such device
[2]
$ ip route add 20.0.0.0/8 nexthop via 192.168.1.1 foo
Error: "nexthop" or end of line is expected instead of "foo"
[255]
$ ip route add 20.0.0.0/8 nexthop via 192.168.1.1 nexthop dev nosuch
Cannot find device "nosuch"
Error: cannot parse nexthop
[255]
$ ip route add 20.0.0.0/8 nexthop via foo
Error: inet address is expected rather than "foo".
[1]
$ ip route add 20.0.0.0/8 nexthop via 192.168.1.1 weight foo nexthop via 192.168.2.1
Error: argument "foo" is wrong: "weight" is invalid

[255]
$ ip route add 20.0.0.0/8 nexthop
Error: unexpected end of line after "nexthop"
[255]
$ ip route add 20.0.0.0/8 via inet 192.168.1.1
$ ip route append 20.0.0.0/8 via 192.168.1.2
$ ip route prepend 20.0.0.0/8 via 192.168.1.3
$ ip route show 20.0.0.0/8
20.0.0.0/8 via 192.168.1.3 dev eth0 
20.0.0.0/8 via 192.168.1.1 dev eth0 
20.0.0.0/8 via 192.168.1.2 dev eth0 
$ ip route test 20.0.0.0/8 via 192.168.1.3
RTNETLINK answers: File exists
[2]
$ ip route replace 20.0.0.0/8 via 192.168.1.9
$ ip route change 20.0.0.0/8 via 192.168.1.11
$ ip route show 20.0.0.0/8
20.0.0.0/8 via 192.168.1.11 dev eth0 
20.0.0.0/8 via 192.168.1.1 dev eth0 
20.0.0.0/8 via 192.168.1.2 dev eth0 
$ ip route add to 22.0.0.0/8 dev eth0
$ ip route add unicast 23.0.0.0/8 dev eth0
$ ip route add local 24.0.0.0/8 dev eth0
$ ip route add broadcast 25.0.0.255 dev eth0
$ ip route add u 26.0.0.0/8
$ ip route add black 27.0.0.0/8
$ ip route add 28.0.0.0/8 via 192.168.1.1 via 192.168.1.2
Error: argument "via" is wrong: use nexthop syntax to specify multiple via

[255]
$ ip route add 28.0.0.0/8 29.0.0.0/8 dev eth0
Error: either "to" is duplicate, or "29.0.0.0/8" is a garbage.
[255]
$ ip route add 28.0.0.0/8 dev eth0 dev eth1
$ ip route add 29.0.0.0/8 dev eth0 src 192.168.1.10 pref medium
$ ip route add 30.0.0.0/8 dev eth0 from 1.2.3.4
$ ip route add 31.0.0.0/8 dev eth0 metric
Command line is not complete. Try option "help"
[255]
$ ip route add 31.0.0.0/8 dev eth0 proto
Command line is not complete. Try option "help"
[255]
$ ip route add 31.0.0.0/8 dev eth0 proto 300
Error: argument "300" is wrong: "protocol" value is invalid

[255]
$ ip route add 31.0.0.0/8 dev eth0 tos foo
Error: argument "foo" is wrong: "tos" value is invalid

[255]
$ ip route add 31.0.0.0/8 dev eth0 mtu foo
Error: argument "foo" is wrong: "mtu" value is invalid

[255]
$ ip route add 31.0.0.0/8 dev eth0 src foo
Error: inet address is expected rather than "foo".
[1]
$ ip route add 31.0.0.0/8 dev eth0 table
Command line is not complete. Try option "help"
[255]
$ ip route add 31.0.0.0/8 dev eth0 scope host
$ ip route add 32.0.0.0/8 via 192.168.1.1 dev eth1
Error: Nexthop has invalid gateway.
[2]
$ ip route add 33.0.0.0/8 via 8.8.8.8
Error: Nexthop has invalid gateway.
[2]
$ ip route add 34.0.0.0/8 dev eth0 p static m 9 t 40
Error: argument "static" is wrong: "metric" value is invalid

[255]
$ ip route show table 40
Error: ipv4: FIB table does not exist.
Dump terminated
[2]
$ ip route
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
20.0.0.0/8 via 192.168.1.11 dev eth0 
20.0.0.0/8 via 192.168.1.1 dev eth0 
20.0.0.0/8 via 192.168.1.2 dev eth0 
22.0.0.0/8 dev eth0 scope link 
23.0.0.0/8 dev eth0 scope link 
unreachable 26.0.0.0/8 
blackhole 27.0.0.0/8 
28.0.0.0/8 dev eth1 scope link 
29.0.0.0/8 dev eth0 scope link src 192.168.1.10 
30.0.0.0/8 dev eth0 scope link 
31.0.0.0/8 dev eth0 scope host 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route show table local
local 24.0.0.0/8 dev eth0 scope host 
broadcast 25.0.0.255 dev eth0 scope link 
local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1 
local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1 
broadcast 127.255.255.255 dev lo proto kernel scope link src 127.0.0.1 
local 192.168.1.10 dev eth0 proto kernel scope host src 192.168.1.10 
broadcast 192.168.1.255 dev eth0 proto kernel scope link src 192.168.1.10 
local 192.168.2.10 dev eth1 proto kernel scope host src 192.168.2.10 
broadcast 192.168.2.255 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip -N route show table local
2 24.0.0.0/8 dev eth0 scope 254 
3 25.0.0.255 dev eth0 scope 253 
2 127.0.0.0/8 dev lo proto 2 scope 254 src 127.0.0.1 
2 127.0.0.1 dev lo proto 2 scope 254 src 127.0.0.1 
3 127.255.255.255 dev lo proto 2 scope 253 src 127.0.0.1 
2 192.168.1.10 dev eth0 proto 2 scope 254 src 192.168.1.10 
3 192.168.1.255 dev eth0 proto 2 scope 253 src 192.168.1.10 
2 192.168.2.10 dev eth1 proto 2 scope 254 src 192.168.2.10 
3 192.168.2.255 dev eth1 proto 2 scope 253 src 192.168.2.10 
$ ip route show table main table local
local 24.0.0.0/8 dev eth0 scope host 
broadcast 25.0.0.255 dev eth0 scope link 
local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1 
local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1 
broadcast 127.255.255.255 dev lo proto kernel scope link src 127.0.0.1 
local 192.168.1.10 dev eth0 proto kernel scope host src 192.168.1.10 
broadcast 192.168.1.255 dev eth0 proto kernel scope link src 192.168.1.10 
local 192.168.2.10 dev eth1 proto kernel scope host src 192.168.2.10 
broadcast 192.168.2.255 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route list vrf foo
Error: argument "foo" is wrong: Invalid VRF

[255]
$ ip route show table all
throw 13.0.0.0/8 table 7 
default 
	nexthop via 192.168.1.1 dev eth0 weight 1 
	nexthop via 192.168.2.1 dev eth1 weight 1 
unreachable 12.0.0.0/8 metric 5 
prohibit 14.0.0.0/8 proto static 
20.0.0.0/8 via 192.168.1.11 dev eth0 
20.0.0.0/8 via 192.168.1.1 dev eth0 
20.0.0.0/8 via 192.168.1.2 dev eth0 
22.0.0.0/8 dev eth0 scope link 
23.0.0.0/8 dev eth0 scope link 
unreachable 26.0.0.0/8 
blackhole 27.0.0.0/8 
28.0.0.0/8 dev eth1 scope link 
29.0.0.0/8 dev eth0 scope link src 192.168.1.10 
30.0.0.0/8 dev eth0 scope link 
31.0.0.0/8 dev eth0 scope host 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
local 24.0.0.0/8 dev eth0 table local scope host 
broadcast 25.0.0.255 dev eth0 table local scope link 
local 127.0.0.0/8 dev lo table local proto kernel scope host src 127.0.0.1 
local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 
broadcast 127.255.255.255 dev lo table local proto kernel scope link src 127.0.0.1 
local 192.168.1.10 dev eth0 table local proto kernel scope host src 192.168.1.10 
broadcast 192.168.1.255 dev eth0 table local proto kernel scope link src 192.168.1.10 
local 192.168.2.10 dev eth1 table local proto kernel scope host src 192.168.2.10 
broadcast 192.168.2.255 dev eth1 table local proto kernel scope link src 192.168.2.10 
fe80::/64 dev eth1 proto kernel metric 256 pref medium
fe80::/64 dev eth0 proto kernel metric 256 pref medium
local ::1 dev lo table local proto kernel metric 0 pref medium
multicast ff00::/8 dev eth1 table local proto kernel metric 256 pref medium
multicast ff00::/8 dev eth0 table local proto kernel metric 256 pref medium
$ ip -j route show table all type throw
[{"type":"throw","dst":"13.0.0.0/8","table":"7","flags":[]}]
$ ip route del 23.0.0.0/8 dev eth1
RTNETLINK answers: No such process
[2]
$ ip route del 23.0.0.0/8 metric 5
RTNETLINK answers: No such process
[2]
$ ip route del 23.0.0.0/8 scope link
$ ip route del unreachable 12.0.0.0/8 metric 5
$ ip route del blackhole 27.0.0.0/8
$ ip route del 20.0.0.0/8
$ ip route del throw 13.0.0.0/8 table 7
$ ip route del default
$ ip route del 22.0.0.0/8 proto static
RTNETLINK answers: No such process
[2]
$ ip route del 22.0.0.0/8 proto boot dev eth0
$ ip route
prohibit 14.0.0.0/8 proto static 
20.0.0.0/8 via 192.168.1.1 dev eth0 
20.0.0.0/8 via 192.168.1.2 dev eth0 
unreachable 26.0.0.0/8 
28.0.0.0/8 dev eth1 scope link 
29.0.0.0/8 dev eth0 scope link src 192.168.1.10 
30.0.0.0/8 dev eth0 scope link 
31.0.0.0/8 dev eth0 scope host 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.10 
$ ip route flush dev eth0
$ ip route flush proto static
$ ip route flush scope link
$ ip route
unreachable 26.0.0.0/8 
$ ip route foo
Command "foo" is unknown, try "ip route help".
[255]
$ ip route add 32.0.0.0/8 dev eth0 pervasive
Error: either "to" is duplicate, or "pervasive" is a garbage.
[255]
$ ip route show foo
Error: any valid prefix is expected rather than "foo".
[1]
$ ip -c route get 127.0.0.1 | cat -v
local ^[[35m127.0.0.1 ^[[0mdev ^[[36mlo ^[[0msrc ^[[35m127.0.0.1 ^[[0muid 0 
    cache <local> 
$ ip -6 route show table 99
Error: ipv6: FIB table does not exist.
Dump terminated
[2]
