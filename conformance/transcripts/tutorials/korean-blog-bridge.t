# 브릿지로 컨테이너 3개 연결하기
$ ip link add br0 type bridge # 브릿지 생성
$ ip link set br0 up # 활성화
$ ip addr add 10.100.0.1/24 dev br0
$ ip link set br0 address 02:42:00:00:00:01
$ ip a show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 02:42:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 10.100.0.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::a414:76ff:fe50:4114/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ RED=red BLUE=blue GREEN=green
$ for ns in $RED $BLUE $GREEN
> do
>   ip netns add $ns          # 네임스페이스
>   ip link add veth-$ns type veth peer name eth0 netns $ns
>   ip link set veth-$ns master br0 # 브릿지에 연결
>   ip link set veth-$ns up
> done
$ ip netns exec red ip addr add 10.100.0.11/24 dev eth0
$ ip netns exec blue ip addr add 10.100.0.12/24 dev eth0
$ ip netns exec green ip addr add 10.100.0.13/24 dev eth0
$ ip netns exec red ip link set eth0 up
$ ip netns exec blue ip link set eth0 up
$ ip netns exec red ping -c 1 10.100.0.12
PING 10.100.0.12 (10.100.0.12) 56(84) bytes of data.
64 bytes from 10.100.0.12: icmp_seq=1 ttl=64 time=0.186 ms

--- 10.100.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.186/0.186/0.186/0.000 ms
$ ip netns exec red ping -c 1 -W 1 10.100.0.13 # green은 아직 down
PING 10.100.0.13 (10.100.0.13) 56(84) bytes of data.

--- 10.100.0.13 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -br link show type veth
veth-red@if2     UP             d2:41:4c:db:8d:9c <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth-blue@if2    UP             6a:d4:db:ba:1a:3c <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth-green@if2   LOWERLAYERDOWN 4a:71:51:32:45:f3 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip netns exec green ip link set eth0 up
$ sleep 2 # ARP 실패가 풀릴 때까지 기다린다
$ ip netns exec red ping -c 1 -W 1 10.100.0.13
PING 10.100.0.13 (10.100.0.13) 56(84) bytes of data.
64 bytes from 10.100.0.13: icmp_seq=1 ttl=64 time=0.040 ms

--- 10.100.0.13 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip netns exec red ip n
10.100.0.12 dev eth0 lladdr 3e:bf:9c:9b:15:dc REACHABLE 
10.100.0.13 dev eth0 lladdr ba:55:69:4c:4b:66 REACHABLE 
$ brctl show
bridge name	bridge id		STP enabled	interfaces
br0		8000.024200000001	no		veth-blue
							veth-green
							veth-red
$ bridge link show
3: veth-red@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: veth-blue@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
5: veth-green@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ bridge link show br0
3: veth-red@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: veth-blue@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
5: veth-green@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ bridge link show dev veth-red
3: veth-red@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ ip link show master br0
3: veth-red@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether d2:41:4c:db:8d:9c brd ff:ff:ff:ff:ff:ff link-netns red
4: veth-blue@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether 6a:d4:db:ba:1a:3c brd ff:ff:ff:ff:ff:ff link-netns blue
5: veth-green@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether 4a:71:51:32:45:f3 brd ff:ff:ff:ff:ff:ff link-netns green
$ ip netns exec red ping -c 1 10.100.0.1
PING 10.100.0.1 (10.100.0.1) 56(84) bytes of data.
64 bytes from 10.100.0.1: icmp_seq=1 ttl=64 time=0.057 ms

--- 10.100.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.057/0.057/0.057/0.000 ms
$ ip netns exec red ip route add default via 10.100.0.1
$ ip netns exec red ip route
default via 10.100.0.1 dev eth0 
10.100.0.0/24 dev eth0 proto kernel scope link src 10.100.0.11 
$ ip netns exec red ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ cat /proc/sys/net/ipv4/ip_forward
0
$ echo 1 > /proc/sys/net/ipv4/ip_forward
$ cat /proc/sys/net/ipv4/ip_forward
1
$ ip netns exec red ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
From 10.100.0.1 icmp_seq=1 Destination Net Unreachable

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.100.0.11              ether   de:d8:8b:7b:98:21   C                     br0
$ arp -a
? (10.100.0.11) at de:d8:8b:7b:98:21 [ether] on br0
$ ip link delete br0
$ ip route
$ for ns in red blue green; do ip netns del $ns; done; ip netns; sleep 1; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
