# ip monitor beside the commands that it hears of
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link set lo up
$ ip monitor > /tmp/m & sleep 0.3
$ show() { sleep 0.3; tail -n +$((N+1)) /tmp/m; N=$(wc -l < /tmp/m); }; N=0
$ ip link add veth0 type veth peer name veth1; show | grep -v inet6
inet veth1 forwarding off rp_filter off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
2: veth1@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
inet veth0 forwarding off rp_filter off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
$ ip addr add 10.0.0.1/24 dev veth0; show
inet veth1 forwarding off rp_filter off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
inet6 veth1 forwarding off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
2: veth1@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
inet veth0 forwarding off rp_filter off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
inet6 veth0 forwarding off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
3: veth0    inet 10.0.0.1/24 scope global veth0
       valid_lft forever preferred_lft forever
local 10.0.0.1 dev veth0 table local proto kernel scope host src 10.0.0.1 
$ ip link set veth0 up; show
3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 linkdown 
broadcast 10.0.0.255 dev veth0 table local proto kernel scope link src 10.0.0.1 linkdown 
$ ip link set veth1 up; show
2: veth1@veth0: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
$ ip netns add red
$ ip netns exec red sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns set red 4; show
nsid 4 (iproute2 netns name: red)
$ ip link set veth1 netns red; show | grep -v inet6
2: veth1@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
Deleted inet veth1 
Deleted 2: veth1@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff new-netns red new-ifindex 2
3: veth0@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip -n red addr add 10.0.0.2/24 dev veth1; show
2: veth1@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff
Deleted inet veth1 
Deleted inet6 veth1 
Deleted 2: veth1@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default 
    link/ether 32:4d:f1:4e:23:48 brd ff:ff:ff:ff:ff:ff new-netns red new-ifindex 2
3: veth0@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip -n red link set veth1 up; sleep 1; show
3: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ping -c 1 10.0.0.2 > /dev/null; show
10.0.0.2 dev veth0 lladdr 32:4d:f1:4e:23:48 REACHABLE 
$ ping -c 1 -W 1 10.0.0.77 > /dev/null; sleep 2.5; show
10.0.0.77 dev veth0 FAILED 
$ ip route add 10.9.0.0/16 via 10.0.0.2; show
10.9.0.0/16 via 10.0.0.2 dev veth0 
$ ip route replace 10.9.0.0/16 via 10.0.0.8; show
10.9.0.0/16 via 10.0.0.8 dev veth0 
$ ip route append 10.9.0.0/16 via 10.0.0.9; show
10.9.0.0/16 via 10.0.0.9 dev veth0 
$ ip route add blackhole 10.10.0.0/16; show
blackhole 10.10.0.0/16 
$ ip route del 10.9.0.0/16; show
Deleted 10.9.0.0/16 via 10.0.0.8 dev veth0 
$ ip rule add from 1.2.3.4 table 5; show
32765:	from 1.2.3.4 lookup 5
$ ip rule del table 5; show
Deleted 32765:	from 1.2.3.4 lookup 5
$ ip neigh add 10.0.0.5 lladdr 2:0:0:0:0:5 dev veth0; show
10.0.0.5 dev veth0 lladdr 02:00:00:00:00:05 PERMANENT 
$ ip neigh replace 10.0.0.5 lladdr 2:0:0:0:0:6 dev veth0; show
10.0.0.5 dev veth0 lladdr 02:00:00:00:00:06 PERMANENT 
$ ip neigh del 10.0.0.5 dev veth0; show
10.0.0.5 dev veth0 FAILED 
Deleted 10.0.0.5 dev veth0 FAILED 
$ ip link set veth0 mtu 1400; show
3: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip link set veth0 promisc on; show
3: veth0@if2: <BROADCAST,MULTICAST,PROMISC,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip neigh del 10.0.0.77 dev veth0; show
Deleted 10.0.0.77 dev veth0 FAILED 
$ ip addr add 10.0.0.3/24 dev veth0; show
3: veth0    inet 10.0.0.3/24 scope global secondary veth0
       valid_lft forever preferred_lft forever
local 10.0.0.3 dev veth0 table local proto kernel scope host src 10.0.0.1 
$ ip addr del 10.0.0.1/24 dev veth0; show
Deleted 3: veth0    inet 10.0.0.3/24 scope global secondary veth0
       valid_lft forever preferred_lft forever
Deleted local 10.0.0.3 dev veth0 table local proto kernel scope host src 10.0.0.1 
Deleted 3: veth0    inet 10.0.0.1/24 scope global veth0
       valid_lft forever preferred_lft forever
