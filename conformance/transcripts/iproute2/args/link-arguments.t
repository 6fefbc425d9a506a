# link args
$ ip link add v0 type veth peer name p0
$ ip link set v0 carrier maybe
Error: argument of "carrier" must be one of "off", "on", not "maybe"
[22]
$ ip link set v0 carrier on
RTNETLINK answers: Operation not supported
[2]
$ ip link set v0 protodown off
Error: Protodown not supported by device.
[2]
$ ip link set v0 type veth
$ ip link set v0 type foo
$ ip link set v0 type foo bar
Garbage instead of arguments "bar ...". Try "ip link help".
[1]
$ ip link set v0 alias
Command line is not complete. Try option "help"
[255]
$ ip link del v0 type veth foo
Usage: ip link <options> type veth [peer <options>]
To get <options> type 'ip link add help'
[1]
$ ip link del
Not enough information: "dev" argument is required.
[255]
$ ip link del nosuch
Cannot find device "nosuch"
[1]
$ ip link del group 7
RTNETLINK answers: No such device
[2]
$ ip link del group default
RTNETLINK answers: Operation not permitted
[2]
$ ip link del dev p0
$ ip link add v0 type veth peer name p0
$ ip link set group 0 mtu 1400; ip -o link show v0
5: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 4a:f5:d1:b9:60:2d brd ff:ff:ff:ff:ff:ff
$ ip link set group 7 up
$ ip link set v0 mtu 1400 mtu 1500
Error: duplicate "mtu": "1500" is the second value.
[255]
$ ip link set v0 name x name y
Error: duplicate "name": "y" is the second value.
[255]
$ ip link set v0 txqueuelen 5 qlen 6
Error: duplicate "txqueuelen": "6" is the second value.
[255]
$ ip link set v0 txqueuelen foo
Error: argument "foo" is wrong: Invalid "txqueuelen" value

[255]
$ ip link set v0 group foo
Error: argument "foo" is wrong: Invalid "group" value

[255]
$ ip link set v0 group 3 group 4
Error: duplicate "group": "4" is the second value.
[255]
$ ip link set v0 index 5
index can be used only when creating devices or when moving device to another netns.
[255]
$ ip link set v0 index foo
Error: argument "foo" is wrong: Invalid "index" value
[255]
$ ip link set v0 state foo
Error: argument "foo" is wrong: Invalid operstate

[255]
$ ip link set v0 state up
$ ip link set v0 master nosuch
Error: argument "nosuch" is wrong: Device does not exist

[255]
$ ip link set v0 master p0
RTNETLINK answers: Operation not supported
[2]
$ ip link set v0 vrf p0
Error: argument "p0" is wrong: Not a valid VRF name

[255]
$ ip link set v0 nomaster
$ ip link set v0 netns nosuch
Error: argument "nosuch" is wrong: Invalid "netns" value

[255]
$ ip link set v0 netns 1 netns 1
Error: duplicate "netns": "1" is the second value.
[255]
$ ip link set v0 netns /nosuch/path
Error: argument "/nosuch/path" is wrong: Invalid "netns" value

