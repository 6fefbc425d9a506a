# 라우터 네임스페이스로 서로 다른 대역 연결하기
# 구성: pc1(10.1.1.2) - router(10.1.1.1, 10.2.2.1) - pc2(10.2.2.2)
$ for ns in pc1 router pc2
> do
>     ip netns add $ns
>     ip netns exec $ns ip link set lo up   # 루프백 활성화
> done
$ ip link add veth-pc1 type veth peer name veth-r1
$ ip link add veth-pc2 type veth peer name veth-r2
$ ip link set veth-pc1 netns pc1 && ip link set veth-r1 netns router
$ ip link set veth-pc2 netns pc2 && ip link set veth-r2 netns router
$ ip netns exec pc1 ip addr add 10.1.1.2/24 dev veth-pc1
$ ip netns exec router ip addr add 10.1.1.1/24 dev veth-r1
$ ip netns exec router ip addr add 10.2.2.1/24 dev veth-r2
$ ip netns exec pc2 ip addr add 10.2.2.2/24 dev veth-pc2
$ ip netns exec pc1 ip link set veth-pc1 up
$ ip netns exec router bash -c "ip link set veth-r1 up && ip link set veth-r2 up"
$ ip netns exec pc2 ip link set veth-pc2 up
# 같은 대역은 통신 가능
$ ip netns exec pc1 ping -c 1 10.1.1.1
PING 10.1.1.1 (10.1.1.1) 56(84) bytes of data.
64 bytes from 10.1.1.1: icmp_seq=1 ttl=64 time=0.026 ms

--- 10.1.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.026/0.026/0.026/0.000 ms
# 다른 대역은 경로가 없어서 실패
$ ip netns exec pc1 ping -c 1 10.2.2.2
ping: connect: Network is unreachable
[2]
$ ip netns exec pc1 route add default gw 10.1.1.1 dev veth-pc1
$ ip netns exec pc1 route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         10.1.1.1        0.0.0.0         UG    0      0        0 veth-pc1
10.1.1.0        0.0.0.0         255.255.255.0   U     0      0        0 veth-pc1
$ ip netns exec pc1 ping -c 1 -W 1 10.2.2.1 # 라우터 반대편 주소는 응답한다
PING 10.2.2.1 (10.2.2.1) 56(84) bytes of data.
64 bytes from 10.2.2.1: icmp_seq=1 ttl=64 time=0.020 ms

--- 10.2.2.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.020/0.020/0.020/0.000 ms
$ ip netns exec pc1 ping -c 1 -W 1 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.

--- 10.2.2.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec pc2 route add -net 10.1.1.0 netmask 255.255.255.0 gw 10.2.2.1
$ ip netns exec pc2 route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.1.1.0        10.2.2.1        255.255.255.0   UG    0      0        0 veth-pc2
10.2.2.0        0.0.0.0         255.255.255.0   U     0      0        0 veth-pc2
$ ip netns exec pc1 ping -c 1 -W 1 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.

--- 10.2.2.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
# ip_forward 값을 확인하고 활성화
$ ip netns exec router sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ ip netns exec router sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip netns exec pc1 ping -c 2 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.
64 bytes from 10.2.2.2: icmp_seq=1 ttl=63 time=0.046 ms
64 bytes from 10.2.2.2: icmp_seq=2 ttl=63 time=0.054 ms

--- 10.2.2.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1029ms
rtt min/avg/max/mdev = 0.046/0.050/0.054/0.004 ms
$ ip netns exec pc1 arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.1.1.1                 ether   b2:de:ea:36:b7:e2   C                     veth-pc1
$ ip netns exec router arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.1.1.2                 ether   ee:0b:bf:d6:f7:73   C                     veth-r1
10.2.2.2                 ether   76:f6:73:3b:91:5a   C                     veth-r2
$ ip netns exec router ip -br -4 addr
lo               UNKNOWN        127.0.0.1/8 
veth-r1@if3      UP             10.1.1.1/24 
veth-r2@if5      UP             10.2.2.1/24 
$ ip netns exec router ip route
10.1.1.0/24 dev veth-r1 proto kernel scope link src 10.1.1.1 
10.2.2.0/24 dev veth-r2 proto kernel scope link src 10.2.2.1 
$ ip netns exec pc1 ping -c 1 -t 1 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.
From 10.1.1.1 icmp_seq=1 Time to live exceeded

--- 10.2.2.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
# 라우터의 링크를 내리면?
$ ip netns exec router ip link set veth-r2 down
$ ip netns exec pc1 ping -c 1 -W 1 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.
From 10.1.1.1 icmp_seq=1 Destination Net Unreachable

--- 10.2.2.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec router ip route
10.1.1.0/24 dev veth-r1 proto kernel scope link src 10.1.1.1 
$ ip netns exec pc2 ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
veth-pc2@if4     DOWN           76:f6:73:3b:91:5a <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip netns exec router ip link set veth-r2 up
$ ip netns exec pc1 ping -c 1 -W 3 10.2.2.2
PING 10.2.2.2 (10.2.2.2) 56(84) bytes of data.
64 bytes from 10.2.2.2: icmp_seq=1 ttl=63 time=0.066 ms

--- 10.2.2.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.066/0.066/0.066/0.000 ms
$ echo "결과: 정상" && echo '끝'
결과: 정상
끝
$ printf '%s\n' 하나 둘 셋 | sort
둘
셋
하나
$ ip -all netns delete
$ ip netns
