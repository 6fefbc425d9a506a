# show
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 address 02:00:00:00:00:b0 type bridge; ip link add v0 address 02:00:00:00:00:10 type veth peer name p0 address 02:00:00:00:00:11; ip link set v0 master br0
$ ip -d link show br0
2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:b0 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 0 bridge_id 8000.2:0:0:0:0:b0 designated_root 8000.2:0:0:0:0:b0 root_port 0 root_path_cost 0 topology_change 0 topology_change_detected 0 hello_timer    0.00 tcn_timer    0.00 topology_change_timer    0.00 gc_timer    0.00 group_fwd_mask 0 group_address 01:80:c2:00:00:00 mcast_snooping 1 no_linklocal_learn 0 mcast_vlan_snooping 0 mcast_router 1 mcast_query_use_ifaddr 0 mcast_querier 0 mcast_hash_elasticity 16 mcast_hash_max 4096 mcast_last_member_count 2 mcast_startup_query_count 2 mcast_last_member_interval 100 mcast_membership_interval 26000 mcast_querier_interval 25500 mcast_query_interval 12500 mcast_query_response_interval 1000 mcast_startup_query_interval 3124 mcast_stats_enabled 0 mcast_igmp_version 2 mcast_mld_version 1 nf_call_iptables 0 nf_call_ip6tables 0 nf_call_arptables 0 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip -d link show v0
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 
    veth 
    bridge_slave state disabled priority 32 cost 2 hairpin off guard off root_block off fastleave off learning on flood on port_id 0x8001 port_no 0x1 designated_port 32769 designated_cost 0 designated_bridge 8000.2:0:0:0:0:b0 designated_root 8000.2:0:0:0:0:b0 hold_timer    0.00 message_age_timer    0.00 forward_delay_timer    0.00 topology_change_ack 0 config_pending 0 proxy_arp off proxy_arp_wifi off mcast_router 1 mcast_fast_leave off mcast_flood on bcast_flood on mcast_to_unicast off neigh_suppress off group_fwd_mask 0 group_fwd_mask_str 0x0 vlan_tunnel off isolated off locked off addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip -d -j -p link show br0
[ {
        "ifindex": 2,
        "ifname": "br0",
        "flags": [ "BROADCAST","MULTICAST" ],
        "mtu": 1500,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:b0",
        "broadcast": "ff:ff:ff:ff:ff:ff",
        "promiscuity": 0,
        "allmulti": 0,
        "min_mtu": 68,
        "max_mtu": 65535,
        "linkinfo": {
            "info_kind": "bridge",
            "info_data": {
                "forward_delay": 1500,
                "hello_time": 200,
                "max_age": 2000,
                "ageing_time": 30000,
                "stp_state": 0,
                "priority": 32768,
                "vlan_filtering": 0,
                "bridge_id": "8000.2:0:0:0:0:b0",
                "root_id": "8000.2:0:0:0:0:b0",
                "root_port": 0,
                "root_path_cost": 0,
                "topology_change": 0,
                "topology_change_detected": 0,
                "hello_timer": 0.00,
                "tcn_timer": 0.00,
                "topology_change_timer": 0.00,
                "gc_timer": 0.00,
                "group_fwd_mask": "0",
                "group_addr": "01:80:c2:00:00:00",
                "mcast_snooping": 1,
                "no_linklocal_learn": 0,
                "mcast_vlan_snooping": 0,
                "mcast_router": 1,
                "mcast_query_use_ifaddr": 0,
                "mcast_querier": 0,
                "mcast_hash_elasticity": 16,
                "mcast_hash_max": 4096,
                "mcast_last_member_cnt": 2,
                "mcast_startup_query_cnt": 2,
                "mcast_last_member_intvl": 100,
                "mcast_membership_intvl": 26000,
                "mcast_querier_intvl": 25500,
                "mcast_query_intvl": 12500,
                "mcast_query_response_intvl": 1000,
                "mcast_startup_query_intvl": 3124,
                "mcast_stats_enabled": 0,
                "mcast_igmp_version": 2,
                "mcast_mld_version": 1,
                "nf_call_iptables": 0,
                "nf_call_ip6tables": 0,
                "nf_call_arptables": 0
            }
        },
        "inet6_addr_gen_mode": "eui64",
        "num_tx_queues": 1,
        "num_rx_queues": 1,
        "gso_max_size": 65536,
        "gso_max_segs": 65535,
        "tso_max_size": 524280,
        "tso_max_segs": 65535,
        "gro_max_size": 65536
    } ]
