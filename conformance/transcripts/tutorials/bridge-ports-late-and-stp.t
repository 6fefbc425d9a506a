# Ports added late, bridge down, stp, hairpin, isolated ports, two bridges joined
$ ip link add br0 type bridge
$ for i in 1 2 3; do ip netns add h$i; ip link add p$i address 02:00:00:00:00:1$i type veth peer name eth0 netns h$i; ip -n h$i addr add 10.0.0.$i/24 dev eth0; ip -n h$i link set eth0 up; ip link set p$i up; done
$ ip link set p1 master br0; ip link set p2 master br0
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link show br0
2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff
$ ip link set br0 up
$ ip netns exec h1 ping -c 1 -W 3 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=1011 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 1011.386/1011.386/1011.386/0.000 ms
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link set p3 master br0
$ sleep 2; ip netns exec h1 ping -c 1 -W 2 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.
64 bytes from 10.0.0.3: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ bridge link
3: p1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: p2@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
5: p3@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ ip -d link show p3 | grep -o 'bridge_slave state [a-z]* priority [0-9]* cost [0-9]* hairpin [a-z]*'
bridge_slave state forwarding priority 32 cost 2 hairpin off
$ bridge link set dev p1 isolated on
$ bridge link set dev p2 isolated on
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep loss
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ bridge link set dev p1 isolated off
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ bridge link set dev p1 hairpin on
$ bridge -d link show dev p1 | grep -o 'hairpin [a-z]*'
hairpin on
$ ip link add br1 type bridge; ip link set br1 up
$ ip link set p3 master br1
$ bridge link | cut -d' ' -f2-12
p1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost
p2@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost
p3@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3 | grep loss
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ ip link add tr0 type veth peer name tr1
$ ip link set tr0 master br0; ip link set tr1 master br1
$ ip link set tr0 up; ip link set tr1 up
$ sleep 3; ip netns exec h1 ping -c 1 -W 2 10.0.0.3 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip -br link show master br0 | cut -c1-24
p1@if2           UP     
p2@if2           UP     
tr0@tr1          UP     
$ ip -br link show master br1 | cut -c1-24
p3@if2           UP     
tr1@tr0          UP     
$ ip link set br1 down
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3 | grep loss
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ ip link set br1 up
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip link set dev br0 type bridge stp_state 1
$ bridge link show dev p1
3: p1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ cat /sys/class/net/br0/bridge/stp_state
1
$ ls /sys/class/net/br0/brif/
p1
p2
tr0
$ ip link del tr0
$ ip -br link show master br1 | cut -c1-24
p3@if2           UP     
$ ip link set p1 nomaster
$ ip link set p1 nomaster
$ ip link set br0 nomaster
$ ip addr add 10.0.0.254/24 dev p1
$ ping -c 1 -W 2 10.0.0.1 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
