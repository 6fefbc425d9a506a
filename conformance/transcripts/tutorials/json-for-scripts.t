# Output for machines: -j, with and without -p, -d, -br, and errors
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add n1
$ ip link add br0 address 02:00:00:00:00:0f type bridge
$ ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns n1
$ ip link set v0 master br0 up; ip link set br0 up; ip -n n1 link set v1 up
$ ip addr add 10.0.0.1/24 brd + dev br0; ip -n n1 addr add 10.0.0.2/24 dev v1
$ ip -n n1 route add default via 10.0.0.1
$ ip -j link show v0
[{"ifindex":3,"link_index":2,"ifname":"v0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","master":"br0","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0}]
$ ip -j -p link show br0
[ {
        "ifindex": 2,
        "ifname": "br0",
        "flags": [ "BROADCAST","MULTICAST","UP","LOWER_UP" ],
        "mtu": 1500,
        "qdisc": "noqueue",
        "operstate": "UP",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:0f",
        "broadcast": "ff:ff:ff:ff:ff:ff"
    } ]
$ ip -j addr show br0
[{"ifindex":2,"ifname":"br0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0f","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[{"family":"inet","local":"10.0.0.1","prefixlen":24,"broadcast":"10.0.0.255","scope":"global","label":"br0","valid_life_time":4294967295,"preferred_life_time":4294967295}]}]
$ ip -j -4 addr show dev br0
[{"ifindex":2,"ifname":"br0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"addr_info":[{"family":"inet","local":"10.0.0.1","prefixlen":24,"broadcast":"10.0.0.255","scope":"global","label":"br0","valid_life_time":4294967295,"preferred_life_time":4294967295}]}]
$ ip -n n1 -j addr show v1
[{"ifindex":2,"link_index":3,"ifname":"v1","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:02","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0,"addr_info":[{"family":"inet","local":"10.0.0.2","prefixlen":24,"scope":"global","label":"v1","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet6","local":"fe80::ff:fe00:2","prefixlen":64,"scope":"link","tentative":true,"valid_life_time":4294967295,"preferred_life_time":4294967295}]}]
$ ip -n n1 -j route
[{"dst":"default","gateway":"10.0.0.1","dev":"v1","flags":[]},{"dst":"10.0.0.0/24","dev":"v1","protocol":"kernel","scope":"link","prefsrc":"10.0.0.2","flags":[]}]
$ ip -n n1 -j -p route show default
[ {
        "dst": "default",
        "gateway": "10.0.0.1",
        "dev": "v1",
        "flags": [ ]
    } ]
$ ip -n n1 -j route get 10.0.0.1
[{"dst":"10.0.0.1","dev":"v1","prefsrc":"10.0.0.2","flags":[],"uid":0,"cache":[]}]
$ ip -n n1 -j route get 10.0.0.2
[{"type":"local","dst":"10.0.0.2","dev":"lo","prefsrc":"10.0.0.2","flags":[],"uid":0,"cache":["local"]}]
$ ip -j route show table local
[{"type":"local","dst":"10.0.0.1","dev":"br0","protocol":"kernel","scope":"host","prefsrc":"10.0.0.1","flags":[]},{"type":"broadcast","dst":"10.0.0.255","dev":"br0","protocol":"kernel","scope":"link","prefsrc":"10.0.0.1","flags":[]}]
$ ip -j netns
[{"name":"n1","id":0}]
$ ip -j netns list
[{"name":"n1","id":0}]
$ ip -j link show master br0
[{"ifindex":3,"link_index":2,"ifname":"v0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","master":"br0","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0}]
$ ip -j link show nosuch
Device "nosuch" does not exist.
[1]
$ ip -j addr show to 10.9.0.0/16
[]
$ ip -j neigh
[]
$ ip netns exec n1 ping -c 1 10.0.0.1 > /dev/null
$ ip -n n1 -j neigh | tr ',' '\n' | grep -v state
[{"dst":"10.0.0.1"
"dev":"v1"
"lladdr":"02:00:00:00:00:0f"
$ ip -j -br link
[{"ifname":"lo","operstate":"DOWN","address":"00:00:00:00:00:00","flags":["LOOPBACK"]},{"ifname":"br0","operstate":"UP","address":"02:00:00:00:00:0f","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]},{"link_index":2,"ifname":"v0","operstate":"UP","address":"02:00:00:00:00:01","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]}]
$ ip -j -br addr show br0
[{"ifname":"br0","operstate":"UP","addr_info":[{"local":"10.0.0.1","prefixlen":24}]}]
$ ip -j -br neigh
[{"dst":"10.0.0.2","dev":"br0","lladdr":"02:00:00:00:00:02"}]
$ bridge -j link
[{"ifindex":3,"link":"br0","ifname":"v0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"forwarding","priority":32,"cost":2}]
$ bridge -j -p link show dev v0
[ {
        "ifindex": 3,
        "link": "br0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","UP","LOWER_UP" ],
        "mtu": 1500,
        "master": "br0",
        "state": "forwarding",
        "priority": 32,
        "cost": 2
    } ]
$ bridge -j fdb show br br0 | tr '{' '\n' | grep -c mac
9
$ ip -j rule
[{"priority":0,"src":"all","table":"local"},{"priority":32766,"src":"all","table":"main"},{"priority":32767,"src":"all","table":"default"}]
$ ip -j -d link show v0 | tr ',' '\n' | grep -c .
64
$ ip -d -j link show br0 | tr ',' '\n' | grep 'forward_delay\|stp_state\|ageing'
"info_data":{"forward_delay":1500
"ageing_time":30000
"stp_state":0
$ ip -j -s link show lo | tr '{' '\n' | grep bytes
"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0},"tx":
"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0}}}]
$ ip -j addr show up | tr ',' '\n' | grep ifname
"ifname":"br0"
"ifname":"v0"
$ ip -o -br link show v0
v0@if2           UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -o -d link show v0 | wc -l
1