$ ip -d -j -p link show v0
[ {
        "ifindex": 4,
        "link": "p0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "qdisc": "noop",
        "master": "br0",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:10",
        "broadcast": "ff:ff:ff:ff:ff:ff",
        "promiscuity": 1,
        "allmulti": 1,
        "min_mtu": 68,
        "max_mtu": 65535,
        "linkinfo": {
            "info_kind": "veth",
            "info_slave_kind": "bridge",
            "info_slave_data": {
                "state": "disabled",
                "priority": 32,
                "cost": 2,
                "hairpin": false,
                "guard": false,
                "root_block": false,
                "fastleave": false,
                "learning": true,
                "flood": true,
                "id": "0x8001",
                "no": "0x1",
                "designated_port": 32769,
                "designated_cost": 0,
                "bridge_id": "8000.2:0:0:0:0:b0",
                "root_id": "8000.2:0:0:0:0:b0",
                "hold_timer": 0.00,
                "message_age_timer": 0.00,
                "forward_delay_timer": 0.00,
                "topology_change_ack": 0,
                "config_pending": 0,
                "proxy_arp": false,
                "proxy_arp_wifi": false,
                "multicast_router": 1,
                "mcast_flood": true,
                "bcast_flood": true,
                "mcast_to_unicast": false,
                "neigh_suppress": false,
                "group_fwd_mask": "0",
                "group_fwd_mask_str": "0x0",
                "vlan_tunnel": false,
                "isolated": false,
                "locked": false
            }
        },
        "inet6_addr_gen_mode": "eui64",
        "num_tx_queues": 2,
        "num_rx_queues": 2,
        "gso_max_size": 65536,
        "gso_max_segs": 65535,
        "tso_max_size": 524280,
        "tso_max_segs": 65535,
        "gro_max_size": 65536
    } ]
$ ip -j -p link show
[ {
        "ifindex": 1,
        "ifname": "lo",
        "flags": [ "LOOPBACK" ],
        "mtu": 65536,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "loopback",
        "address": "00:00:00:00:00:00",
        "broadcast": "00:00:00:00:00:00"
    },{
        "ifindex": 2,
        "ifname": "br0",
        "flags": [ "BROADCAST","MULTICAST" ],
        "mtu": 1500,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:b0",
        "broadcast": "ff:ff:ff:ff:ff:ff"
    },{
        "ifindex": 3,
        "link": "v0",
        "ifname": "p0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:11",
        "broadcast": "ff:ff:ff:ff:ff:ff"
    },{
        "ifindex": 4,
        "link": "p0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "qdisc": "noop",
        "master": "br0",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "ether",
        "address": "02:00:00:00:00:10",
        "broadcast": "ff:ff:ff:ff:ff:ff"
    } ]
$ ip -j -br link show type veth
[{"link":"v0","ifname":"p0","operstate":"DOWN","address":"02:00:00:00:00:11","flags":["BROADCAST","MULTICAST","M-DOWN"]},{"link":"p0","ifname":"v0","operstate":"DOWN","address":"02:00:00:00:00:10","flags":["BROADCAST","MULTICAST","M-DOWN"]}]
$ ip -j link show type veth
[{"ifindex":3,"link":"v0","ifname":"p0","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:11","broadcast":"ff:ff:ff:ff:ff:ff"},{"ifindex":4,"link":"p0","ifname":"v0","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","master":"br0","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff"}]
$ ip -j link show type foo
[{},{},{},{}]
$ ip link show type foo
$ ip -j link show up
[{},{},{},{}]
$ ip -j addr show type veth
[{"ifindex":3,"link":"v0","ifname":"p0","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:11","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[]},{"ifindex":4,"link":"p0","ifname":"v0","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","master":"br0","operstate":"DOWN","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[]}]
$ ip link show type bridge_slave
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff
$ ip -br link show master br0
v0@p0            DOWN           02:00:00:00:00:10 <BROADCAST,MULTICAST,M-DOWN> 
$ ip -br link show group default
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
br0              DOWN           02:00:00:00:00:b0 <BROADCAST,MULTICAST> 
p0@v0            DOWN           02:00:00:00:00:11 <BROADCAST,MULTICAST,M-DOWN> 
v0@p0            DOWN           02:00:00:00:00:10 <BROADCAST,MULTICAST,M-DOWN> 
$ ip -j link show group 5
[{},{},{},{}]
$ ip link show group foo
Error: argument "foo" is wrong: Invalid "group" value

