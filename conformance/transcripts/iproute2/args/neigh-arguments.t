# neigh args
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add eth0 address 02:00:00:00:00:01 type veth peer name eth1 address 02:00:00:00:00:02; ip link set eth0 up; ip link set eth1 up
$ ip addr add 10.0.0.1/24 dev eth0
$ ip neigh add 10.0.0.2 lladdr 2:0:0:0:0:2 dev eth0 nud stale
$ ip neigh add 10.0.0.3 lladdr 2:0:0:0:0:3 dev eth0 nud perm router
$ ip neigh add 10.0.0.4 lladdr 2:0:0:0:0:4 dev eth0 nud noarp
$ ip neigh add proxy 10.0.0.5 dev eth0
$ ip neigh add proxy 10.0.0.6
$ ip neigh add 10.0.0.7 dev eth0 lladdr null nud failed
$ ip neigh add 10.0.0.8 dev eth0 lladdr 2:0:0:0:0:8 extern_learn
$ ip neigh add 10.0.0.9 dev eth0 lladdr 2:0:0:0:0:9 nud 0x03
Error: argument "0x03" is wrong: nud state is bad
[255]
$ ip neigh add 10.0.0.9 dev eth0 lladdr 2:0:0:0:0:9 nud 0x40
$ ip neigh | sort
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 STALE 
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
10.0.0.7 dev eth0 FAILED 
10.0.0.8 dev eth0 lladdr 02:00:00:00:00:08 extern_learn PERMANENT 
$ ip -br neigh | sort
10.0.0.2                                eth0             02:00:00:00:00:02
10.0.0.3                                eth0             02:00:00:00:00:03
10.0.0.7                                eth0             
10.0.0.8                                eth0             02:00:00:00:00:08
$ ip -j neigh show 10.0.0.3
[{"dst":"10.0.0.3","dev":"eth0","lladdr":"02:00:00:00:00:03","router":null,"state":["PERMANENT"]}]
$ ip -j -p neigh show 10.0.0.3
[ {
        "dst": "10.0.0.3",
        "dev": "eth0",
        "lladdr": "02:00:00:00:00:03",
        "router": null,
        "state": [ "PERMANENT" ]
    } ]
$ ip neigh show proxy
10.0.0.6 proxy 
10.0.0.5 dev eth0 proxy 
$ ip -j neigh show proxy
[{"dst":"10.0.0.6","proxy":null},{"dst":"10.0.0.5","dev":"eth0","proxy":null}]
$ ip neigh show nud perm | sort
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
10.0.0.8 dev eth0 lladdr 02:00:00:00:00:08 extern_learn PERMANENT 
$ ip neigh show nud perm nud stale | sort
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 STALE 
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
10.0.0.8 dev eth0 lladdr 02:00:00:00:00:08 extern_learn PERMANENT 
$ ip neigh show nud
Command line is not complete. Try option "help"
[255]
$ ip neigh show nud foo
Error: argument "foo" is wrong: nud state is bad
[255]
$ ip neigh show dev eth0 dev eth1
Error: duplicate "dev": "eth1" is the second value.
[255]
$ ip neigh show dev eth0 unused | sort
10.0.0.2 lladdr 02:00:00:00:00:02 STALE 
10.0.0.3 lladdr 02:00:00:00:00:03 router PERMANENT 
10.0.0.7 FAILED 
10.0.0.8 lladdr 02:00:00:00:00:08 extern_learn PERMANENT 
$ ip neigh show to 10.0.0.2
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 STALE 
$ ip neigh show 10.0.0.2/31 | sort
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 STALE 
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
$ ip neigh show master nosuch
Error: argument "nosuch" is wrong: Device does not exist

[255]
$ ip neigh show vrf foo
Error: argument "foo" is wrong: Not a valid VRF name

[255]
$ ip neigh show help | head -1
Usage: ip neigh { add | del | change | replace }
                { ADDR [ lladdr LLADDR ] [ nud STATE ] proxy ADDR }
                [ dev DEV ] [ router ] [ use ] [ managed ] [ extern_learn ]
                [ protocol PROTO ]

	ip neigh { show | flush } [ proxy ] [ to PREFIX ] [ dev DEV ] [ nud STATE ]
				  [ vrf NAME ] [ nomaster ]
	ip neigh get { ADDR | proxy ADDR } dev DEV

STATE := { delay | failed | incomplete | noarp | none |
           permanent | probe | reachable | stale }
$ ip neigh get 10.0.0.2 dev eth0
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:02 STALE 
$ ip neigh get 10.0.0.99 dev eth0
Error: Neighbour entry not found.
[2]
$ ip neigh get 10.0.0.2 dev nosuch
Cannot find device "nosuch"
[1]
$ ip neigh get foo dev eth0
Error: any valid address is expected rather than "foo".
[1]
$ ip neigh get proxy 10.0.0.5 dev eth0
10.0.0.5 dev eth0 proxy 
$ ip neigh get proxy 10.0.0.55 dev eth0
Error: Proxy neighbour entry not found.
[2]
$ ip -j neigh get 10.0.0.3 dev eth0
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
$ ip neigh add 10.0.0.2 10.0.0.3 dev eth0
Error: either "to" is duplicate, or "10.0.0.3" is a garbage.
[255]
$ ip neigh add 10.0.0.2 dev eth0 lladdr a lladdr b
Error: duplicate "lladdr": "b" is the second value.
[255]
$ ip neigh add any dev eth0
Device and destination are required arguments.
[255]
$ ip neigh add 10.0.0.2 dev
Command line is not complete. Try option "help"
[255]
$ ip neigh add 10.0.0.2 dev eth0 lladdr
Command line is not complete. Try option "help"
[255]
$ ip neigh add 10.0.0.2 dev eth0 protocol foo
Error: argument "foo" is wrong: "protocol" value is invalid

[255]
$ ip neigh change 10.0.0.2 dev eth0 nud reachable
$ ip neigh chg 10.0.0.2 dev eth0 lladdr 2:0:0:0:0:22
$ ip neigh | sort
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:22 PERMANENT 
10.0.0.3 dev eth0 lladdr 02:00:00:00:00:03 router PERMANENT 
10.0.0.7 dev eth0 FAILED 
10.0.0.8 dev eth0 lladdr 02:00:00:00:00:08 extern_learn PERMANENT 
$ ip neigh del proxy 10.0.0.5 dev eth0
$ ip neigh del proxy 10.0.0.5 dev eth0
RTNETLINK answers: No such file or directory
[2]
$ ip -s neigh flush 10.0.0.2
Nothing to flush.
$ ip -s neigh flush dev eth0 nud perm
\
*** Round 1, deleting 3 entries ***
*** Flush is complete after 1 round ***
$ ip -s neigh flush dev eth1
Nothing to flush.
$ ip neigh flush all
$ ip neigh | sort
$ ip -4 neigh flush nud all
$ ip neigh show nud all | sort
10.0.0.4 dev eth0 lladdr 02:00:00:00:00:04 NOARP 
10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 NOARP 
$ ip -c neigh | cat -v
