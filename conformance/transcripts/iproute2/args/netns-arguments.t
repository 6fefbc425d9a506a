# netns args
$ ip netns add red; ip netns add blue
$ ip netns exec red nosuch
exec of "nosuch" failed: No such file or directory
[1]
$ ip netns exec red false
[1]
$ ip netns exec nosuch true
Cannot open network namespace "nosuch": No such file or directory
[255]
$ ip netns exec
No netns name specified
[1]
$ ip netns exec red
No command specified
[1]
$ ip -all netns exec false
\
netns: blue

netns: red
$ ip netns set red 5
$ ip netns set blue 5
Error: The specified nsid is already used.
[2]
$ ip netns set blue -3
Error: argument "-3" is wrong: "netnsid" value should be >= 0
[255]
$ ip netns set blue foo
Error: argument "foo" is wrong: Invalid "netnsid" value
[255]
$ ip netns set blue
No nsid specified
[1]
$ ip netns set
No netns name specified
[1]
$ ip netns set nosuch 3
Cannot open network namespace "nosuch": No such file or directory
[1]
$ ip netns list-id
nsid 5 (iproute2 netns name: red)
$ ip netns list-id nsid 5
nsid 5 (iproute2 netns name: red)
$ ip netns list-id nsid 6
Error: Peer netns reference is invalid.
[2]
$ ip netns list-id nsid foo
Error: argument "foo" is wrong: "nsid" value is invalid
[255]
$ ip netns list-id foo
Usage:	ip netns list
	ip netns add NAME
	ip netns attach NAME PID
	ip netns set NAME NETNSID
	ip [-all] netns delete [NAME]
	ip netns identify [PID]
	ip netns pids NAME
	ip [-all] netns exec [NAME] cmd ...
	ip netns monitor
	ip netns list-id [target-nsid POSITIVE-INT] [nsid POSITIVE-INT]
NETNSID := auto | POSITIVE-INT
[255]
$ ip -j netns list
[{"name":"blue"},{"name":"red","id":5}]
$ ip -j -p netns list-id
[ {
        "nsid": 5,
        "name": "red"
    } ]
$ ip netns set blue auto
$ ip netns
blue (id: 0)
red (id: 5)
$ ip netns attach
No netns name and PID specified
[1]
$ ip netns attach foo
No netns name and PID specified
[1]
$ ip netns attach foo bar
Invalid PID: bar
[1]
$ ip netns attach foo 0
Invalid PID: 0
[1]
$ ip netns attach foo 99999999
Bind /proc/99999999/ns/net -> /run/netns/foo failed: No such file or directory
[1]
$ ip netns attach self 1
$ ip netns list
self
blue (id: 0)
red (id: 5)
$ ip netns identify
self
$ ip netns exec red ip netns identify
red
$ ip netns identify 99999999
Cannot open network namespace: No such file or directory
[1]
$ ip netns identify foo
Specified string 'foo' is not a pid
[1]
$ ip netns identify 1 2
extra arguments specified
[1]
$ ip netns pids
No netns name specified
[1]
$ ip netns pids nosuch
Cannot open network namespace: No such file or directory
[1]
$ ip netns pids a b
extra arguments specified
[1]
$ ip netns pids red
$ ip netns add ''
Invalid netns name ""
[255]
$ ip netns exec '' ls
Invalid netns name ""
[255]
$ ip netns add .
Invalid netns name "."
[255]
$ ip netns add a/b
Invalid netns name "a/b"
[255]
$ ip netns add x y
$ ip netns e red true
$ ip netns ex red true
$ ip netns i
self
$ ip netns help
Usage:	ip netns list
	ip netns add NAME
	ip netns attach NAME PID
	ip netns set NAME NETNSID
	ip [-all] netns delete [NAME]
	ip netns identify [PID]
	ip netns pids NAME
	ip [-all] netns exec [NAME] cmd ...
	ip netns monitor
	ip netns list-id [target-nsid POSITIVE-INT] [nsid POSITIVE-INT]
NETNSID := auto | POSITIVE-INT
[255]
$ ip netns foo
Command "foo" is unknown, try "ip netns help".
[255]
$ ip -n red -n blue netns
x
self
blue
red
$ ip -n red netns exec blue ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip netns del x
$ ip netns del x
Cannot remove namespace file "/run/netns/x": No such file or directory
[1]
$ ip netns del self
$ ip -n red link add v0 type veth peer name p0 netns blue
$ ip -n red -br link; ip -n blue -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v0@if2           DOWN           5e:56:54:55:93:16 <BROADCAST,MULTICAST> 
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
p0@if2           DOWN           26:8b:10:86:44:34 <BROADCAST,MULTICAST> 
$ ip netns exec red ip link show v0
2: v0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 5e:56:54:55:93:16 brd ff:ff:ff:ff:ff:ff link-netns blue
$ ip netns exec blue ip link show p0
2: p0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 26:8b:10:86:44:34 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip -n red link set v0 netns blue
$ ip -n blue link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 26:8b:10:86:44:34 brd ff:ff:ff:ff:ff:ff
3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 5e:56:54:55:93:16 brd ff:ff:ff:ff:ff:ff
$ ip -n blue link set v0 netns 1
$ ip link show v0
3: v0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 5e:56:54:55:93:16 brd ff:ff:ff:ff:ff:ff link-netns blue
$ ip -n blue link show p0
2: p0@if3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 26:8b:10:86:44:34 brd ff:ff:ff:ff:ff:ff link-netnsid 1
$ ip netns
blue (id: 0)
red (id: 5)
$ ip netns del blue; sleep 0.3
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip netns
red (id: 5)
$ ip -j netns
[{"name":"red","id":5}]
$ ip -n nosuch addr
Cannot open network namespace "nosuch": No such file or directory
[255]
$ ip -all netns del
$ ip netns