[255]
$ ip link show up
$ ip -br -d link show
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
br0              DOWN           02:00:00:00:00:b0 <BROADCAST,MULTICAST> 
p0@v0            DOWN           02:00:00:00:00:11 <BROADCAST,MULTICAST,M-DOWN> 
v0@p0            DOWN           02:00:00:00:00:10 <BROADCAST,MULTICAST,M-DOWN> 
$ bridge link
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
$ bridge -d link
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ bridge -j -p link
[ {
        "ifindex": 4,
        "link": "p0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "master": "br0",
        "state": "disabled",
        "priority": 32,
        "cost": 2
    } ]
$ bridge -d -j -p link
[ {
        "ifindex": 4,
        "link": "p0",
        "ifname": "v0",
        "flags": [ "BROADCAST","MULTICAST","M-DOWN" ],
        "mtu": 1500,
        "master": "br0",
        "state": "disabled",
        "priority": 32,
        "cost": 2,
        "hairpin": false,
        "guard": false,
        "root_block": false,
        "fastleave": false,
        "learning": true,
        "flood": true,
        "mcast_flood": true,
        "bcast_flood": true,
        "mcast_router": 1,
        "mcast_to_unicast": false,
        "neigh_suppress": false,
        "vlan_tunnel": false,
        "isolated": false,
        "locked": false
    } ]
$ bridge link show dev v0
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
$ bridge link show dev p0
$ bridge link show dev nosuch
Cannot find device "nosuch"
[255]
$ bridge link show dev v0 dev p0
Error: duplicate "dev": "p0" is the second value.
[255]
$ bridge link show foo
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
$ bridge link set dev v0 foo
Usage: bridge link set dev DEV [ cost COST ] [ priority PRIO ] [ state STATE ]
                               [ guard {on | off} ]
                               [ hairpin {on | off} ]
                               [ fastleave {on | off} ]
                               [ root_block {on | off} ]
                               [ learning {on | off} ]
                               [ learning_sync {on | off} ]
                               [ flood {on | off} ]
                               [ mcast_router MULTICAST_ROUTER ]
                               [ mcast_flood {on | off} ]
                               [ bcast_flood {on | off} ]
                               [ mcast_to_unicast {on | off} ]
                               [ neigh_suppress {on | off} ]
                               [ vlan_tunnel {on | off} ]
                               [ isolated {on | off} ]
                               [ locked {on | off} ]
                               [ hwmode {vepa | veb} ]
                               [ backup_port DEVICE ] [ nobackup_port ]
                               [ self ] [ master ]
       bridge link show [dev DEV]
[255]
$ bridge link set
Device is a required argument.
[255]
$ bridge link set dev v0 state foo
Error: invalid STP port state
[255]
$ bridge link set dev v0 hairpin foo
Error: argument of "hairpin" must be one of "off", "on", not "foo"
[234]
$ bridge link set dev v0 hairpin on guard on fastleave on root_block on learning off flood off mcast_flood off bcast_flood off isolated on neigh_suppress on cost 7 priority 5
$ bridge -d link
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 5 cost 7 
    hairpin on guard on root_block on fastleave on learning off flood off mcast_flood off bcast_flood off mcast_router 1 mcast_to_unicast off neigh_suppress on vlan_tunnel off isolated on locked off 
