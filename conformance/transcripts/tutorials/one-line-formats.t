# -br, -o, -j, -4, -d, -s and abbreviations
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add veth0 address 02:00:00:00:00:01 type veth peer name veth1 address 02:00:00:00:00:02
$ ip l set veth0 up; ip l s veth1 up
$ ip l set veth1 up
$ ip a a 192.168.7.1/24 dev veth0
$ ip a add 192.168.7.2/24 brd + dev veth1
$ ip a
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1
       valid_lft forever preferred_lft forever
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip a s veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip a sh veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip ad l dev veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip addr ls veth1
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1
       valid_lft forever preferred_lft forever
$ ip address list veth1
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1
       valid_lft forever preferred_lft forever
$ ip -4 a s
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1
       valid_lft forever preferred_lft forever
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip -4 -o a
2: veth1    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1\       valid_lft forever preferred_lft forever
3: veth0    inet 192.168.7.1/24 scope global veth0\       valid_lft forever preferred_lft forever
$ ip -o a
2: veth1    inet 192.168.7.2/24 brd 192.168.7.255 scope global veth1\       valid_lft forever preferred_lft forever
3: veth0    inet 192.168.7.1/24 scope global veth0\       valid_lft forever preferred_lft forever
$ ip -o -4 addr show veth0 | awk '{print $4}'
192.168.7.1/24
$ ip -o -4 addr show veth0 | tr -s ' ' | cut -d' ' -f4
192.168.7.1/24
$ ip -br a
lo               DOWN           
veth1@veth0      UP             192.168.7.2/24 
veth0@veth1      UP             192.168.7.1/24 
$ ip -br -4 a
veth1@veth0      UP             192.168.7.2/24 
veth0@veth1      UP             192.168.7.1/24 
$ ip -br l
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1@veth0      UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth0@veth1      UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -br addr show up
veth1@veth0      UP             192.168.7.2/24 
veth0@veth1      UP             192.168.7.1/24 
$ ip -br addr show dev veth0
veth0@veth1      UP             192.168.7.1/24 
$ ip -j addr show veth0
[{"ifindex":3,"link":"veth1","ifname":"veth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[{"family":"inet","local":"192.168.7.1","prefixlen":24,"scope":"global","label":"veth0","valid_life_time":4294967295,"preferred_life_time":4294967295}]}]
$ ip -j link show veth0
[{"ifindex":3,"link":"veth1","ifname":"veth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff"}]
$ ip -j -br addr
[{"ifname":"lo","operstate":"DOWN","addr_info":[]},{"link":"veth0","ifname":"veth1","operstate":"UP","addr_info":[{"local":"192.168.7.2","prefixlen":24}]},{"link":"veth1","ifname":"veth0","operstate":"UP","addr_info":[{"local":"192.168.7.1","prefixlen":24}]}]
$ ip -j -br link
[{"ifname":"lo","operstate":"DOWN","address":"00:00:00:00:00:00","flags":["LOOPBACK"]},{"link":"veth0","ifname":"veth1","operstate":"UP","address":"02:00:00:00:00:02","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]},{"link":"veth1","ifname":"veth0","operstate":"UP","address":"02:00:00:00:00:01","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]}]
$ ip -p -j addr show dev veth1
[ {
        "ifindex": 2,
        "link": "veth0",
        "ifname": "veth1",
        "flags": [ "BROADCAST","MULTICAST","UP","LOWER_UP" ],
        "mtu": 1500,
        "qdisc": "noqueue",
        "operstate": "UP",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:02",
        "broadcast": "ff:ff:ff:ff:ff:ff",
        "addr_info": [ {
                "family": "inet",
                "local": "192.168.7.2",
                "prefixlen": 24,
                "broadcast": "192.168.7.255",
                "scope": "global",
                "label": "veth1",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            } ]
    } ]
$ ip -j route
[{"dst":"192.168.7.0/24","dev":"veth0","protocol":"kernel","scope":"link","prefsrc":"192.168.7.1","flags":[]},{"dst":"192.168.7.0/24","dev":"veth1","protocol":"kernel","scope":"link","prefsrc":"192.168.7.2","flags":[]}]
$ ip -j -p route show dev veth0
[ {
        "dst": "192.168.7.0/24",
        "protocol": "kernel",
        "scope": "link",
        "prefsrc": "192.168.7.1",
        "flags": [ ]
    } ]
$ ip -j neigh
[]
$ ip -d addr show veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip -s link show veth0 | head -3
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
$ ip -s -s link show lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    RX errors:  length    crc   frame    fifo overrun
                     0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
    TX errors: aborted   fifo  window heartbt transns
                     0      0       0       0       0 
$ ip -s -h link show lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
$ ip r
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip r s
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip ro
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip rou sh
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip route list table local
local 192.168.7.1 dev veth0 proto kernel scope host src 192.168.7.1 
local 192.168.7.2 dev veth1 proto kernel scope host src 192.168.7.2 
broadcast 192.168.7.255 dev veth0 proto kernel scope link src 192.168.7.1 
broadcast 192.168.7.255 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip route show table main
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip route show table all | grep -v ^ff
192.168.7.0/24 dev veth0 proto kernel scope link src 192.168.7.1 
192.168.7.0/24 dev veth1 proto kernel scope link src 192.168.7.2 
local 192.168.7.1 dev veth0 table local proto kernel scope host src 192.168.7.1 
local 192.168.7.2 dev veth1 table local proto kernel scope host src 192.168.7.2 
broadcast 192.168.7.255 dev veth0 table local proto kernel scope link src 192.168.7.1 
broadcast 192.168.7.255 dev veth1 table local proto kernel scope link src 192.168.7.2 
$ ip -4 r s t local
local 192.168.7.1 dev veth0 proto kernel scope host src 192.168.7.1 
local 192.168.7.2 dev veth1 proto kernel scope host src 192.168.7.2 
broadcast 192.168.7.255 dev veth0 proto kernel scope link src 192.168.7.1 
broadcast 192.168.7.255 dev veth1 proto kernel scope link src 192.168.7.2 
$ ip n
$ ip -6 a
$ ip -6 r
$ ip -c=never a s lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -brief link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1@veth0      UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth0@veth1      UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -oneline link show lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -family inet addr show lo
$ ip -f inet a s veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 192.168.7.1/24 scope global veth0
       valid_lft forever preferred_lft forever
$ ip -f inet9 a
Error: argument "inet9" is wrong: invalid protocol family
[255]
$ ip -x a
Option "-x" is unknown, try "ip -help".
[255]
$ ip -V
ip utility, iproute2-6.1.0, libbpf 1.1.2
