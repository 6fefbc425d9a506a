# addr args
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add v0 type veth peer name p0; ip link set v0 up; ip link set p0 up
$ ip addr add 10.0.0.1/24
Not enough information: "dev" argument is required.
[1]
$ ip addr add dev v0
RTNETLINK answers: Operation not supported
[2]
$ ip addr del dev v0
RTNETLINK answers: Operation not supported
[2]
$ ip addr add 10.0.0.1/24 dev nosuch
Cannot find device "nosuch"
[1]
$ ip addr del 10.0.0.1 dev nosuch
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (10.0.0.1/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
Cannot find device "nosuch"
[1]
$ ip -6 addr add 10.0.0.1/24 dev v0
Error: inet6 prefix is expected rather than "10.0.0.1/24".
[1]
$ ip -4 addr add fd00::1/64 dev v0
Error: inet prefix is expected rather than "fd00::1/64".
[1]
$ ip -0 addr add 10.0.0.1/24 dev v0
Error: "10.0.0.1/24" may be inet prefix, but it is not allowed in this context.
[1]
$ ip addr add 10.0.0.1/24 dev v0 foo
Error: either "local" is duplicate, or "foo" is a garbage.
[255]
$ ip addr add 10.0.0.1/24 peer 10.0.0.2 peer 10.0.0.3 dev v0
Error: duplicate "peer": "10.0.0.3" is the second value.
[255]
$ ip addr add 10.0.0.1/24 brd + brd + dev v0
Error: duplicate "broadcast": "+" is the second value.
[255]
$ ip addr add 10.0.0.1/24 broadcast
Command line is not complete. Try option "help"
[255]
$ ip addr add 10.0.0.1/24 dev
Command line is not complete. Try option "help"
[255]
$ ip addr add local
Command line is not complete. Try option "help"
[255]
$ ip addr add help
Usage: ip address {add|change|replace} IFADDR dev IFNAME [ LIFETIME ]
                                                      [ CONFFLAG-LIST ]
       ip address del IFADDR dev IFNAME [mngtmpaddr]
       ip address {save|flush} [ dev IFNAME ] [ scope SCOPE-ID ]
                            [ to PREFIX ] [ FLAG-LIST ] [ label LABEL ] [up]
       ip address [ show [ dev IFNAME ] [ scope SCOPE-ID ] [ master DEVICE ]
                         [ nomaster ]
                         [ type TYPE ] [ to PREFIX ] [ FLAG-LIST ]
                         [ label LABEL ] [up] [ vrf NAME ] ]
       ip address {showdump|restore}
IFADDR := PREFIX | ADDR peer PREFIX
          [ broadcast ADDR ] [ anycast ADDR ]
          [ label IFNAME ] [ scope SCOPE-ID ] [ metric METRIC ]
SCOPE-ID := [ host | link | global | NUMBER ]
FLAG-LIST := [ FLAG-LIST ] FLAG
FLAG  := [ permanent | dynamic | secondary | primary |
           [-]tentative | [-]deprecated | [-]dadfailed | temporary |
           CONFFLAG-LIST ]
CONFFLAG-LIST := [ CONFFLAG-LIST ] CONFFLAG
CONFFLAG  := [ home | nodad | mngtmpaddr | noprefixroute | autojoin ]
LIFETIME := [ valid_lft LFT ] [ preferred_lft LFT ]
LFT := forever | SECONDS
TYPE := { amt | bareudp | bond | bond_slave | bridge | bridge_slave |
          dsa | dummy | erspan | geneve | gre | gretap | gtp | ifb |
          ip6erspan | ip6gre | ip6gretap | ip6tnl |
          ipip | ipoib | ipvlan | ipvtap |
          macsec | macvlan | macvtap |
          netdevsim | nlmon | rmnet | sit | team | team_slave |
          vcan | veth | vlan | vrf | vti | vxcan | vxlan | wwan |
          xfrm | virt_wifi }
[255]
$ ip addr add 10.0.0.1/24 dev v0 nodad
Warning: nodad option can be set only for IPv6 addresses
$ ip addr add 10.0.0.2/24 dev v0 secondary
Warning: secondary option is not mutable from userspace
$ ip addr add 10.0.0.3/24 dev v0 scope
Command line is not complete. Try option "help"
[255]
$ ip addr add 10.0.0.4/24 dev v0 valid_lft foo
Error: argument "foo" is wrong: valid_lft value
[255]
$ ip addr add 10.0.0.4/24 dev v0 valid_lft 0
valid_lft is zero
[1]
$ ip addr add 10.0.0.4/24 dev v0 valid_lft 100 preferred_lft 500
preferred_lft is greater than valid_lft
[1]
$ ip addr add 10.0.0.4/24 dev v0 valid_lft 100 valid_lft 100
Error: duplicate "valid_lft": "valid_lft" is the second value.
[255]
$ ip addr add 10.0.0.4/24 dev v0 valid_lft forever preferred_lft forever
$ ip addr add 10.0.0.5/24 dev v0 autojoin
autojoin needs multicast address
[1]
$ ip addr add 10.0.0.6/24 brd - dev v0
$ ip addr add 10.0.0.7/30 b + dev v0
$ ip addr add 10.0.1.1/255.255.255.0 dev v0
$ ip addr add 10.0.2.1/255.0.255.0 dev v0
Error: any valid prefix is expected rather than "10.0.2.1/255.0.255.0".
[1]
$ ip addr add 10.0.2.1/abc dev v0
Error: any valid prefix is expected rather than "10.0.2.1/abc".
[1]
$ ip addr add 10.0.2.1/ dev v0
Error: any valid prefix is expected rather than "10.0.2.1/".
[1]
$ ip addr add any dev v0
RTNETLINK answers: Operation not supported
[2]
$ ip addr add 10.0.3.1/24 m 5 dev v0
$ ip -br addr show v0
v0@p0            UP             10.0.0.1/24 10.0.0.7/30 10.0.1.1/24 10.0.3.1/24 metric 5 10.0.0.2/24 10.0.0.4/24 10.0.0.6/24 
$ ip addr show v0
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:64:b3:0c:1f:9f brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.3.1/24 metric 5 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip -j -p addr show v0
[ {
        "ifindex": 3,
        "link": "p0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","UP","LOWER_UP" ],
        "mtu": 1500,
        "qdisc": "noqueue",
        "operstate": "UP",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "0e:64:b3:0c:1f:9f",
        "broadcast": "ff:ff:ff:ff:ff:ff",
        "addr_info": [ {
                "family": "inet",
                "local": "10.0.0.1",
                "prefixlen": 24,
                "scope": "global",
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.0.7",
                "prefixlen": 30,
                "broadcast": "10.0.0.7",
                "scope": "global",
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.1.1",
                "prefixlen": 24,
                "scope": "global",
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.3.1",
                "prefixlen": 24,
                "metric": 5,
                "scope": "global",
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.0.2",
                "prefixlen": 24,
                "scope": "global",
                "secondary": true,
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.0.4",
                "prefixlen": 24,
                "scope": "global",
                "secondary": true,
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            },{
                "family": "inet",
                "local": "10.0.0.6",
                "prefixlen": 24,
                "broadcast": "10.0.0.0",
                "scope": "global",
                "secondary": true,
                "label": "v0",
                "valid_life_time": 4294967295,
                "preferred_life_time": 4294967295
            } ]
    } ]