Deleted 10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 
Deleted broadcast 10.0.0.255 dev veth0 table local proto kernel scope link src 10.0.0.1 
Deleted local 10.0.0.1 dev veth0 table local proto kernel scope host src 10.0.0.1 
Deleted 10.0.0.2 dev veth0 lladdr 32:4d:f1:4e:23:48 REACHABLE 
$ sysctl -w net.ipv4.ip_forward=1; show
net.ipv4.ip_forward = 1
inet all forwarding on 
inet default forwarding on 
inet lo forwarding on 
inet veth0 forwarding on 
$ sysctl -w net.ipv4.conf.veth0.rp_filter=2; show
net.ipv4.conf.veth0.rp_filter = 2
inet veth0 rp_filter loose 
$ ip link set veth0 down; show
3: veth0@if2: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
$ ip link set veth0 name wan0; show | grep -v inet6
3: wan0@if2: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
Deleted inet veth0 
inet veth0 forwarding on rp_filter loose mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
$ ip link del wan0; show | grep -v inet6
3: wan0@if2: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
Deleted inet veth0 
inet veth0 forwarding on rp_filter loose mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
Deleted inet veth0 
Deleted 3: wan0@NONE: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noop state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
$ ip netns del red; sleep 0.5; show
3: wan0@if2: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noqueue state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff link-netns red
Deleted inet veth0 
inet veth0 forwarding on rp_filter loose mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
Deleted inet6 veth0 
inet6 veth0 forwarding off mc_forwarding off proxy_neigh off ignore_routes_with_linkdown off 
Deleted inet veth0 
Deleted inet6 veth0 
Deleted 3: wan0@NONE: <BROADCAST,MULTICAST,PROMISC> mtu 1400 qdisc noop state DOWN group default 
    link/ether f6:e6:72:e1:ab:40 brd ff:ff:ff:ff:ff:ff
Deleted nsid 4 (iproute2 netns name: red)
$ kill $!; wait $! 2> /dev/null
[143]
$ ip -o monitor link route > /tmp/m & sleep 0.3
$ N=0; ip link add veth0 type veth peer name veth1; ip addr add 10.0.0.1/24 dev veth0; ip link set veth0 up; show
4: veth1@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default \    link/ether 9e:ea:ad:57:ee:f9 brd ff:ff:ff:ff:ff:ff
5: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default \    link/ether 92:fb:9c:d0:47:ce brd ff:ff:ff:ff:ff:ff
local 10.0.0.1 dev veth0 table local proto kernel scope host src 10.0.0.1 
5: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default \    link/ether 92:fb:9c:d0:47:ce brd ff:ff:ff:ff:ff:ff
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 linkdown 
broadcast 10.0.0.255 dev veth0 table local proto kernel scope link src 10.0.0.1 linkdown 
$ kill $!; wait $! 2> /dev/null
[143]
$ ip monitor all label > /tmp/m & sleep 0.3
$ N=0; ip addr add 10.0.1.1/24 dev veth0; ip rule add table 9; show
[ADDR]5: veth0    inet 10.0.1.1/24 scope global veth0
       valid_lft forever preferred_lft forever
[ROUTE]local 10.0.1.1 dev veth0 table local proto kernel scope host src 10.0.1.1 
[ROUTE]10.0.1.0/24 dev veth0 proto kernel scope link src 10.0.1.1 linkdown 
[ROUTE]broadcast 10.0.1.255 dev veth0 table local proto kernel scope link src 10.0.1.1 linkdown 
[RULE]32765:	from all lookup 9
$ kill $!; wait $! 2> /dev/null
[143]
$ ip -4 monitor address dev veth0 > /tmp/m & sleep 0.3
$ N=0; ip addr add 10.0.2.1/24 dev veth0; ip addr add 10.0.3.1/24 dev veth1; show
5: veth0    inet 10.0.2.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ kill $!; wait $! 2> /dev/null
[143]
$ timeout 0.3 ip monitor
[124]
$ ip monitor foo
Argument "foo" is unknown, try "ip monitor help".
[255]
$ ip monitor dev nodev
Error: argument "nodev" is wrong: Device does not exist

[255]
$ ip monitor file /nonexistent
Cannot fopen: No such file or directory
[255]
$ ip monitor help
Usage: ip monitor [ all | OBJECTS ] [ FILE ] [ label ] [ all-nsid ]
                  [ dev DEVICE ]
OBJECTS :=  address | link | mroute | neigh | netconf |
            nexthop | nsid | prefix | route | rule | stats
FILE := file FILENAME
[255]
