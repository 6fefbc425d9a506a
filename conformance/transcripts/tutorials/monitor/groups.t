# Groups of hosts: who listens to what
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add va type veth peer name vb
$ ip -4 maddr; ip -0 maddr
2:	vb
	link  33:33:00:00:00:01
3:	va
	link  33:33:00:00:00:01
$ ip link set lo up
$ ip link set va up
$ ip link set vb up
$ ip -4 maddr
1:	lo
	inet  224.0.0.1
2:	vb
	inet  224.0.0.1
3:	va
	inet  224.0.0.1
$ ip addr add 239.1.1.1/32 dev va autojoin
$ ip addr add 10.0.0.1/24 dev va autojoin
autojoin needs multicast address
[1]
$ ip -4 maddr show dev va
3:	va
	inet  239.1.1.1
	inet  224.0.0.1
$ cat /proc/net/igmp
Idx	Device    : Count Querier	Group    Users Timer	Reporter
1	lo        :     1      V3
				010000E0     1 0:00000000		0
2	vb        :     1      V3
				010000E0     1 0:00000000		0
3	va        :     2      V3
				010101EF     1 0:00000000		0
				010000E0     1 0:00000000		0
$ ip addr add 239.1.1.2/32 dev va autojoin
$ ip -4 maddr show va
3:	va
	inet  239.1.1.2
	inet  239.1.1.1
	inet  224.0.0.1
$ ip addr del 239.1.1.1/32 dev va
$ ip -4 -j maddr show dev va
[{"ifindex":3,"ifname":"va","maddr":[{"family":"inet","address":"239.1.1.2"},{"family":"inet","address":"224.0.0.1"}]}]
$ ip -4 -o maddr
1:	lo\	inet  224.0.0.1
2:	vb\	inet  224.0.0.1
3:	va\	inet  239.1.1.2
3:	va\	inet  224.0.0.1
$ ip maddr add 01:00:5e:11:22:33 dev va
$ ip maddr add 01:00:5e:11:22:33 dev va
$ ip -0 maddr show va | grep static
	link  01:00:5e:11:22:33 static
$ ip maddr del 01:00:5e:11:22:33 dev va
$ ip maddr del 01:00:5e:11:22:33 dev va
ioctl: No such file or directory
[1]
$ ip maddr add 239.1.1.1 dev va
Error: Invalid address length 4 - must be 6 bytes
[1]
$ ip maddr add foo dev va
Error: Invalid address length 1 - must be 6 bytes
[1]
$ ip maddr add 01:00:5e:11:22:33 dev nodev
ioctl: No such device
[1]
$ ip maddr add 01:00:5e:11:22:33
Not enough information: "dev" is required.
[255]
$ ip maddr show dev va foo
Error: either "dev" is duplicate, or "foo" is a garbage.
[255]
$ ip maddr foo
Command "foo" is unknown, try "ip maddr help".
[255]
$ ip maddr help
Usage: ip maddr [ add | del ] MULTIADDR dev STRING
       ip maddr show [ dev STRING ]
[255]
$ ip link set va down
$ cat /proc/net/igmp
Idx	Device    : Count Querier	Group    Users Timer	Reporter
1	lo        :     1      V3
				010000E0     1 0:00000000		0
2	vb        :     1      V3
				010000E0     1 0:00000000		0
3	va        :     1      V3
				020101EF     1 0:00000000		0
$ ip link set va up
$ cat /proc/net/igmp
Idx	Device    : Count Querier	Group    Users Timer	Reporter
1	lo        :     1      V3
				010000E0     1 0:00000000		0
2	vb        :     1      V3
				010000E0     1 0:00000000		0
3	va        :     2      V3
				010000E0     1 0:00000000		0
				020101EF     1 0:00000000		0
