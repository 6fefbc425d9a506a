# Four hosts on one bridge in two VLANs, a trunk with a tagged host, and the bridge itself in a VLAN.
# Recorded on a kernel with CONFIG_BRIDGE_VLAN_FILTERING.
#! world: bare
$ ip link add br0 type bridge vlan_filtering 1; ip link set br0 up
$ for i in 1 2 3 4; do ip netns add n$i; ip netns exec n$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip link add v$i type veth peer name eth0 netns n$i; ip link set v$i master br0; ip link set v$i up; ip -n n$i link set eth0 up; ip -n n$i addr add 10.0.0.$i/24 dev eth0; done
$ sleep 1; bridge vlan show
port              vlan-id  
br0               1 PVID Egress Untagged
v1                1 PVID Egress Untagged
v2                1 PVID Egress Untagged
v3                1 PVID Egress Untagged
v4                1 PVID Egress Untagged
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.095 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.095/0.095/0.095/0.000 ms
$ bridge vlan add vid 10 dev v1 pvid untagged; bridge vlan add vid 10 dev v2 pvid untagged
$ bridge vlan
port              vlan-id  
br0               1 PVID Egress Untagged
v1                1 Egress Untagged
                  10 PVID Egress Untagged
v2                1 Egress Untagged
                  10 PVID Egress Untagged
v3                1 PVID Egress Untagged
v4                1 PVID Egress Untagged
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.073 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.073/0.073/0.073/0.000 ms
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec n3 ping -c 1 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.162 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 1ms
rtt min/avg/max/mdev = 0.162/0.162/0.162/0.000 ms
$ bridge vlan del vid 1 dev v1; bridge vlan show dev v1
port              vlan-id  
v1                10 PVID Egress Untagged
$ bridge vlan add vid 10 dev v3; bridge vlan show dev v3
port              vlan-id  
v3                1 PVID Egress Untagged
                  10
$ ip -n n3 link add link eth0 name eth0.10 type vlan id 10; ip -n n3 link set eth0.10 up; ip -n n3 addr add 10.0.10.3/24 dev eth0.10
$ ip -n n1 addr add 10.0.10.1/24 dev eth0
$ ip netns exec n1 ping -c 1 -W 1 10.0.10.3
PING 10.0.10.3 (10.0.10.3) 56(84) bytes of data.
64 bytes from 10.0.10.3: icmp_seq=1 ttl=64 time=0.162 ms

--- 10.0.10.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 2ms
rtt min/avg/max/mdev = 0.162/0.162/0.162/0.000 ms
$ bridge fdb show br br0 vlan 10 dynamic
9a:bc:03:eb:22:79 dev v1 vlan 10 master br0 
3a:7d:07:ce:24:3e dev v2 vlan 10 master br0 
ee:f7:e0:e1:b3:fb dev v3 vlan 10 master br0 
$ bridge vlan add vid 10 dev br0 self
$ ip link add link br0 name br0.10 type vlan id 10; ip link set br0.10 up; ip addr add 10.0.10.254/24 dev br0.10
$ ip netns exec n1 ping -c 1 -W 1 10.0.10.254
PING 10.0.10.254 (10.0.10.254) 56(84) bytes of data.
64 bytes from 10.0.10.254: icmp_seq=1 ttl=64 time=0.095 ms

--- 10.0.10.254 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.095/0.095/0.095/0.000 ms
$ ip netns exec n3 ping -c 1 -W 1 10.0.10.254
PING 10.0.10.254 (10.0.10.254) 56(84) bytes of data.
64 bytes from 10.0.10.254: icmp_seq=1 ttl=64 time=0.086 ms

--- 10.0.10.254 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.086/0.086/0.086/0.000 ms
$ ip netns exec n4 ping -c 1 -W 1 10.0.10.254
ping: connect: Network is unreachable
[2]
$ ip addr add 10.0.0.254/24 dev br0; ip netns exec n4 ping -c 1 -W 1 10.0.0.254
PING 10.0.0.254 (10.0.0.254) 56(84) bytes of data.
64 bytes from 10.0.0.254: icmp_seq=1 ttl=64 time=0.149 ms

--- 10.0.0.254 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 3ms
rtt min/avg/max/mdev = 0.149/0.149/0.149/0.000 ms
$ bridge vlan del vid 1 dev br0 self; ip netns exec n4 ping -c 1 -W 1 10.0.0.254
PING 10.0.0.254 (10.0.0.254) 56(84) bytes of data.

--- 10.0.0.254 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 1ms

[1]
$ ip link set br0 type bridge vlan_filtering 0; ip netns exec n1 ping -c 1 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.192 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.192/0.192/0.192/0.000 ms
$ ip link set br0 type bridge vlan_filtering 1; ip netns exec n1 ping -c 1 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ bridge vlan show
port              vlan-id  
br0               10
v1                10 PVID Egress Untagged
v2                1 Egress Untagged
                  10 PVID Egress Untagged
v3                1 PVID Egress Untagged
                  10
v4                1 PVID Egress Untagged