[255]
$ ip link set v0 netns 4194303
RTNETLINK answers: No such process
[2]
$ ip link set v0 netns /proc/self/ns/net
$ ip link set v0 netns /etc/passwd
RTNETLINK answers: Invalid argument
[2]
$ ip link set v0 addr 2:0:0:0:0:5 b ff:ff:ff:ff:ff:fe
$ ip link show v0
5: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:fe
$ ip link set v0 broadcast ff:ff
RTNETLINK answers: Invalid argument
[2]
$ ip link set v0 arp maybe
Error: argument of "arp" must be "on" or "off", not "maybe"
[1]
$ ip link set v0 dynamic maybe
Error: argument of "dynamic" must be "on" or "off", not "maybe"
[1]
$ ip link set v0 up foo
Error: either "dev" is duplicate, or "foo" is a garbage.
[255]
$ ip link set dev v0 dev p0
Error: either "dev" is duplicate, or "p0" is a garbage.
[255]
$ ip link set v0 dev p0 up
Error: either "dev" is duplicate, or "p0" is a garbage.
[255]
$ ip link set v0 help
Usage: ip link add [link DEV | parentdev NAME] [ name ] NAME
		    [ txqueuelen PACKETS ]
		    [ address LLADDR ]
		    [ broadcast LLADDR ]
		    [ mtu MTU ] [index IDX ]
		    [ numtxqueues QUEUE_COUNT ]
		    [ numrxqueues QUEUE_COUNT ]
		    [ netns { PID | NAME } ]
		    type TYPE [ ARGS ]

	ip link delete { DEVICE | dev DEVICE | group DEVGROUP } type TYPE [ ARGS ]

	ip link set { DEVICE | dev DEVICE | group DEVGROUP }
			[ { up | down } ]
			[ type TYPE ARGS ]
		[ arp { on | off } ]
		[ dynamic { on | off } ]
		[ multicast { on | off } ]
		[ allmulticast { on | off } ]
		[ promisc { on | off } ]
		[ trailers { on | off } ]
		[ carrier { on | off } ]
		[ txqueuelen PACKETS ]
		[ name NEWNAME ]
		[ address LLADDR ]
		[ broadcast LLADDR ]
		[ mtu MTU ]
		[ netns { PID | NAME } ]
		[ link-netns NAME | link-netnsid ID ]
		[ alias NAME ]
		[ vf NUM [ mac LLADDR ]
			 [ vlan VLANID [ qos VLAN-QOS ] [ proto VLAN-PROTO ] ]
			 [ rate TXRATE ]
			 [ max_tx_rate TXRATE ]
			 [ min_tx_rate TXRATE ]
			 [ spoofchk { on | off} ]
			 [ query_rss { on | off} ]
			 [ state { auto | enable | disable} ]
			 [ trust { on | off} ]
			 [ node_guid EUI64 ]
			 [ port_guid EUI64 ] ]
		[ { xdp | xdpgeneric | xdpdrv | xdpoffload } { off |
			  object FILE [ { section | program } NAME ] [ verbose ] |
			  pinned FILE } ]
		[ master DEVICE ][ vrf NAME ]
		[ nomaster ]
		[ addrgenmode { eui64 | none | stable_secret | random } ]
		[ protodown { on | off } ]
		[ protodown_reason PREASON { on | off } ]
		[ gso_max_size BYTES ] | [ gso_max_segs PACKETS ]
		[ gro_max_size BYTES ]

	ip link show [ DEVICE | group GROUP ] [up] [master DEV] [vrf NAME] [type TYPE]
		[nomaster]

	ip link xstats type TYPE [ ARGS ]

	ip link afstats [ dev DEVICE ]
	ip link property add dev DEVICE [ altname NAME .. ]
	ip link property del dev DEVICE [ altname NAME .. ]

	ip link help [ TYPE ]

TYPE := { amt | bareudp | bond | bond_slave | bridge | bridge_slave |
          dsa | dummy | erspan | geneve | gre | gretap | gtp | ifb |
          ip6erspan | ip6gre | ip6gretap | ip6tnl |
          ipip | ipoib | ipvlan | ipvtap |
          macsec | macvlan | macvtap |
          netdevsim | nlmon | rmnet | sit | team | team_slave |
          vcan | veth | vlan | vrf | vti | vxcan | vxlan | wwan |
          xfrm | virt_wifi }
[255]
$ ip link set v0 numtxqueues foo
Error: argument "foo" is wrong: Invalid "numtxqueues" value

[255]
$ ip link set v0 m lo
RTNETLINK answers: Operation not supported
[2]
$ ip link add
Not enough information: "type" argument is required
[1]
$ ip link add dev
Command line is not complete. Try option "help"
[255]
$ ip link add name
Command line is not complete. Try option "help"
[255]
$ ip link add name x name y type veth
Error: duplicate "name": "y" is the second value.
[255]
$ ip link add x name y type veth
both "name" and "dev" cannot be used when creating devices.
[255]
$ ip link add v5 group 3 type veth peer name p5
$ ip link add group 3 type veth
group cannot be used when creating devices.
[255]
$ ip link add v6 type
Command line is not complete. Try option "help"
[255]
$ ip link add v6 type veth peer
$ ip link add v7 type veth peer name p7 type veth
Error: duplicate "type": "veth" is the second value.
[255]
$ ip link add v7 type veth peer p7 p8
Error: either "dev" is duplicate, or "p8" is a garbage.
[255]
$ ip link add v7 type veth peer name p7 netns nosuch
Error: argument "nosuch" is wrong: Invalid "netns" value

