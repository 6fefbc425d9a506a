# What ip link and ip addr show of a bridge at every step: state, MAC, link-local address
$ ip link add br0 type bridge
$ ip link show br0
2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 7a:79:e4:2c:26:f8 brd ff:ff:ff:ff:ff:ff
$ ip link set br0 up
$ ip addr show br0
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000
    link/ether 7a:79:e4:2c:26:f8 brd ff:ff:ff:ff:ff:ff
    inet6 fe80::7879:e4ff:fe2c:26f8/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ ip addr add 192.168.10.1/24 dev br0
$ ip addr show br0
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000
    link/ether 7a:79:e4:2c:26:f8 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::7879:e4ff:fe2c:26f8/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ ip netns add web
$ ip link add veth0 type veth peer name ceth0
$ ip addr show
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000
    link/ether 7a:79:e4:2c:26:f8 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::7879:e4ff:fe2c:26f8/64 scope link tentative 
       valid_lft forever preferred_lft forever
3: ceth0@veth0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 06:96:f6:5f:26:61 brd ff:ff:ff:ff:ff:ff
4: veth0@ceth0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
$ ip link set veth0 up
$ ip addr show veth0
4: veth0@ceth0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
$ ip link set ceth0 netns web
$ ip addr show veth0
4: veth0@if3: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff link-netns web
$ nsenter --net=/run/netns/web ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
3: ceth0@if4: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 06:96:f6:5f:26:61 brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ nsenter --net=/var/run/netns/web ip link set lo up
$ nsenter --net=/var/run/netns/web ip link set ceth0 up
$ nsenter --net=/var/run/netns/web ip addr add 192.168.10.2/24 dev ceth0
$ nsenter --net=/var/run/netns/web ip addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
3: ceth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 06:96:f6:5f:26:61 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 192.168.10.2/24 scope global ceth0
       valid_lft forever preferred_lft forever
    inet6 fe80::496:f6ff:fe5f:2661/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ ip link set veth0 master br0
$ sleep 2
$ ip addr show br0
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::7879:e4ff:fe2c:26f8/64 scope link 
       valid_lft forever preferred_lft forever
$ ip addr show veth0
4: veth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff link-netns web
    inet6 fe80::2882:a4ff:fe20:8d8c/64 scope link 
       valid_lft forever preferred_lft forever
$ ip link show
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
4: veth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff link-netns web
$ ip route
192.168.10.0/24 dev br0 proto kernel scope link src 192.168.10.1 
$ ping -c 2 192.168.10.2
PING 192.168.10.2 (192.168.10.2) 56(84) bytes of data.
64 bytes from 192.168.10.2: icmp_seq=1 ttl=64 time=0.046 ms
64 bytes from 192.168.10.2: icmp_seq=2 ttl=64 time=0.052 ms

--- 192.168.10.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1018ms
rtt min/avg/max/mdev = 0.046/0.049/0.052/0.003 ms
$ nsenter --net=/var/run/netns/web ping -c 1 192.168.10.1
PING 192.168.10.1 (192.168.10.1) 56(84) bytes of data.
64 bytes from 192.168.10.1: icmp_seq=1 ttl=64 time=0.024 ms

--- 192.168.10.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.024/0.024/0.024/0.000 ms
$ nsenter --net=/var/run/netns/web ip route add default via 192.168.10.1
$ nsenter --net=/var/run/netns/web ip route
default via 192.168.10.1 dev ceth0 
192.168.10.0/24 dev ceth0 proto kernel scope link src 192.168.10.2 
$ nsenter --net=/var/run/netns/web ip neigh
192.168.10.1 dev ceth0 lladdr 2a:82:a4:20:8d:8c DELAY 
$ ip link set veth0 nomaster
$ ip addr show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::7879:e4ff:fe2c:26f8/64 scope link 
       valid_lft forever preferred_lft forever
$ ip addr show veth0
4: veth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff link-netns web
    inet6 fe80::2882:a4ff:fe20:8d8c/64 scope link 
       valid_lft forever preferred_lft forever
$ ip link set br0 down
$ ip addr show br0
2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
$ ip link set br0 up
$ ip addr show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
$ ip link set veth0 master br0
$ sleep 2; ip addr show br0
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::2882:a4ff:fe20:8d8c/64 scope link 
       valid_lft forever preferred_lft forever
$ ip link set veth0 down
$ ip addr show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::2882:a4ff:fe20:8d8c/64 scope link 
       valid_lft forever preferred_lft forever
$ ip addr show veth0
4: veth0@if3: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue master br0 state DOWN group default qlen 1000
    link/ether 2a:82:a4:20:8d:8c brd ff:ff:ff:ff:ff:ff link-netns web
$ ip route
192.168.10.0/24 dev br0 proto kernel scope link src 192.168.10.1 linkdown 
$ ping -c 1 -W 1 192.168.10.2
PING 192.168.10.2 (192.168.10.2) 56(84) bytes of data.

--- 192.168.10.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns del web; sleep 1
$ ip addr
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff
    inet 192.168.10.1/24 scope global br0
       valid_lft forever preferred_lft forever
    inet6 fe80::2882:a4ff:fe20:8d8c/64 scope link 
       valid_lft forever preferred_lft forever
