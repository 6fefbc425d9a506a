# Three namespaces on a bridge, built by a loop
$ ip link add name br0 type bridge
$ ip link set dev br0 up
$ for i in 1 2 3; do
>   ip netns add ns$i
>   ip link add veth$i address 02:00:00:00:00:0$i type veth peer name eth0 netns ns$i
>   ip link set veth$i master br0
>   ip link set veth$i up
>   ip -n ns$i addr add 10.10.0.$i/24 dev eth0
>   ip -n ns$i link set eth0 up
>   ip -n ns$i link set lo up
> done
$ ip netns list
ns3 (id: 2)
ns2 (id: 1)
ns1 (id: 0)
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
br0              UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth1@if2        UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth2@if2        UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth3@if2        UP             02:00:00:00:00:03 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ bridge link
3: veth1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: veth2@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
5: veth3@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ for i in 1 2 3; do for j in 1 2 3; do ip netns exec ns$i ping -c 1 -W 1 10.10.0.$j > /dev/null && echo "ns$i -> ns$j OK" || echo "ns$i -> ns$j FAIL"; done; done
ns1 -> ns1 OK
ns1 -> ns2 OK
ns1 -> ns3 OK
ns2 -> ns1 OK
ns2 -> ns2 OK
ns2 -> ns3 OK
ns3 -> ns1 OK
ns3 -> ns2 OK
ns3 -> ns3 OK
$ ip netns exec ns1 ip neigh
10.10.0.3 dev eth0 lladdr ea:00:66:79:8f:e3 REACHABLE 
10.10.0.2 dev eth0 lladdr 56:d1:ad:e2:fc:e0 REACHABLE 
$ ip netns exec ns1 arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.10.0.3                ether   ea:00:66:79:8f:e3   C                     eth0
10.10.0.2                ether   56:d1:ad:e2:fc:e0   C                     eth0
$ bridge fdb show br br0 | grep -v permanent
82:24:32:6c:cc:e0 dev veth1 master br0 
56:d1:ad:e2:fc:e0 dev veth2 master br0 
ea:00:66:79:8f:e3 dev veth3 master br0 
$ ip -n ns1 route
10.10.0.0/24 dev eth0 proto kernel scope link src 10.10.0.1 
$ ip netns exec ns1 ping -c 1 10.10.0.254
PING 10.10.0.254 (10.10.0.254) 56(84) bytes of data.
From 10.10.0.1 icmp_seq=1 Destination Host Unreachable

--- 10.10.0.254 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec ns1 ip neigh show 10.10.0.254
10.10.0.254 dev eth0 FAILED 
$ ip addr add 10.10.0.254/24 dev br0
$ ip netns exec ns1 ping -c 1 10.10.0.254
PING 10.10.0.254 (10.10.0.254) 56(84) bytes of data.
64 bytes from 10.10.0.254: icmp_seq=1 ttl=64 time=0.058 ms

--- 10.10.0.254 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.058/0.058/0.058/0.000 ms
$ ping -c 1 10.10.0.3
PING 10.10.0.3 (10.10.0.3) 56(84) bytes of data.
64 bytes from 10.10.0.3: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.10.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ip neigh
10.10.0.1 dev br0 lladdr 82:24:32:6c:cc:e0 DELAY 
10.10.0.3 dev br0 lladdr ea:00:66:79:8f:e3 REACHABLE 
$ ip link set veth3 nomaster
$ bridge link show
3: veth1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: veth2@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ ip netns exec ns1 ping -c 1 -W 1 10.10.0.3
PING 10.10.0.3 (10.10.0.3) 56(84) bytes of data.

--- 10.10.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec ns1 ping -c 1 -W 1 10.10.0.2 | tail -2
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
$ ip link set veth3 master br0
$ ip netns exec ns1 ping -c 1 10.10.0.3
PING 10.10.0.3 (10.10.0.3) 56(84) bytes of data.
64 bytes from 10.10.0.3: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.10.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip link set veth2 down
$ bridge link show dev veth2
4: veth2@br0: <BROADCAST,MULTICAST> mtu 1500 master br0 state disabled priority 32 cost 2 
$ ip netns exec ns1 ping -c 1 -W 1 10.10.0.2 | grep loss
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ ip netns exec ns2 ip -br link show eth0
eth0@if4         DOWN           56:d1:ad:e2:fc:e0 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip link set veth2 up
$ sleep 1
$ ip netns exec ns1 ping -c 1 10.10.0.2 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip link del br0
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1@if2        UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth2@if2        UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth3@if2        UP             02:00:00:00:00:03 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip netns exec ns1 ping -c 1 -W 1 10.10.0.2
PING 10.10.0.2 (10.10.0.2) 56(84) bytes of data.

--- 10.10.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link add br0 type bridge && ip link set br0 up
$ for i in 1 2 3; do ip link set veth$i master br0; done
$ ip netns exec ns1 ping -c 1 10.10.0.2
PING 10.10.0.2 (10.10.0.2) 56(84) bytes of data.
64 bytes from 10.10.0.2: icmp_seq=1 ttl=64 time=0.041 ms

--- 10.10.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
