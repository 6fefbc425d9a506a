# A small MTU behind a router: fragmentation needed
$ for n in left gw right; do ip netns add $n; ip -n $n link set lo up; done
$ ip link add l0 netns left type veth peer name g0 netns gw
$ ip link add r0 netns right type veth peer name g1 netns gw
$ ip -n left addr add 10.1.1.2/24 dev l0; ip -n gw addr add 10.1.1.1/24 dev g0
$ ip -n right addr add 10.1.2.2/24 dev r0; ip -n gw addr add 10.1.2.1/24 dev g1
$ ip -n left link set l0 up; ip -n right link set r0 up; ip -n gw link set g0 up; ip -n gw link set g1 up
$ ip -n left route add default via 10.1.1.1; ip -n right route add default via 10.1.2.1
$ ip netns exec gw sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip -n gw link set g1 mtu 1000; ip -n right link set r0 mtu 1000
$ ip netns exec left ping -c 1 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 56(84) bytes of data.
64 bytes from 10.1.2.2: icmp_seq=1 ttl=63 time=0.040 ms

--- 10.1.2.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip netns exec left ping -c 2 -M do -s 1400 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 1400(1428) bytes of data.
From 10.1.1.1 icmp_seq=1 Frag needed and DF set (mtu = 1000)
ping: local error: message too long, mtu=1000

--- 10.1.2.2 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1022ms

[1]
$ ip -n left route get 10.1.2.2 | sed 's/expires [0-9]*sec/expires N/'
10.1.2.2 via 10.1.1.1 dev l0 src 10.1.1.2 uid 0 
    cache expires N mtu 1000 
$ ip netns exec left ping -c 1 -s 1400 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 1400(1428) bytes of data.
1408 bytes from 10.1.2.2: icmp_seq=1 ttl=63 time=0.049 ms

--- 10.1.2.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.049/0.049/0.049/0.000 ms
$ ip -n left route flush cache
$ ip -n left route get 10.1.2.2
10.1.2.2 via 10.1.1.1 dev l0 src 10.1.1.2 uid 0 
    cache 
$ ip netns exec left ping -c 1 -M dont -s 1400 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 1400(1428) bytes of data.
1408 bytes from 10.1.2.2: icmp_seq=1 ttl=63 time=0.048 ms

--- 10.1.2.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.048/0.048/0.048/0.000 ms
$ ip netns exec left ping -c 1 -M do -s 972 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 972(1000) bytes of data.
980 bytes from 10.1.2.2: icmp_seq=1 ttl=63 time=0.033 ms

--- 10.1.2.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.033/0.033/0.033/0.000 ms
$ ip netns exec right ping -c 1 -s 1400 10.1.1.2
PING 10.1.1.2 (10.1.1.2) 1400(1428) bytes of data.
1408 bytes from 10.1.1.2: icmp_seq=1 ttl=63 time=0.046 ms

--- 10.1.1.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.046/0.046/0.046/0.000 ms
$ ip netns exec right ping -c 1 -M do -s 1400 10.1.1.2
PING 10.1.1.2 (10.1.1.2) 1400(1428) bytes of data.
ping: local error: message too long, mtu=1000

--- 10.1.1.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n gw -s link show g1 | head -2
3: g1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1000 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 0e:35:29:8a:48:0b brd ff:ff:ff:ff:ff:ff link-netns right
$ ip netns exec left ping -c 1 -t 1 -s 100 10.1.2.2
PING 10.1.2.2 (10.1.2.2) 100(128) bytes of data.
From 10.1.1.1 icmp_seq=1 Time to live exceeded

--- 10.1.2.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
