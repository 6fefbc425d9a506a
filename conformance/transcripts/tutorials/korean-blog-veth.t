# 네트워크 네임스페이스 만들기 (리눅스 컨테이너 네트워크 기초)
$ ip netns add container1
$ ip netns add container2
$ ip netns list
container2
container1
# veth 페어 생성
$ ip link add veth1 type veth peer name veth2
$ ip link show type veth
2: veth2@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 2a:b4:8d:ea:2c:b7 brd ff:ff:ff:ff:ff:ff
3: veth1@veth2: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 6a:f6:50:0c:5d:e4 brd ff:ff:ff:ff:ff:ff
# 네임스페이스로 이동
$ ip link set veth1 netns container1
$ ip link set veth2 netns container2
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
# IP 주소 할당
$ ip netns exec container1 ip addr add 192.168.100.1/24 dev veth1
$ ip netns exec container2 ip addr add 192.168.100.2/24 dev veth2
# 아직 UP 상태가 아니므로 통신이 되지 않는다
$ ip netns exec container1 ping -c 1 192.168.100.2
ping: connect: Network is unreachable
[2]
$ ip netns exec container1 ip link set veth1 up
$ ip netns exec container1 ping -c 2 -W 1 192.168.100.2
PING 192.168.100.2 (192.168.100.2) 56(84) bytes of data.

--- 192.168.100.2 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1018ms

[1]
$ ip netns exec container2 ip link set veth2 up
$ ip netns exec container1 ping -c 3 192.168.100.2
PING 192.168.100.2 (192.168.100.2) 56(84) bytes of data.
64 bytes from 192.168.100.2: icmp_seq=1 ttl=64 time=16.6 ms
64 bytes from 192.168.100.2: icmp_seq=2 ttl=64 time=0.051 ms
64 bytes from 192.168.100.2: icmp_seq=3 ttl=64 time=0.047 ms

--- 192.168.100.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 2033ms
rtt min/avg/max/mdev = 0.047/5.575/16.629/7.815 ms
$ echo "통신 성공!"
통신 성공!
$ ip netns exec container1 arp -a
? (192.168.100.2) at 2a:b4:8d:ea:2c:b7 [ether] on veth1
$ ip netns exec container1 ip neigh show
192.168.100.2 dev veth1 lladdr 2a:b4:8d:ea:2c:b7 REACHABLE 
# 라우팅 테이블 확인
$ ip netns exec container1 route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
192.168.100.0   0.0.0.0         255.255.255.0   U     0      0        0 veth1
$ ip netns exec container1 ip route
192.168.100.0/24 dev veth1 proto kernel scope link src 192.168.100.1 
# 호스트에서는 통신 불가
$ ping -c 1 192.168.100.1
ping: connect: Network is unreachable
[2]
$ ip netns exec container1 ping -c 1 192.168.100.1
PING 192.168.100.1 (192.168.100.1) 56(84) bytes of data.

--- 192.168.100.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec container1 ip link set lo up
$ ip netns exec container1 ping -c 1 192.168.100.1
PING 192.168.100.1 (192.168.100.1) 56(84) bytes of data.
64 bytes from 192.168.100.1: icmp_seq=1 ttl=64 time=0.027 ms

--- 192.168.100.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.027/0.027/0.027/0.000 ms
$ ip netns exec container1 ping -c 1 127.0.0.1
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.196 ms

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.196/0.196/0.196/0.000 ms
$ ip netns exec container1 ip addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
3: veth1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 6a:f6:50:0c:5d:e4 brd ff:ff:ff:ff:ff:ff link-netns container2
    inet 192.168.100.1/24 scope global veth1
       valid_lft forever preferred_lft forever
    inet6 fe80::68f6:50ff:fe0c:5de4/64 scope link 
       valid_lft forever preferred_lft forever
# 삭제
$ ip netns exec container1 ip link delete veth1
$ ip netns exec container2 ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip netns delete container1
$ ip netns delete container2
$ ip netns list
$ for 이름 in a b; do echo $이름; done
bash: `이름': not a valid identifier
[1]
$ echo "네임스페이스 개수: $(ip netns | wc -l)개"
네임스페이스 개수: 0개