[255]
$ ip link add v7 type veth peer p7 address 2:0
RTNETLINK answers: Invalid argument
[2]
$ ip link add v7 address zz type veth
"zz" is invalid lladdr.
[1]
$ ip link add v7 index 0 type veth
Error: argument "0" is wrong: Invalid "index" value
[255]
$ ip link add v7 index 50 type veth peer name p7 index 60
$ ip -o link show v7
50: v7@p7: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether ea:ef:81:e6:6c:67 brd ff:ff:ff:ff:ff:ff
$ ip -o link show p7
60: p7@v7: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether a2:d9:bd:67:30:b4 brd ff:ff:ff:ff:ff:ff
$ ip link add link nosuch name v8 type dummy
Cannot find device "nosuch"
[1]
$ ip link replace v9 type veth peer name p9
$ ip link change v9 up
$ ip link show v9
11: v9@p9: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether 4e:03:dc:6f:06:29 brd ff:ff:ff:ff:ff:ff
$ ip link replace v9 type veth peer name p9
RTNETLINK answers: Operation not supported
[2]
$ ip link add br0 type bridge foo
bridge: unknown command "foo"?
Usage: ... bridge [ fdb_flush ]
		  [ forward_delay FORWARD_DELAY ]
		  [ hello_time HELLO_TIME ]
		  [ max_age MAX_AGE ]
		  [ ageing_time AGEING_TIME ]
		  [ stp_state STP_STATE ]
		  [ priority PRIORITY ]
		  [ group_fwd_mask MASK ]
		  [ group_address ADDRESS ]
		  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
		  [ vlan_filtering VLAN_FILTERING ]
		  [ vlan_protocol VLAN_PROTOCOL ]
		  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
		  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
		  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
		  [ mcast_snooping MULTICAST_SNOOPING ]
		  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
		  [ mcast_router MULTICAST_ROUTER ]
		  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
		  [ mcast_querier MULTICAST_QUERIER ]
		  [ mcast_hash_elasticity HASH_ELASTICITY ]
		  [ mcast_hash_max HASH_MAX ]
		  [ mcast_last_member_count LAST_MEMBER_COUNT ]
		  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
		  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
		  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
		  [ mcast_querier_interval QUERIER_INTERVAL ]
		  [ mcast_query_interval QUERY_INTERVAL ]
		  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
		  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
		  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
		  [ mcast_igmp_version IGMP_VERSION ]
		  [ mcast_mld_version MLD_VERSION ]
		  [ nf_call_iptables NF_CALL_IPTABLES ]
		  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
		  [ nf_call_arptables NF_CALL_ARPTABLES ]

Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
[1]
$ ip link add br0 type bridge help
Usage: ... bridge [ fdb_flush ]
		  [ forward_delay FORWARD_DELAY ]
		  [ hello_time HELLO_TIME ]
		  [ max_age MAX_AGE ]
		  [ ageing_time AGEING_TIME ]
		  [ stp_state STP_STATE ]
		  [ priority PRIORITY ]
		  [ group_fwd_mask MASK ]
		  [ group_address ADDRESS ]
		  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
		  [ vlan_filtering VLAN_FILTERING ]
		  [ vlan_protocol VLAN_PROTOCOL ]
		  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
		  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
		  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
		  [ mcast_snooping MULTICAST_SNOOPING ]
		  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
		  [ mcast_router MULTICAST_ROUTER ]
		  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
		  [ mcast_querier MULTICAST_QUERIER ]
		  [ mcast_hash_elasticity HASH_ELASTICITY ]
		  [ mcast_hash_max HASH_MAX ]
		  [ mcast_last_member_count LAST_MEMBER_COUNT ]
		  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
		  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
		  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
		  [ mcast_querier_interval QUERIER_INTERVAL ]
		  [ mcast_query_interval QUERY_INTERVAL ]
		  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
		  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
		  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
		  [ mcast_igmp_version IGMP_VERSION ]
		  [ mcast_mld_version MLD_VERSION ]
		  [ nf_call_iptables NF_CALL_IPTABLES ]
		  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
		  [ nf_call_arptables NF_CALL_ARPTABLES ]

Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
[1]
$ ip link add br0 type bridge priority 1 forward_delay
Command line is not complete. Try option "help"
[255]
$ ip link add br0 type bridge h 200 f 500
$ ip link add br0 type bridge hello 200 f 500
RTNETLINK answers: File exists
[2]
$ ip -d link show br0 | grep -o 'forward_delay [0-9]* hello_time [0-9]*'
forward_delay 500 hello_time 200
$ ip link add br1 type bridge vlan_filtering foo
Error: argument "foo" is wrong: invalid vlan_filtering
[255]
$ ip link help bridge
Usage: ... bridge [ fdb_flush ]
		  [ forward_delay FORWARD_DELAY ]
		  [ hello_time HELLO_TIME ]
		  [ max_age MAX_AGE ]
		  [ ageing_time AGEING_TIME ]
		  [ stp_state STP_STATE ]
		  [ priority PRIORITY ]
		  [ group_fwd_mask MASK ]
		  [ group_address ADDRESS ]
		  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
		  [ vlan_filtering VLAN_FILTERING ]
		  [ vlan_protocol VLAN_PROTOCOL ]
		  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
		  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
		  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
		  [ mcast_snooping MULTICAST_SNOOPING ]
		  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
		  [ mcast_router MULTICAST_ROUTER ]
		  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
		  [ mcast_querier MULTICAST_QUERIER ]
		  [ mcast_hash_elasticity HASH_ELASTICITY ]
		  [ mcast_hash_max HASH_MAX ]
		  [ mcast_last_member_count LAST_MEMBER_COUNT ]
		  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
		  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
		  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
		  [ mcast_querier_interval QUERIER_INTERVAL ]
		  [ mcast_query_interval QUERY_INTERVAL ]
		  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
		  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
		  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
		  [ mcast_igmp_version IGMP_VERSION ]
		  [ mcast_mld_version MLD_VERSION ]
		  [ nf_call_iptables NF_CALL_IPTABLES ]
		  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
		  [ nf_call_arptables NF_CALL_ARPTABLES ]

Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
$ ip link help veth
Usage: ip link <options> type veth [peer <options>]
To get <options> type 'ip link add help'
$ ip link help bridge_slave
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
$ ip link help dummy
Usage: ... dummy
$ ip link help foo
Usage: ip link add [link DEV | parentdev NAME] [ name ] NAME
		    [ txqueuelen PACKETS ]
		    [ address LLADDR ]
		    [ broadcast LLADDR ]
		    [ mtu MTU ] [index IDX ]
		    [ numtxqueues QUEUE_COUNT ]
		    [ numrxqueues QUEUE_COUNT ]
		    [ netns { PID | NAME } ]
		    type TYPE [ ARGS ]

	ip link delete { DEVICE | dev DEVICE | group DEVGROUP } type TYPE [ ARGS ]

	ip link set { DEVICE | dev DEVICE | group DEVGROUP }
			[ { up | down } ]
			[ type TYPE ARGS ]
		[ arp { on | off } ]
		[ dynamic { on | off } ]
		[ multicast { on | off } ]
		[ allmulticast { on | off } ]
		[ promisc { on | off } ]
		[ trailers { on | off } ]
		[ carrier { on | off } ]
		[ txqueuelen PACKETS ]
		[ name NEWNAME ]
		[ address LLADDR ]
		[ broadcast LLADDR ]
		[ mtu MTU ]
		[ netns { PID | NAME } ]
		[ link-netns NAME | link-netnsid ID ]
		[ alias NAME ]
		[ vf NUM [ mac LLADDR ]
			 [ vlan VLANID [ qos VLAN-QOS ] [ proto VLAN-PROTO ] ]
			 [ rate TXRATE ]
			 [ max_tx_rate TXRATE ]
			 [ min_tx_rate TXRATE ]
			 [ spoofchk { on | off} ]
			 [ query_rss { on | off} ]
			 [ state { auto | enable | disable} ]
			 [ trust { on | off} ]
			 [ node_guid EUI64 ]
			 [ port_guid EUI64 ] ]
		[ { xdp | xdpgeneric | xdpdrv | xdpoffload } { off |
			  object FILE [ { section | program } NAME ] [ verbose ] |
			  pinned FILE } ]
		[ master DEVICE ][ vrf NAME ]
		[ nomaster ]
		[ addrgenmode { eui64 | none | stable_secret | random } ]
		[ protodown { on | off } ]
		[ protodown_reason PREASON { on | off } ]
		[ gso_max_size BYTES ] | [ gso_max_segs PACKETS ]
		[ gro_max_size BYTES ]

	ip link show [ DEVICE | group GROUP ] [up] [master DEV] [vrf NAME] [type TYPE]
		[nomaster]

	ip link xstats type TYPE [ ARGS ]

	ip link afstats [ dev DEVICE ]
	ip link property add dev DEVICE [ altname NAME .. ]
	ip link property del dev DEVICE [ altname NAME .. ]

	ip link help [ TYPE ]

