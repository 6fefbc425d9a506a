# Learning, flooding and forgetting: bridge fdb
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge ageing_time 1000
$ ip link set br0 address 02:00:00:00:00:01
$ ip link set br0 up
$ for i in 1 2 3; do ip netns add h$i; ip netns exec h$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip link add port$i type veth peer name eth0 address 02:00:00:00:01:0$i netns h$i; ip link set port$i address 02:00:00:00:02:0$i; ip link set port$i master br0; ip link set port$i up; ip -n h$i addr add 192.168.50.$i/24 dev eth0; ip -n h$i link set eth0 up; done
$ bridge fdb show br br0 | grep -v 33:33 | grep -v 01:00:5e
02:00:00:00:00:01 dev br0 master br0 permanent
02:00:00:00:02:01 dev port1 master br0 permanent
02:00:00:00:02:02 dev port2 master br0 permanent
02:00:00:00:02:03 dev port3 master br0 permanent
$ bridge fdb show dev port1 | grep -v 33:33
02:00:00:00:02:01 master br0 permanent
01:00:5e:00:00:01 self permanent
$ ip netns exec h1 ping -c 1 192.168.50.2 > /dev/null
$ bridge fdb show br br0 | grep ' 02:00:00:00:01\|^02:00:00:00:01'
02:00:00:00:01:01 dev port1 master br0 
02:00:00:00:01:02 dev port2 master br0 
$ bridge fdb show brport port1
02:00:00:00:01:01 master br0 
02:00:00:00:02:01 master br0 permanent
33:33:00:00:00:01 self permanent
01:00:5e:00:00:01 self permanent
$ bridge fdb get 02:00:00:00:01:01 br br0
02:00:00:00:01:01 dev port1 master br0 
$ bridge fdb get 02:00:00:00:01:03 br br0
Error: Fdb entry not found.
[254]
$ sleep 12; bridge fdb show br br0 | grep ^02:00:00:00:01
02:00:00:00:01:01 dev port1 master br0 
02:00:00:00:01:02 dev port2 master br0 
$ ip netns exec h3 ping -c 1 192.168.50.1 > /dev/null
$ bridge fdb show br br0 | grep ^02:00:00:00:01
02:00:00:00:01:01 dev port1 master br0 
02:00:00:00:01:02 dev port2 master br0 
02:00:00:00:01:03 dev port3 master br0 
$ bridge fdb flush dev br0
$ bridge fdb show br br0 | grep ^02:00:00:00:01
[1]
$ bridge fdb add 02:00:00:00:01:02 dev port3 master static
$ bridge fdb show br br0 | grep ^02:00:00:00:01
02:00:00:00:01:02 dev port3 master br0 static
$ ip netns exec h1 ping -c 1 -W 1 192.168.50.2
PING 192.168.50.2 (192.168.50.2) 56(84) bytes of data.

--- 192.168.50.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ bridge fdb add 02:00:00:00:01:02 dev port3 master static
RTNETLINK answers: File exists
[255]
$ bridge fdb del 02:00:00:00:01:02 dev port3 master
$ bridge fdb del 02:00:00:00:01:02 dev port3 master
RTNETLINK answers: No such file or directory
[255]
$ ip netns exec h1 ping -c 1 -W 1 192.168.50.2 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ bridge fdb add 02:00:00:00:01:99 dev port9
Cannot find device "port9"
[255]
$ bridge fdb add 02:00:00:00:01:99
Device and address are required arguments.
[255]
$ bridge fdb add 02:00:00:00:01 dev port1
Invalid mac address 02:00:00:00:01
[255]
$ bridge fdb append 02:00:00:00:01:98 dev port1 master
$ bridge fdb replace 02:00:00:00:01:98 dev port2 master
$ bridge fdb show br br0 | grep 01:98
02:00:00:00:01:98 dev port2 master br0 permanent
$ bridge link set dev port1 learning off
$ bridge -d link show dev port1 | tail -1
    hairpin off guard off root_block off fastleave off learning off flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ bridge link set dev port1 learning on flood off
$ bridge -d link show dev port1 | tail -1
    hairpin off guard off root_block off fastleave off learning on flood off mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ bridge link set dev port1 state 0
$ bridge link show dev port1
3: port1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state disabled priority 32 cost 2 
$ ip netns exec h1 ping -c 1 -W 1 192.168.50.3 | grep loss
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ bridge link set dev port1 state 3
$ bridge link set dev port1 flood on
$ ip netns exec h1 ping -c 1 -W 1 192.168.50.3 | grep loss
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ bridge link set dev br0 state 3
RTNETLINK answers: Operation not supported
[255]
$ bridge link set dev port9 cost 5
Cannot find bridge device "port9"
[255]
$ bridge link set dev port2 cost 50 priority 8
$ bridge link
3: port1@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
4: port2@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 8 cost 50 
5: port3@br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ ip -d link show br0 | grep -o 'ageing_time [0-9]*'
ageing_time 1000
