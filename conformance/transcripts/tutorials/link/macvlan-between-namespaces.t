# Two namespaces on one parent: what each mode of macvlan lets through, and that the parent stays out of reach
$ ip netns add a; ip netns add b; ip netns add far
$ ip link add eth0 type veth peer name eth0 netns far
$ ip -n far addr add 10.0.0.99/24 dev eth0; ip -n far link set eth0 up
$ ip addr add 10.0.0.1/24 dev eth0; ip link set eth0 up
$ ip link add link eth0 name mv0 type macvlan mode bridge
$ ip link show mv0
3: mv0@eth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 0e:40:d8:44:cc:79 brd ff:ff:ff:ff:ff:ff
$ ip link set mv0 netns a
$ ip link add link eth0 name mv0 netns b type macvlan mode bridge
$ ip -n a link; ip -n b link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
3: mv0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 0e:40:d8:44:cc:79 brd ff:ff:ff:ff:ff:ff link-netnsid 0
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: mv0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 16:99:b1:0d:ae:dc brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip -n a addr add 10.0.0.11/24 dev mv0; ip -n a link set mv0 up
$ ip -n b addr add 10.0.0.12/24 dev mv0; ip -n b link set mv0 up
$ ip -n a -d link show mv0
3: mv0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 0e:40:d8:44:cc:79 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    macvlan mode bridge bcqueuelen 1000 usedbcqueuelen 1000 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip netns exec a ping -c 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.
64 bytes from 10.0.0.12: icmp_seq=1 ttl=64 time=0.040 ms

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip netns exec a ping -c 1 10.0.0.99
PING 10.0.0.99 (10.0.0.99) 56(84) bytes of data.
64 bytes from 10.0.0.99: icmp_seq=1 ttl=64 time=0.072 ms

--- 10.0.0.99 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.072/0.072/0.072/0.000 ms
$ ip netns exec far ping -c 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.
64 bytes from 10.0.0.12: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip netns exec a ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.0.0.11
PING 10.0.0.11 (10.0.0.11) 56(84) bytes of data.

--- 10.0.0.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n a link set mv0 type macvlan mode private
$ ip netns exec a ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec a ping -c 1 10.0.0.99
PING 10.0.0.99 (10.0.0.99) 56(84) bytes of data.
64 bytes from 10.0.0.99: icmp_seq=1 ttl=64 time=0.028 ms

--- 10.0.0.99 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.028/0.028/0.028/0.000 ms
$ ip -n a link set mv0 type macvlan mode vepa
$ ip -n b link set mv0 type macvlan mode vepa
$ ip -n b -d link show mv0 | grep -o 'macvlan mode [a-z]*'
macvlan mode vepa
$ ip netns exec a ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link add link eth0 name mvhost type macvlan mode bridge
$ ip addr add 10.0.0.2/24 dev mvhost; ip link set mvhost up
$ ip -n a link set mv0 type macvlan mode bridge
$ ip netns exec a ping -c 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link del eth0
$ ip -n a link; ip -n b link; ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
