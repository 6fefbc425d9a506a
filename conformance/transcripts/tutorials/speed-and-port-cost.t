#! world: bare
$ ip link add br0 type bridge && ip link add v0 type veth peer name v1 && ip link set v0 up && ip link set v1 up
$ ip link add x0 type vxlan id 5 dstport 4789 local 1.2.3.4
$ ip link add x1 type vxlan id 6 dstport 4789 dev v0
$ ip link add m0 link v0 type macvlan
$ for d in v1 x0 x1 m0; do ip link set $d master br0; done
$ for d in v1 x0 x1 m0; do echo $d $(cat /sys/class/net/$d/brport/path_cost); done
v1 2
x0 100
x1 2
m0 2
$ cat /sys/class/net/x0/speed
cat: /sys/class/net/x0/speed: Invalid argument
[1]
$ ip link set x0 up; ip link set x1 up; ip link set m0 up
$ cat /sys/class/net/{v1,x0,x1,m0}/speed
10000
-1
10000
10000
$ bridge -d link show | grep -o 'cost [0-9]*'
cost 2
cost 100
cost 2
cost 2
$ ethtool x0
Settings for x0:
	Supported ports: [  ]
	Supported link modes:   Not reported
	Supported pause frame use: No
	Supports auto-negotiation: No
	Supported FEC modes: Not reported
	Advertised link modes:  Not reported
	Advertised pause frame use: No
	Advertised auto-negotiation: No
	Advertised FEC modes: Not reported
	Speed: Unknown!
	Duplex: Unknown! (255)
	Auto-negotiation: off
	Port: Other
	PHYAD: 0
	Transceiver: internal
	Link detected: yes
$ ethtool x1
Settings for x1:
	Supported ports: [  ]
	Supported link modes:   Not reported
	Supported pause frame use: No
	Supports auto-negotiation: No
	Supported FEC modes: Not reported
	Advertised link modes:  Not reported
	Advertised pause frame use: No
	Advertised auto-negotiation: No
	Advertised FEC modes: Not reported
	Speed: 10000Mb/s
	Duplex: Full
	Auto-negotiation: off
	Port: Twisted Pair
	PHYAD: 0
	Transceiver: internal
	MDI-X: Unknown
	Link detected: yes
$ ethtool m0 | tail -8
	Speed: 10000Mb/s
	Duplex: Full
	Auto-negotiation: off
	Port: Twisted Pair
	PHYAD: 0
	Transceiver: internal
	MDI-X: Unknown
	Link detected: yes