$ ip -br -j addr
[{"ifname":"lo","operstate":"DOWN","addr_info":[]},{"link":"v0","ifname":"p0","operstate":"UP","addr_info":[]},{"link":"p0","ifname":"v0","operstate":"UP","addr_info":[{"local":"10.0.0.1","prefixlen":24},{"local":"10.0.0.7","prefixlen":30},{"local":"10.0.1.1","prefixlen":24},{"local":"10.0.3.1","prefixlen":24,"metric":5},{"local":"10.0.0.2","prefixlen":24},{"local":"10.0.0.4","prefixlen":24},{"local":"10.0.0.6","prefixlen":24}]}]
$ ip addr show to 10.0.0.0/24
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip addr show to 10.0.0.4
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip -o addr show to 10.0.0.4/32
3: v0    inet 10.0.0.4/24 scope global secondary v0\       valid_lft forever preferred_lft forever
$ ip addr show to
Command line is not complete. Try option "help"
[255]
$ ip addr show to foo
Error: any valid prefix is expected rather than "foo".
[1]
$ ip -br addr show to 10.0.1.0/24
v0@p0            UP             10.0.1.1/24 
$ ip -j addr show to 10.0.1.0/24
[{"ifindex":3,"link":"p0","ifname":"v0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"addr_info":[{},{},{"family":"inet","local":"10.0.1.1","prefixlen":24,"scope":"global","label":"v0","valid_life_time":4294967295,"preferred_life_time":4294967295},{},{},{},{}]}]
$ ip addr show primary
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:64:b3:0c:1f:9f brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.3.1/24 metric 5 scope global v0
       valid_lft forever preferred_lft forever
$ ip addr show secondary
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:64:b3:0c:1f:9f brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip addr show -secondary dev v0
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:64:b3:0c:1f:9f brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.3.1/24 metric 5 scope global v0
       valid_lft forever preferred_lft forever
$ ip addr show dynamic
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr show permanent dev v0
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:64:b3:0c:1f:9f brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.3.1/24 metric 5 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip addr show tentative
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr show scope host
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip -o addr show scope all
3: v0    inet 10.0.0.1/24 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.1.1/24 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.3.1/24 metric 5 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.2/24 scope global secondary v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.4/24 scope global secondary v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0\       valid_lft forever preferred_lft forever
$ ip -o addr show scope 0
3: v0    inet 10.0.0.1/24 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.1.1/24 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.3.1/24 metric 5 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.2/24 scope global secondary v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.4/24 scope global secondary v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0\       valid_lft forever preferred_lft forever
$ ip addr show label v0
    inet 10.0.0.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.7/30 brd 10.0.0.7 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/24 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.3.1/24 metric 5 scope global v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever
$ ip -br addr show label v0
\

10.0.0.1/24 10.0.0.7/30 10.0.1.1/24 10.0.3.1/24 metric 5 10.0.0.2/24 10.0.0.4/24 10.0.0.6/24 
$ ip -j addr show label v0 | head -c 60
[{"addr_info":[]},{"addr_info":[]},{"addr_info":[{"family":"
$ ip addr show label nosuch
$ ip addr show group default dev p0
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr show master nosuch
Error: argument "nosuch" is wrong: Device does not exist

[255]
$ ip addr show vrf v0
Error: argument "v0" is wrong: Not a valid VRF name

[255]
$ ip addr show up dev p0
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr show type veth dev p0
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr show v0 v0
Error: either "dev" is duplicate, or "v0" is a garbage.
[255]
$ ip addr lst p0
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr list dev p0
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 7a:a4:b7:29:bf:3e brd ff:ff:ff:ff:ff:ff
$ ip addr sh nosuch
Device "nosuch" does not exist.
[1]
$ ip addr show dev nosuch
Device "nosuch" does not exist.
[1]
$ ip addr flush
Flush requires arguments.
[1]
$ ip addr flush dev nosuch
Device "nosuch" does not exist.
[1]
$ ip -0 addr flush dev v0
Cannot flush link addresses.
[1]
$ ip -s addr flush dev v0 to 10.0.1.0/24
\
*** Round 1, deleting 1 addresses ***
*** Flush is complete after 1 round ***
$ ip -s -s addr flush dev v0 secondary
3: v0    inet 10.0.0.2/24 scope global secondary v0
       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.4/24 scope global secondary v0
       valid_lft forever preferred_lft forever
3: v0    inet 10.0.0.6/24 brd 10.0.0.0 scope global secondary v0
       valid_lft forever preferred_lft forever

*** Round 1, deleting 3 addresses ***
*** Flush is complete after 1 round ***
$ ip addr flush dev v0 primary
$ ip -o addr show dev v0
$ ip -s addr flush dev v0
Nothing to flush.
$ ip -s addr flush dev v0
Nothing to flush.
$ ip addr flush to 1.2.3.4
$ ip addr change 10.5.0.1/24 dev v0
$ ip addr chg 10.5.0.1/24 dev v0 metric 9
$ ip -o addr show v0
3: v0    inet 10.5.0.1/24 metric 9 scope global v0\       valid_lft forever preferred_lft forever
$ ip route
10.5.0.0/24 dev v0 proto kernel scope link src 10.5.0.1 metric 9 
$ ip addr replace 10.5.0.1/24 dev v0 metric 10
$ ip addr replace 10.6.0.1/24 dev v0
$ ip addr r 10.7.0.1/24 dev v0
$ ip -o addr show v0
3: v0    inet 10.5.0.1/24 metric 10 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.6.0.1/24 scope global v0\       valid_lft forever preferred_lft forever
3: v0    inet 10.7.0.1/24 scope global v0\       valid_lft forever preferred_lft forever
$ ip addr d 10.7.0.1/24 dev v0
$ ip addr del 10.7.0.1/24 dev v0
Error: ipv4: Address not found.
[2]
$ ip addr del 10.6.0.1/25 dev v0
Error: ipv4: Address not found.
[2]
$ ip addr del 10.6.0.1 dev v0
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (10.6.0.1/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
$ ip addr del 10.6.0.1 dev v0
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (10.6.0.1/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
Error: ipv4: Address not found.
[2]
$ ip addr delete local 10.5.0.1/24 dev v0
$ ip addr foo
Command "foo" is unknown, try "ip address help".
[255]
$ ip addr save | head -c 0
$ ip -c addr show lo | cat -v
1: ^[[36mlo: ^[[0m<LOOPBACK> mtu 65536 qdisc noop state ^[[31mDOWN ^[[0mgroup default qlen 1000
    link/loopback ^[[33m00:00:00:00:00:00^[[0m brd ^[[33m00:00:00:00:00:00^[[0m
$ ip -br -c -4 addr | cat -v
