# Build docker0 by hand, as the picture in every container article
$ ip link add docker0 type bridge
$ ip addr add 172.17.0.1/16 brd 172.17.255.255 dev docker0
$ ip link set docker0 address 02:42:0a:11:22:33
$ ip link set docker0 up
$ ip addr show docker0
2: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 02:42:0a:11:22:33 brd ff:ff:ff:ff:ff:ff
    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0
       valid_lft forever preferred_lft forever
$ ip netns add c1
$ ip netns add c2
$ ip link add veth1a2b type veth peer name eth0 netns c1
$ ip link add veth3c4d type veth peer name eth0 netns c2
$ ip link set veth1a2b master docker0
$ ip link set veth3c4d master docker0
$ ip link set veth1a2b up
$ ip link set veth3c4d up
$ ip netns exec c1 ip addr add 172.17.0.2/16 brd 172.17.255.255 dev eth0
$ ip netns exec c2 ip addr add 172.17.0.3/16 brd 172.17.255.255 dev eth0
$ ip netns exec c1 ip link set eth0 up
$ ip netns exec c2 ip link set eth0 up
$ ip netns exec c1 ip link set lo up
$ ip netns exec c1 ip route add default via 172.17.0.1
$ ip netns exec c2 ip route add default via 172.17.0.1
$ ip netns exec c1 ip addr show eth0
2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether e6:82:b4:3e:d5:76 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::e482:b4ff:fe3e:d576/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ ip netns exec c1 ping -c 2 172.17.0.3
PING 172.17.0.3 (172.17.0.3) 56(84) bytes of data.
64 bytes from 172.17.0.3: icmp_seq=1 ttl=64 time=0.054 ms
64 bytes from 172.17.0.3: icmp_seq=2 ttl=64 time=0.037 ms

--- 172.17.0.3 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1023ms
rtt min/avg/max/mdev = 0.037/0.045/0.054/0.008 ms
$ ip netns exec c1 ping -c 1 172.17.0.1
PING 172.17.0.1 (172.17.0.1) 56(84) bytes of data.
64 bytes from 172.17.0.1: icmp_seq=1 ttl=64 time=0.047 ms

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.047/0.047/0.047/0.000 ms
$ ping -c 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2) 56(84) bytes of data.
64 bytes from 172.17.0.2: icmp_seq=1 ttl=64 time=0.022 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.022/0.022/0.022/0.000 ms
$ ip netns exec c1 ip neigh
172.17.0.1 dev eth0 lladdr 02:42:0a:11:22:33 REACHABLE 
172.17.0.3 dev eth0 lladdr 4e:3e:a1:aa:df:0e REACHABLE 
$ ip netns exec c1 ping -c 1 -w 1 172.17.255.255
ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules
[2]
$ ip netns exec c1 ping -b -c 1 -w 1 172.17.255.255
WARNING: pinging broadcast address
PING 172.17.255.255 (172.17.255.255) 56(84) bytes of data.

--- 172.17.255.255 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link show master docker0
3: veth1a2b@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master docker0 state UP mode DEFAULT group default qlen 1000
    link/ether ea:0b:6c:ab:dc:4b brd ff:ff:ff:ff:ff:ff link-netns c1
4: veth3c4d@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master docker0 state UP mode DEFAULT group default qlen 1000
    link/ether 5e:a6:45:50:14:df brd ff:ff:ff:ff:ff:ff link-netns c2
$ ip -br link show type bridge
docker0          UP             02:42:0a:11:22:33 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -d link show docker0 | grep -o 'bridge forward_delay [0-9]* hello_time [0-9]* max_age [0-9]*'
bridge forward_delay 1500 hello_time 200 max_age 2000
$ ip -d link show veth1a2b | grep -o 'bridge_slave state [a-z]*'
bridge_slave state forwarding
$ bridge fdb show br docker0 | grep -v permanent | wc -l
2
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
$ ip netns exec c2 ping -c 1 -I eth0 172.17.0.2
PING 172.17.0.2 (172.17.0.2) from 172.17.0.3 eth0: 56(84) bytes of data.
64 bytes from 172.17.0.2: icmp_seq=1 ttl=64 time=0.092 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.092/0.092/0.092/0.000 ms
$ ip netns exec c2 ping -c 1 -I lo 172.17.0.2
ping: connect: Network is unreachable
[2]
$ ip link set veth3c4d down
$ ip netns exec c2 ip -br addr show eth0
eth0@if4         DOWN           172.17.0.3/16 fe80::4c3e:a1ff:feaa:df0e/64 
$ ip netns exec c1 ping -c 1 -W 1 172.17.0.3
PING 172.17.0.3 (172.17.0.3) 56(84) bytes of data.

--- 172.17.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link set docker0 down
$ ip netns exec c1 ping -c 1 -W 1 172.17.0.1
PING 172.17.0.1 (172.17.0.1) 56(84) bytes of data.

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip route
$ ip link delete docker0
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1a2b@if2     UP             ea:0b:6c:ab:dc:4b <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth3c4d@if2     DOWN           5e:a6:45:50:14:df <BROADCAST,MULTICAST> 
$ ip -n c1 link show eth0
2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether e6:82:b4:3e:d5:76 brd ff:ff:ff:ff:ff:ff link-netnsid 0
