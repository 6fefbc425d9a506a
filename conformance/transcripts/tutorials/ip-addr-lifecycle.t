# Addresses: several on one device, secondary, scopes, lifetimes, labels, removing
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add eth0 address 02:00:00:00:00:01 type veth peer name peer0 address 02:00:00:00:00:02
$ ip addr add 192.168.1.10/24 dev eth0
$ ip addr add 192.168.1.11/24 dev eth0
$ ip addr add 192.168.1.12/25 dev eth0
$ ip addr add 10.0.0.1/8 brd + dev eth0 label eth0:ten
$ ip addr add 10.0.0.2/8 dev eth0 label foo
$ ip addr add 169.254.1.1/16 dev eth0 scope link
$ ip addr add 172.16.0.1 peer 172.16.0.2 dev eth0
$ ip addr show eth0
3: eth0@peer0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 169.254.1.1/16 scope link eth0
       valid_lft forever preferred_lft forever
    inet 192.168.1.10/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet 192.168.1.12/25 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.1/8 brd 10.255.255.255 scope global eth0:ten
       valid_lft forever preferred_lft forever
    inet 172.16.0.1 peer 172.16.0.2/32 scope global eth0
       valid_lft forever preferred_lft forever
    inet 192.168.1.11/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/8 scope global secondary foo
       valid_lft forever preferred_lft forever
$ ip -br addr show eth0
eth0@peer0       DOWN           169.254.1.1/16 192.168.1.10/24 192.168.1.12/25 10.0.0.1/8 172.16.0.1 peer 172.16.0.2/32 192.168.1.11/24 10.0.0.2/8 
$ ip -4 addr show secondary
3: eth0@peer0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    inet 192.168.1.11/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/8 scope global secondary foo
       valid_lft forever preferred_lft forever
$ ip -4 addr show primary
3: eth0@peer0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    inet 169.254.1.1/16 scope link eth0
       valid_lft forever preferred_lft forever
    inet 192.168.1.10/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet 192.168.1.12/25 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.1/8 brd 10.255.255.255 scope global eth0:ten
       valid_lft forever preferred_lft forever
    inet 172.16.0.1 peer 172.16.0.2/32 scope global eth0
       valid_lft forever preferred_lft forever
$ ip addr show scope link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: peer0@eth0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
3: eth0@peer0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 169.254.1.1/16 scope link eth0
       valid_lft forever preferred_lft forever
$ ip addr show to 10.0.0.0/8
3: eth0@peer0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default qlen 1000
    inet 10.0.0.1/8 brd 10.255.255.255 scope global eth0:ten
       valid_lft forever preferred_lft forever
    inet 10.0.0.2/8 scope global secondary foo
       valid_lft forever preferred_lft forever
$ ip addr show up
$ ip link set eth0 up; ip link set peer0 up
$ ip addr show up | head -2
2: peer0@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
$ ip route
10.0.0.0/8 dev eth0 proto kernel scope link src 10.0.0.1 
169.254.0.0/16 dev eth0 proto kernel scope link src 169.254.1.1 
172.16.0.2 dev eth0 proto kernel scope link src 172.16.0.1 
192.168.1.0/25 dev eth0 proto kernel scope link src 192.168.1.12 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ ip addr del 192.168.1.10/24 dev eth0
$ ip -4 -br addr show eth0
eth0@peer0       UP             169.254.1.1/16 192.168.1.12/25 10.0.0.1/8 172.16.0.1 peer 172.16.0.2/32 10.0.0.2/8 
$ ip route
10.0.0.0/8 dev eth0 proto kernel scope link src 10.0.0.1 
169.254.0.0/16 dev eth0 proto kernel scope link src 169.254.1.1 
172.16.0.2 dev eth0 proto kernel scope link src 172.16.0.1 
192.168.1.0/25 dev eth0 proto kernel scope link src 192.168.1.12 
$ ip addr change 192.168.1.12/25 dev eth0 valid_lft 100 preferred_lft 50
$ ip addr show eth0 | grep -A1 192.168.1.12 | tail -1 | cut -c1-20
       valid_lft 100
$ ip addr replace 192.168.1.20/24 dev eth0
$ ip addr replace 192.168.1.20/24 dev eth0 brd 192.168.1.255
$ ip -4 addr show to 192.168.1.20
3: eth0@peer0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 192.168.1.20/24 scope global eth0
       valid_lft forever preferred_lft forever
$ ip addr del 192.168.1.20 dev eth0
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (192.168.1.20/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
$ ip addr del 192.168.1.20 dev eth0
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (192.168.1.20/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
Error: ipv4: Address not found.
[2]
$ ip addr flush dev eth0 label "eth0:*"
$ ip -4 -br addr
eth0@peer0       UP             169.254.1.1/16 192.168.1.12/25 172.16.0.1 peer 172.16.0.2/32 
$ ip addr flush dev eth0 scope link
$ ip -4 -br addr
eth0@peer0       UP             192.168.1.12/25 172.16.0.1 peer 172.16.0.2/32 
$ ip -s addr flush dev eth0
\
*** Round 1, deleting 2 addresses ***
*** Flush is complete after 1 round ***
$ ip -s -s addr flush dev eth0
Nothing to flush.
$ ip -4 -br addr
$ ip addr add 127.0.0.2/8 dev eth0
$ ip addr add 224.0.0.1/24 dev eth0
$ ip addr add 0.0.0.0/24 dev eth0
$ ip addr add 10.1.1.1/0 dev eth0
$ ip addr add 10.1.1.1/24 dev eth0 brd 10.1.1.0
$ ip addr add 10.1.1.2/24 dev eth0 brd -
$ ip addr add local 10.1.1.3/24 dev eth0
$ ip addr add 10.1.1.4/24 dev eth0 scope nosuch
Error: argument "nosuch" is wrong: invalid scope value.
[255]
$ ip addr add 10.1.1.4/24 dev eth0 10.1.1.5/24
Error: either "local" is duplicate, or "10.1.1.5/24" is a garbage.
[255]
$ ip -4 addr show dev eth0
3: eth0@peer0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet 127.0.0.2/8 scope host eth0
       valid_lft forever preferred_lft forever
    inet 224.0.0.1/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.1.1.1/0 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.1.1.1/24 brd 10.1.1.0 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.1.1.2/24 brd 10.1.1.0 scope global secondary eth0
       valid_lft forever preferred_lft forever
    inet 10.1.1.3/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
$ ip addr show eth9
Device "eth9" does not exist.
[1]
$ ip addr show dev
Command line is not complete. Try option "help"
[255]
$ ip addr flush dev eth9
Device "eth9" does not exist.
[1]
$ ip -4 addr flush dev eth0
$ ip addr del 10.1.1.1/24 dev eth0
Error: ipv4: Address not found.
[2]
$ ip addr del 10.1.1.1/24
Not enough information: "dev" argument is required.
[1]
