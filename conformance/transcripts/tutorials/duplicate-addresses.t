# Two containers claim one address
$ ip link add br0 type bridge; ip link set br0 up
$ for n in a b c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0; ip link set v$n up; ip -n $n link set eth0 up; done
$ ip -n a link set eth0 address 02:00:00:00:00:0a
$ ip -n b link set eth0 address 02:00:00:00:00:0b
$ ip -n c link set eth0 address 02:00:00:00:00:0c
$ ip -n a addr add 10.0.0.1/24 dev eth0
$ ip -n b addr add 10.0.0.2/24 dev eth0
$ ip -n c addr add 10.0.0.2/24 dev eth0
$ ip netns exec b ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.045 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.045/0.045/0.045/0.000 ms
$ ip -n a neigh
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:0b DELAY 
$ ip netns exec c ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.178 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.178/0.178/0.178/0.000 ms
$ ip -n a neigh
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:0c DELAY 
$ ip -n c addr del 10.0.0.2/24 dev eth0
$ ip netns exec a ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n a neigh flush all
$ ip netns exec a ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.062 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.062/0.062/0.062/0.000 ms
$ ip -n a neigh
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:0b REACHABLE 
$ ip -n c link set eth0 address 02:00:00:00:00:0b
$ ip -n c addr add 10.0.0.3/24 dev eth0
$ ip netns exec c ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.211 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.211/0.211/0.211/0.000 ms
$ bridge fdb show br br0 | grep 02:00:00:00:00:0b
02:00:00:00:00:0b dev vc master br0 
$ ip netns exec b ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.029 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.029/0.029/0.029/0.000 ms
$ bridge fdb show br br0 | grep 02:00:00:00:00:0b
02:00:00:00:00:0b dev vb master br0 
$ ip -n c link set eth0 address 02:00:00:00:00:0c
$ ip -n c -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
eth0@if5         UP             02:00:00:00:00:0c <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -n c link set eth0 address 01:00:00:00:00:0c
RTNETLINK answers: Cannot assign requested address
[2]
$ ip -n c link set eth0 address 00:00:00:00:00:00
RTNETLINK answers: Cannot assign requested address
[2]
$ ip -n c link set eth0 address 02-00-00-00-00-0c
Invalid address length 1 - must be 6 bytes
[1]
$ ip -n c link set eth0 address 02:00:00:00:00
Invalid address length 5 - must be 6 bytes
[1]
$ ip -n c link set eth0 address
Command line is not complete. Try option "help"
[255]
$ ip -n c link set dev eth0 addr 2:0:0:0:0:d
$ ip -n c -br link show eth0
eth0@if5         UP             02:00:00:00:00:0d <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link set br0 address 02:00:00:00:00:01
$ ip -br link show br0
br0              UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -n a addr add 10.0.0.2/24 dev eth0
$ ip netns exec a ping -c 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n a -4 addr show eth0
2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netnsid 0
    inet 10.0.0.1/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
