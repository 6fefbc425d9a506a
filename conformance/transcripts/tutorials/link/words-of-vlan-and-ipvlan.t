# How the words of VLANs and ipvlans are refused before the kernel hears of them
$ ip link add v0 type veth peer name v1
$ ip link help vlan
Usage: ... vlan id VLANID
		[ protocol VLANPROTO ]
		[ reorder_hdr { on | off } ]
		[ gvrp { on | off } ]
		[ mvrp { on | off } ]
		[ loose_binding { on | off } ]
		[ bridge_binding { on | off } ]
		[ ingress-qos-map QOS-MAP ]
		[ egress-qos-map QOS-MAP ]

VLANID := 0-4095
VLANPROTO: [ 802.1Q | 802.1ad ]
QOS-MAP := [ QOS-MAP ] QOS-MAPPING
QOS-MAPPING := FROM:TO
$ ip link add x link v0 type vlan help
Usage: ... vlan id VLANID
		[ protocol VLANPROTO ]
		[ reorder_hdr { on | off } ]
		[ gvrp { on | off } ]
		[ mvrp { on | off } ]
		[ loose_binding { on | off } ]
		[ bridge_binding { on | off } ]
		[ ingress-qos-map QOS-MAP ]
		[ egress-qos-map QOS-MAP ]

VLANID := 0-4095
VLANPROTO: [ 802.1Q | 802.1ad ]
QOS-MAP := [ QOS-MAP ] QOS-MAPPING
QOS-MAPPING := FROM:TO
[1]
$ ip link add x link v0 type vlan nonsense
vlan: unknown command "nonsense"?
Usage: ... vlan id VLANID
		[ protocol VLANPROTO ]
		[ reorder_hdr { on | off } ]
		[ gvrp { on | off } ]
		[ mvrp { on | off } ]
		[ loose_binding { on | off } ]
		[ bridge_binding { on | off } ]
		[ ingress-qos-map QOS-MAP ]
		[ egress-qos-map QOS-MAP ]

VLANID := 0-4095
VLANPROTO: [ 802.1Q | 802.1ad ]
QOS-MAP := [ QOS-MAP ] QOS-MAPPING
QOS-MAPPING := FROM:TO
[1]
$ ip link add x link v0 type vlan id
Command line is not complete. Try option "help"
[255]
$ ip link add x link v0 type vlan id abc
Error: argument "abc" is wrong: id is invalid
[255]
$ ip link add x link v0 type vlan id 65536
Error: argument "65536" is wrong: id is invalid
[255]
$ ip link add x link v0 type vlan id 5 protocol
Command line is not complete. Try option "help"
[255]
$ ip link add x link v0 type vlan id 5 protocol foo
Error: argument "foo" is wrong: protocol is invalid
[255]
$ ip link add x link v0 type vlan id 5 reorder_hdr yes
Error: argument of "reorder_hdr" must be "on" or "off", not "yes"
[1]
$ ip link add x link v0 type vlan id 5 loose_binding
Command line is not complete. Try option "help"
[255]
$ ip link add x link v0 type vlan id 5 ingress-qos-map
Command line is not complete. Try option "help"
[255]
$ ip link add x link v0 type vlan id 5 ingress-qos-map 1:x
Error: argument "1" is wrong: invalid ingress-qos-map
[255]
$ ip link add x link v0 type vlan id 5 egress-qos-map 1
vlan: unknown command "1"?
Usage: ... vlan id VLANID
		[ protocol VLANPROTO ]
		[ reorder_hdr { on | off } ]
		[ gvrp { on | off } ]
		[ mvrp { on | off } ]
		[ loose_binding { on | off } ]
		[ bridge_binding { on | off } ]
		[ ingress-qos-map QOS-MAP ]
		[ egress-qos-map QOS-MAP ]

VLANID := 0-4095
VLANPROTO: [ 802.1Q | 802.1ad ]
QOS-MAP := [ QOS-MAP ] QOS-MAPPING
QOS-MAPPING := FROM:TO
[1]
$ ip link add x link nosuch type vlan id 5
Cannot find device "nosuch"
[1]
$ ip link help ipvlan
Usage: ... ipvlan [ mode MODE ] [ FLAGS ]

MODE: l3 | l3s | l2
FLAGS: bridge | private | vepa
(first values are the defaults if nothing is specified).
$ ip link add x link v0 type ipvlan help
Usage: ... ipvlan [ mode MODE ] [ FLAGS ]

MODE: l3 | l3s | l2
FLAGS: bridge | private | vepa
(first values are the defaults if nothing is specified).
[1]
$ ip link add x link v0 type ipvlan mode
Command line is not complete. Try option "help"
[255]
$ ip link add x link v0 type ipvlan mode l4
Error: argument of "mode" must be either "l2", "l3" or "l3s"
[1]
$ ip link add x link v0 type ipvlan private vepa
ipvlan: unknown option "vepa"?
Usage: ... ipvlan [ mode MODE ] [ FLAGS ]

MODE: l3 | l3s | l2
FLAGS: bridge | private | vepa
(first values are the defaults if nothing is specified).
[1]
$ ip link help macvlan
Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]

MODE: private | vepa | bridge | passthru | source
MODE_FLAG: null | nopromisc | nodst
MODE_OPTS: for mode "source":
	macaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }
BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]
$ ip link add x link v0 type macvlan mode l2
Error: argument of "mode" must be "private", "vepa", "bridge", "passthru" or "source", not "l2"
[1]
$ ip link add x link v0 type macvlan mode bridge flag foo
Error: argument of "flag" must be "nopromisc", "nodst" or "null", not "foo"
[1]
$ ip link add x link v0 type macvlan mode bridge flag nopromisc
macvlan: nopromisc flag only valid in passthru mode
Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]

MODE: private | vepa | bridge | passthru | source
MODE_FLAG: null | nopromisc | nodst
MODE_OPTS: for mode "source":
	macaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }
BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]
[1]
$ ip link add x link v0 type macvlan bcqueuelen x
Error: argument of "bcqueuelen" must be a positive integer [0-4294967295], not "x"
[1]
$ ip link add x link v0 type macvlan mode source macaddr foo
Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]

MODE: private | vepa | bridge | passthru | source
MODE_FLAG: null | nopromisc | nodst
MODE_OPTS: for mode "source":
	macaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }
BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]
[1]
$ ip link add x link v0 type macvlan mode source macaddr add zz
"zz" is invalid lladdr.
[1]