$ ip -d link show v0
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 
    veth 
    bridge_slave state disabled priority 5 cost 7 hairpin on guard on root_block on fastleave on learning off flood off port_id 0x1401 port_no 0x1 designated_port 5121 designated_cost 0 designated_bridge 8000.2:0:0:0:0:b0 designated_root 8000.2:0:0:0:0:b0 hold_timer    0.00 message_age_timer    0.00 forward_delay_timer    0.00 topology_change_ack 0 config_pending 0 proxy_arp off proxy_arp_wifi off mcast_router 1 mcast_fast_leave on mcast_flood off bcast_flood off mcast_to_unicast off neigh_suppress on group_fwd_mask 0 group_fwd_mask_str 0x0 vlan_tunnel off isolated on locked off addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ bridge link set dev v0 hairpin off guard off fastleave off root_block off learning on flood on mcast_flood on bcast_flood on isolated off neigh_suppress off
$ bridge link set dev p0 hairpin on
RTNETLINK answers: Operation not supported
[255]
$ ip link set v0 type bridge_slave cost 9 priority 6 hairpin on
$ bridge -d link
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 6 cost 9 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ ip link set v0 type bridge_slave foo
bridge_slave: unknown option "foo"?
Usage: ... bridge_slave [ fdb_flush ]
			[ state STATE ]
			[ priority PRIO ]
			[ cost COST ]
			[ guard {on | off} ]
			[ hairpin {on | off} ]
			[ fastleave {on | off} ]
			[ root_block {on | off} ]
			[ learning {on | off} ]
			[ flood {on | off} ]
			[ proxy_arp {on | off} ]
			[ proxy_arp_wifi {on | off} ]
			[ mcast_router MULTICAST_ROUTER ]
			[ mcast_fast_leave {on | off} ]
			[ mcast_flood {on | off} ]
			[ bcast_flood {on | off} ]
			[ mcast_to_unicast {on | off} ]
			[ group_fwd_mask MASK ]
			[ neigh_suppress {on | off} ]
			[ vlan_tunnel {on | off} ]
			[ isolated {on | off} ]
			[ locked {on | off} ]
			[ backup_port DEVICE ] [ nobackup_port ]
[1]
$ ip link set v0 type bridge_slave cost foo
Error: argument "foo" is wrong: cost is invalid
[255]
$ ip link set p0 type bridge_slave hairpin on
RTNETLINK answers: Operation not supported
[2]
$ bridge -o -d link
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 6 cost 9 \    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ bridge fdb get 02:00:00:00:00:10 br br0
02:00:00:00:00:10 dev v0 master br0 permanent
$ bridge fdb get 02:00:00:00:00:10 dev v0
02:00:00:00:00:10 dev v0 master br0 permanent
$ bridge fdb get 02:00:00:00:00:10
Device or master and address are required arguments.
[255]
$ bridge fdb get foo br br0
Invalid mac address foo
[255]
$ bridge fdb get 02:00:00:00:00:10 br nosuch
Cannot find bridge device "nosuch"
[255]
$ bridge fdb show br nosuch
Cannot find bridge device "nosuch"
[255]
$ bridge fdb show dev nosuch
Cannot find device "nosuch"
[255]
$ bridge fdb show state foo
Error: argument "foo" is wrong: invalid state
[255]
$ bridge fdb show br br0 state permanent | grep -v ':01 '
02:00:00:00:00:b0 dev br0 master br0 permanent
02:00:00:00:00:10 dev v0 master br0 permanent
$ bridge fdb show brport v0 | grep master
02:00:00:00:00:10 master br0 permanent
$ bridge -j fdb show brport v0 | head -c 75
[{"mac":"02:00:00:00:00:10","flags":[],"master":"br0","state":"permanent"},
$ bridge fdb flush
Device is a required argument.
[255]
$ bridge fdb flush dev nosuch
Cannot find bridge device "nosuch"
[255]
$ bridge fdb flush dev v0
RTNETLINK answers: Operation not supported
[255]
$ bridge fdb add 02:00:00:00:00:99 dev v0 master static; bridge fdb add 02:00:00:00:00:98 dev v0 master dynamic
RTNETLINK answers: Operation not permitted
[255]
$ bridge fdb flush dev br0 dynamic; bridge fdb show br br0 | grep 'master'
02:00:00:00:00:b0 dev br0 master br0 permanent
02:00:00:00:00:99 dev v0 master br0 static
02:00:00:00:00:10 dev v0 master br0 permanent
$ bridge fdb flush dev br0 brport v0 static; bridge fdb show br br0 | grep 'master'
02:00:00:00:00:b0 dev br0 master br0 permanent
02:00:00:00:00:10 dev v0 master br0 permanent
$ bridge fdb add 02:00:00:00:00:97 dev v0 master dynamic; bridge fdb flush dev v0 master; bridge fdb show br br0 | grep 'master'
RTNETLINK answers: Operation not permitted
02:00:00:00:00:b0 dev br0 master br0 permanent
$ bridge fdb add 02:00:00:00:00:97 dev v0 master foo bar
Error: either "to" is duplicate, or "foo" is a garbage.
[255]
$ bridge fdb add 02:00:00:00:00:97 02:00:00:00:00:96 dev v0 master
Error: either "to" is duplicate, or "02:00:00:00:00:96" is a garbage.
[255]
$ bridge fdb add to 2:0:0:0:0:95 dev v0 master perm
$ bridge fdb replace 2:0:0:0:0:95 dev v0 master dyn
RTNETLINK answers: Operation not permitted
[255]
$ bridge fdb show br br0 | grep 'master'
02:00:00:00:00:b0 dev br0 master br0 permanent
02:00:00:00:00:95 dev v0 master br0 permanent
$ bridge -b
Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }
       bridge [ -force ] -batch filename
