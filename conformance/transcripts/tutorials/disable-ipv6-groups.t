#! world: bare
$ ip link add v0 type veth peer name v1
$ echo 1 > /proc/sys/net/ipv6/conf/v0/disable_ipv6
$ ip maddr show dev v0
3:	v0
	link  33:33:00:00:00:01
	inet6 ff02::1
	inet6 ff01::1
$ ip link set v0 up; sleep 1
$ echo 0 > /proc/sys/net/ipv6/conf/v0/disable_ipv6
$ echo 1 > /proc/sys/net/ipv6/conf/v0/disable_ipv6
$ ip maddr show dev v0
3:	v0
	link  33:33:00:00:00:01
	link  01:00:5e:00:00:01
	inet  224.0.0.1
	inet6 ff02::1
	inet6 ff01::1
$ ip link set v1 up; sleep 1
$ ip maddr show dev v0
3:	v0
	link  33:33:00:00:00:01
	link  01:00:5e:00:00:01
	inet  224.0.0.1
	inet6 ff02::1
	inet6 ff01::1
$ bridge fdb show dev v0
33:33:00:00:00:01 self permanent
01:00:5e:00:00:01 self permanent
$ echo 0 > /proc/sys/net/ipv6/conf/v0/disable_ipv6; sleep 3
$ ip maddr show dev v0 | grep -c ff
4
$ echo 1 > /proc/sys/net/ipv6/conf/v0/disable_ipv6
$ ip maddr show dev v0
3:	v0
	link  01:00:5e:00:00:01
	inet  224.0.0.1
	inet6 ff02::1
	inet6 ff01::1
