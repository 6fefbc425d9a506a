# MTU: smaller on one side, ping sizes, fragments
$ ip netns add m1; ip netns add m2
$ ip link add v1 netns m1 type veth peer name v2 netns m2
$ ip -n m1 addr add 10.5.0.1/24 dev v1; ip -n m2 addr add 10.5.0.2/24 dev v2
$ ip -n m1 link set v1 up; ip -n m2 link set v2 up
$ ip netns exec m1 ping -c 1 -s 1472 -M do 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 1472(1500) bytes of data.
1480 bytes from 10.5.0.2: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip -n m1 link set v1 mtu 9000
$ ip -n m1 link show v1
2: v1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 12:ad:c9:a1:8d:e1 brd ff:ff:ff:ff:ff:ff link-netns m2
$ ip netns exec m1 ping -c 1 -W 1 -s 2000 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 2000(2028) bytes of data.
ping: sendmsg: No buffer space available

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 1001ms

[1]
$ ip netns exec m1 ping -c 1 -W 1 -s 1476 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 1476(1504) bytes of data.
1484 bytes from 10.5.0.2: icmp_seq=1 ttl=64 time=0.029 ms

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.029/0.029/0.029/0.000 ms
$ ip netns exec m1 ping -c 1 -W 1 -s 1477 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 1477(1505) bytes of data.
ping: sendmsg: No buffer space available

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 1001ms

[1]
$ ip -n m2 link set v2 mtu 9000
$ ip netns exec m1 ping -c 1 -W 1 -s 8972 -M do 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 8972(9000) bytes of data.
8980 bytes from 10.5.0.2: icmp_seq=1 ttl=64 time=0.030 ms

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.030/0.030/0.030/0.000 ms
$ ip netns exec m1 ping -c 1 -W 1 -s 8973 -M do 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 8973(9001) bytes of data.
ping: local error: message too long, mtu=9000

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec m1 ping -c 1 -W 1 -s 8973 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 8973(9001) bytes of data.
8981 bytes from 10.5.0.2: icmp_seq=1 ttl=64 time=0.044 ms

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.044/0.044/0.044/0.000 ms
$ ip -n m2 link set v2 mtu 1000
$ ip netns exec m2 ping -c 1 -s 3000 10.5.0.1
PING 10.5.0.1 (10.5.0.1) 3000(3028) bytes of data.

--- 10.5.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n m1 link set v1 mtu 500
$ ip -n m1 link set v1 mtu 20
Error: mtu less than device minimum.
[2]
$ ip -n m1 route
10.5.0.0/24 dev v1 proto kernel scope link src 10.5.0.1 
$ ip netns exec m1 ping -c 1 -W 1 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 56(84) bytes of data.
64 bytes from 10.5.0.2: icmp_seq=1 ttl=64 time=0.032 ms

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ ip -n m1 link set v1 mtu 1500
$ ip -n m1 route
10.5.0.0/24 dev v1 proto kernel scope link src 10.5.0.1 
$ ip -n m1 link set v1 mtu 67
Error: mtu less than device minimum.
[2]
$ ip -n m1 -4 addr show v1
2: v1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns m2
    inet 10.5.0.1/24 scope global v1
       valid_lft forever preferred_lft forever
$ ip -n m1 link set v1 mtu 1500
$ ip -n m1 -4 addr show v1
2: v1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns m2
    inet 10.5.0.1/24 scope global v1
       valid_lft forever preferred_lft forever
$ ip -n m1 addr add 10.5.0.1/24 dev v1
Error: ipv4: Address already assigned.
[2]
$ ip -n m1 route add 10.6.0.0/24 via 10.5.0.2 mtu 1200
$ ip -n m1 route
10.5.0.0/24 dev v1 proto kernel scope link src 10.5.0.1 
10.6.0.0/24 via 10.5.0.2 dev v1 mtu 1200 
$ ip -n m1 route get 10.6.0.1
10.6.0.1 via 10.5.0.2 dev v1 src 10.5.0.1 uid 0 
    cache mtu 1200 
$ ip netns exec m1 ping -c 1 -W 1 -M do -s 1200 10.6.0.1
PING 10.6.0.1 (10.6.0.1) 1200(1228) bytes of data.
ping: local error: message too long, mtu=1200

--- 10.6.0.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec m1 cat /sys/class/net/v1/mtu
1500
$ ip netns exec m1 bash -c 'echo 1280 > /sys/class/net/v1/mtu; cat /sys/class/net/v1/mtu'
1280
$ ip netns exec m1 ping -c 1 -M want -s 1400 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 1400(1428) bytes of data.
ping: sendmsg: No buffer space available

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 19022ms

[1]
$ ip netns exec m1 ping -c 1 -M dont -s 1400 10.5.0.2
PING 10.5.0.2 (10.5.0.2) 1400(1428) bytes of data.
ping: sendmsg: No buffer space available

--- 10.5.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 19026ms

[1]
$ ip netns exec m1 ping -c 1 -M maybe -s 1400 10.5.0.2
ping: invalid -M argument: maybe
[2]