where  OBJECT := { link | fdb | mdb | vlan | monitor }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] |
                    -o[neline] | -t[imestamp] | -n[etns] name |
                    -c[ompressvlans] -color -p[retty] -j[son] }
[255]
$ bridge -f foo link
Error: argument "foo" is wrong: invalid protocol family
[255]
$ bridge -n nosuch link
Cannot open network namespace "nosuch": No such file or directory
[255]
$ bridge
Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }
       bridge [ -force ] -batch filename
where  OBJECT := { link | fdb | mdb | vlan | monitor }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] |
                    -o[neline] | -t[imestamp] | -n[etns] name |
                    -c[ompressvlans] -color -p[retty] -j[son] }
[255]
$ ip -s link show v0
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
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
$ ip -h -s -s -j -p link show lo
[ {
        "ifindex": 1,
        "ifname": "lo",
        "flags": [ "LOOPBACK" ],
        "mtu": 65536,
        "qdisc": "noop",
        "operstate": "DOWN",
        "linkmode": "DEFAULT",
        "group": "default",
        "txqlen": 1000,
        "link_type": "loopback",
        "address": "00:00:00:00:00:00",
        "broadcast": "00:00:00:00:00:00",
        "stats64": {
            "rx": {
                "bytes": 0,
                "packets": 0,
                "errors": 0,
                "dropped": 0,
                "over_errors": 0,
                "multicast": 0,
                "length_errors": 0,
                "crc_errors": 0,
                "frame_errors": 0,
                "fifo_errors": 0,
                "missed_errors": 0
            },
            "tx": {
                "bytes": 0,
                "packets": 0,
                "errors": 0,
                "dropped": 0,
                "carrier_errors": 0,
                "collisions": 0,
                "aborted_errors": 0,
                "fifo_errors": 0,
                "window_errors": 0,
                "heartbeat_errors": 0,
                "carrier_changes": 0
            }
        }
    } ]
$ ip -s -j addr show lo
[{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00","addr_info":[],"stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0}}}]
$ ip -s addr show dev lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
$ ip -s -br addr
lo               DOWN           
br0              DOWN           
p0@v0            DOWN           
v0@p0            DOWN           
$ ip -s -d -o link show lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00 promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 \    RX:  bytes packets errors dropped  missed   mcast           \             0       0      0       0       0       0 \    TX:  bytes packets errors dropped carrier collsns           \             0       0      0       0       0       0 
$ ip -d -4 -o addr
$ ip -d -br addr
lo               DOWN           
br0              DOWN           
p0@v0            DOWN           
v0@p0            DOWN           
