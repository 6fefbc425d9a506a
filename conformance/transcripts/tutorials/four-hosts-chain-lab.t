# A chain of three routers built by a loop, and traced with growing TTLs
$ N=5
$ for i in $(seq 1 $N); do ip netns add n$i; ip netns exec n$i ip link set lo up; ip netns exec n$i sysctl -qw net.ipv4.ip_forward=1; done
$ for i in $(seq 1 $((N-1))); do j=$((i+1)); ip link add n$i-n$j netns n$i type veth peer name n$j-n$i netns n$j; ip -n n$i addr add 10.0.$i.1/24 dev n$i-n$j; ip -n n$j addr add 10.0.$i.2/24 dev n$j-n$i; ip -n n$i link set n$i-n$j up; ip -n n$j link set n$j-n$i up; done
$ ip netns | wc -l
5
$ ip -n n2 -br -4 addr
lo               UNKNOWN        127.0.0.1/8 
n2-n1@if2        DOWN           10.0.1.2/24 
n2-n3@if2        UP             10.0.2.1/24 
$ for i in 1 2 3 4; do ip -n n$i route add default via 10.0.$i.2; done
$ ip netns exec n1 ping -c 1 -W 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ for i in 3 4 5; do k=$((i-1)); for d in $(seq 1 $((i-2))); do ip -n n$i route add 10.0.$d.0/24 via 10.0.$k.1; done; done
$ ip -n n5 route
10.0.1.0/24 via 10.0.4.1 dev n5-n4 
10.0.2.0/24 via 10.0.4.1 dev n5-n4 
10.0.3.0/24 via 10.0.4.1 dev n5-n4 
10.0.4.0/24 dev n5-n4 proto kernel scope link src 10.0.4.2 
$ ip netns exec n1 ping -c 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
64 bytes from 10.0.4.2: icmp_seq=1 ttl=61 time=0.045 ms

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.045/0.045/0.045/0.000 ms
$ for t in 1 2 3 4; do ip netns exec n1 ping -c 1 -W 1 -t $t 10.0.4.2 | sed -n 2p; done
From 10.0.1.2 icmp_seq=1 Time to live exceeded
From 10.0.2.2 icmp_seq=1 Time to live exceeded
From 10.0.3.2 icmp_seq=1 Time to live exceeded
64 bytes from 10.0.4.2: icmp_seq=1 ttl=61 time=0.043 ms
$ ip netns exec n5 ping -c 1 -W 1 -t 1 10.0.1.1
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.
From 10.0.4.1 icmp_seq=1 Time to live exceeded

--- 10.0.1.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec n5 ping -c 2 -i 0.2 10.0.1.1
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.
64 bytes from 10.0.1.1: icmp_seq=1 ttl=61 time=0.032 ms
64 bytes from 10.0.1.1: icmp_seq=2 ttl=61 time=0.048 ms

--- 10.0.1.1 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 201ms
rtt min/avg/max/mdev = 0.032/0.040/0.048/0.008 ms
$ ip netns exec n3 ip route get 10.0.1.1
10.0.1.1 via 10.0.2.1 dev n3-n2 src 10.0.2.2 uid 0 
    cache 
$ ip netns exec n3 ip route get 10.0.4.2
10.0.4.2 via 10.0.3.2 dev n3-n4 src 10.0.3.1 uid 0 
    cache 
$ ip -n n3 route del default
$ ip netns exec n1 ping -c 1 -W 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
From 10.0.2.2 icmp_seq=1 Destination Net Unreachable

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec n1 ping -c 1 -W 1 10.0.3.2
PING 10.0.3.2 (10.0.3.2) 56(84) bytes of data.
64 bytes from 10.0.3.2: icmp_seq=1 ttl=62 time=0.035 ms

--- 10.0.3.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.035/0.035/0.035/0.000 ms
$ ip -n n3 route add 10.0.4.0/24 via 10.0.3.2 metric 50
$ ip -n n3 route add 10.0.4.0/24 via 10.0.2.1 metric 10
$ ip -n n3 route show 10.0.4.0/24
10.0.4.0/24 via 10.0.2.1 dev n3-n2 metric 10 
10.0.4.0/24 via 10.0.3.2 dev n3-n4 metric 50 
$ ip netns exec n1 ping -c 1 -W 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
From 10.0.2.2 icmp_seq=1 Time to live exceeded

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n n3 route del 10.0.4.0/24 metric 10
$ ip netns exec n1 ping -c 1 -W 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
64 bytes from 10.0.4.2: icmp_seq=1 ttl=61 time=0.032 ms

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ ip -n n2 route add unreachable 10.0.4.2/32
$ ip netns exec n1 ping -c 1 -W 1 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
From 10.0.1.2 icmp_seq=1 Destination Host Unreachable

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n n2 route del unreachable 10.0.4.2
$ ip -n n3 link set n3-n2 down
$ ip netns exec n1 ping -c 1 -W 5 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.
From 10.0.1.2 icmp_seq=1 Destination Host Unreachable

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n n2 route
default via 10.0.2.2 dev n2-n3 linkdown 
10.0.1.0/24 dev n2-n1 proto kernel scope link src 10.0.1.2 
10.0.2.0/24 dev n2-n3 proto kernel scope link src 10.0.2.1 linkdown 
$ ip -n n3 route
10.0.3.0/24 dev n3-n4 proto kernel scope link src 10.0.3.1 
10.0.4.0/24 via 10.0.3.2 dev n3-n4 metric 50 
$ ip -n n3 link set n3-n2 up
$ ip -n n3 route
10.0.2.0/24 dev n3-n2 proto kernel scope link src 10.0.2.2 
10.0.3.0/24 dev n3-n4 proto kernel scope link src 10.0.3.1 
10.0.4.0/24 via 10.0.3.2 dev n3-n4 metric 50 
$ sleep 1; ip netns exec n1 ping -c 1 -W 2 10.0.4.2
PING 10.0.4.2 (10.0.4.2) 56(84) bytes of data.

--- 10.0.4.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ for i in 1 2 3 4 5; do ip netns del n$i; done; ip netns; echo "left: $(ls /run/netns | wc -l)"
left: 0
