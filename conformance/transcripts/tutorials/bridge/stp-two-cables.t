# Two bridges with two cables between them: the spanning tree blocks one, and opens it when the other is cut.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br1 type bridge stp_state 1 priority 4096; ip link add br2 type bridge stp_state 1
$ ip link add x1 address 02:00:00:00:00:11 type veth peer name y1 address 02:00:00:00:00:21; ip link add x2 address 02:00:00:00:00:12 type veth peer name y2 address 02:00:00:00:00:22
$ for i in 1 2; do ip link set x$i master br1; ip link set y$i master br2; ip link set x$i up; ip link set y$i up; done; ip link set br1 up; ip link set br2 up
$ for i in 1 2; do ip netns add n$i; ip netns exec n$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip link add v$i type veth peer name eth0 netns n$i; ip link set v$i master br$i; ip link set v$i up; ip -n n$i link set eth0 up; ip -n n$i addr add 10.0.0.$i/24 dev eth0; done
$ sleep 3; bridge link
4: y1@x1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state listening priority 32 cost 2 
5: x1@y1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state listening priority 32 cost 2 
6: y2@x2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state blocking priority 32 cost 2 
7: x2@y2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state listening priority 32 cost 2 
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state listening priority 32 cost 2 
9: v2@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state listening priority 32 cost 2 
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 14; bridge link
4: y1@x1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state learning priority 32 cost 2 
5: x1@y1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state learning priority 32 cost 2 
6: y2@x2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state blocking priority 32 cost 2 
7: x2@y2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state learning priority 32 cost 2 
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state learning priority 32 cost 2 
9: v2@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state learning priority 32 cost 2 
$ sleep 15; bridge link
4: y1@x1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state forwarding priority 32 cost 2 
5: x1@y1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
6: y2@x2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state blocking priority 32 cost 2 
7: x2@y2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
9: v2@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state forwarding priority 32 cost 2 
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.075 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.075/0.075/0.075/0.000 ms
$ cat /sys/class/net/br2/bridge/root_id /sys/class/net/br2/bridge/root_port /sys/class/net/br2/bridge/root_path_cost /sys/class/net/br2/bridge/topology_change
1000.020000000011
1
2
1
$ cat /sys/class/net/y2/brport/designated_root /sys/class/net/y2/brport/designated_port /sys/class/net/y2/brport/designated_cost /sys/class/net/y2/brport/state
1000.020000000011
32770
0
4
$ ip -d link show y2 | grep -o 'bridge_slave state [a-z]* \|designated_[a-z]* [^ ]*'
bridge_slave state blocking 
designated_port 32770
designated_cost 0
designated_bridge 1000.2:0:0:0:0:11
designated_root 1000.2:0:0:0:0:11
$ ip link set x1 down; bridge link
4: y1@x1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br2 state disabled priority 32 cost 2 
5: x1@y1: <BROADCAST,MULTICAST> mtu 1500 master br1 state disabled priority 32 cost 2 
6: y2@x2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state listening priority 32 cost 2 
7: x2@y2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
9: v2@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state forwarding priority 32 cost 2 
$ ip netns exec n1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 31; bridge link; ip netns exec n1 ping -c 1 -W 1 10.0.0.2
4: y1@x1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br2 state disabled priority 32 cost 2 
5: x1@y1: <BROADCAST,MULTICAST> mtu 1500 master br1 state disabled priority 32 cost 2 
6: y2@x2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state forwarding priority 32 cost 2 
7: x2@y2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 32 cost 2 
9: v2@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br2 state forwarding priority 32 cost 2 
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.086 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.086/0.086/0.086/0.000 ms
$ ip link set br2 type bridge priority 0; sleep 3; cat /sys/class/net/br1/bridge/root_id /sys/class/net/br1/bridge/root_port
0000.020000000021
2
$ bridge link set dev v1 state 4
RTNETLINK answers: Device or resource busy
[255]
$ bridge link set dev v1 cost 100; bridge link set dev v1 priority 64
RTNETLINK answers: Numerical result out of range
[255]
$ bridge link set dev v1 priority 10; bridge link show dev v1
8: v1@br1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br1 state forwarding priority 10 cost 100 