TYPE := { amt | bareudp | bond | bond_slave | bridge | bridge_slave |
          dsa | dummy | erspan | geneve | gre | gretap | gtp | ifb |
          ip6erspan | ip6gre | ip6gretap | ip6tnl |
          ipip | ipoib | ipvlan | ipvtap |
          macsec | macvlan | macvtap |
          netdevsim | nlmon | rmnet | sit | team | team_slave |
          vcan | veth | vlan | vrf | vti | vxcan | vxlan | wwan |
          xfrm | virt_wifi }
[255]
$ ip link help vxlan
Usage: ... vxlan id VNI
		[ { group | remote } IP_ADDRESS ]
		[ local ADDR ]
		[ ttl TTL ]
		[ tos TOS ]
		[ df DF ]
		[ flowlabel LABEL ]
		[ dev PHYS_DEV ]
		[ dstport PORT ]
		[ srcport MIN MAX ]
		[ [no]learning ]
		[ [no]proxy ]
		[ [no]rsc ]
		[ [no]l2miss ]
		[ [no]l3miss ]
		[ ageing SECONDS ]
		[ maxaddress NUMBER ]
		[ [no]udpcsum ]
		[ [no]udp6zerocsumtx ]
		[ [no]udp6zerocsumrx ]
		[ [no]remcsumtx ] [ [no]remcsumrx ]
		[ [no]external ] [ gbp ] [ gpe ]
		[ [no]vnifilter ]

Where:	VNI	:= 0-16777215
	ADDR	:= { IP_ADDRESS | any }
	TOS	:= { NUMBER | inherit }
	TTL	:= { 1..255 | auto | inherit }
	DF	:= { unset | set | inherit }
	LABEL := 0-1048575
$ ip link show dev
Command line is not complete. Try option "help"
[255]
$ ip link show master
Command line is not complete. Try option "help"
[255]
$ ip link show type
Command line is not complete. Try option "help"
[255]
$ ip link show dev lo dev lo
Error: either "dev" is duplicate, or "lo" is a garbage.
[255]
$ ip link show vrf lo
Error: argument "lo" is wrong: Not a valid VRF name

[255]
$ ip link show if1
RTNETLINK answers: No such device
Cannot send link get request: No such device
[1]
$ ip link show if99
RTNETLINK answers: No such device
Cannot send link get request: No such device
[1]
$ ip link set if99 up
RTNETLINK answers: No such device
[2]
$ ip link set if1 up
$ ip link xstats
xstats: missing argument
[1]
