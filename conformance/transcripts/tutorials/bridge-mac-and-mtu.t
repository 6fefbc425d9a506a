# The bridge's own MAC address and MTU follow its ports
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link show br0
2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether e6:7a:ac:05:ea:eb brd ff:ff:ff:ff:ff:ff
$ ip link add p1 address 02:00:00:00:00:11 type veth peer name q1 address 02:00:00:00:00:21
$ ip link add p2 address 02:00:00:00:00:12 type veth peer name q2 address 02:00:00:00:00:22
$ ip link add p3 mtu 1400 address 02:00:00:00:00:10 type veth peer name q3
$ ip link set p1 master br0
$ ip link show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff
$ cat /sys/class/net/br0/address
02:00:00:00:00:11
$ ip link set p2 master br0
$ cat /sys/class/net/br0/address
02:00:00:00:00:11
$ ip link set p3 master br0
$ cat /sys/class/net/br0/address /sys/class/net/br0/mtu
02:00:00:00:00:10
1400
$ ip link show master br0
4: p1@q1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff
6: p2@q2: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:12 brd ff:ff:ff:ff:ff:ff
8: p3@q3: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff
$ ip link set p3 nomaster
$ cat /sys/class/net/br0/address /sys/class/net/br0/mtu
02:00:00:00:00:11
1500
$ ip link set p1 mtu 1300
$ ip -br link show br0; cat /sys/class/net/br0/mtu
br0              DOWN           02:00:00:00:00:11 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
1300
$ ip link set br0 mtu 1450
$ cat /sys/class/net/br0/mtu
1450
$ ip link set p1 mtu 1500
$ cat /sys/class/net/br0/mtu
1450
$ ip link set br0 address 02:00:00:00:00:ff
$ ip link set p1 nomaster
$ ip link set p2 nomaster
$ ip link show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1450 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:ff brd ff:ff:ff:ff:ff:ff
$ ip link set br0 mtu 70000
Error: mtu greater than device maximum.
[2]
$ ip link set br0 mtu 10
Error: mtu less than device minimum.
[2]
$ ip link set p1 mtu 67
Error: mtu less than device minimum.
[2]
$ ip link set p1 mtu 68
$ ip link set p1 mtu abc
Error: argument "abc" is wrong: Invalid "mtu" value

[255]
$ ip link set p1 mtu
Command line is not complete. Try option "help"
[255]
$ ip link set p1 mtu 65535
$ ip link set p1 mtu 65536
Error: mtu greater than device maximum.
[2]
$ ip -o link show p1
4: p1@q1: <BROADCAST,MULTICAST,M-DOWN> mtu 65535 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff
$ ls /sys/class/net/br0/brif
$ ip link set p1 master br0; ip link set p2 master br0
$ ls /sys/class/net/br0/brif
p1
p2
$ ls -d /sys/class/net/br0/bridge
/sys/class/net/br0/bridge
$ cat /sys/class/net/br0/bridge/stp_state
0
$ ip link set p1 master br1
Error: argument "br1" is wrong: Device does not exist

[255]
$ ip link set br0 master br0
Error: Can not enslave a bridge to a bridge.
[2]
$ ip link add br1 type bridge
$ ip link set br1 master br0
Error: Can not enslave a bridge to a bridge.
[2]
$ ip link set lo master br0
RTNETLINK answers: Invalid argument
[2]
$ ip link set p1 master br1
$ bridge link
4: p1@q1: <BROADCAST,MULTICAST,M-DOWN> mtu 65535 master br1 state disabled priority 32 cost 2 
6: p2@q2: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
$ ip link show master br1
4: p1@q1: <BROADCAST,MULTICAST,M-DOWN> mtu 65535 qdisc noop master br1 state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff
$ ip link del br1
$ ip link set q1 up; ip link set p1 up
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
br0              DOWN           02:00:00:00:00:ff <NO-CARRIER,BROADCAST,MULTICAST,UP> 
q1@p1            UP             02:00:00:00:00:21 <BROADCAST,MULTICAST,UP,LOWER_UP> 
p1@q1            UP             02:00:00:00:00:11 <BROADCAST,MULTICAST,UP,LOWER_UP> 
q2@p2            DOWN           02:00:00:00:00:22 <BROADCAST,MULTICAST,M-DOWN> 
p2@q2            DOWN           02:00:00:00:00:12 <BROADCAST,MULTICAST,M-DOWN> 
q3@p3            DOWN           22:b4:6b:09:6f:e4 <BROADCAST,MULTICAST,M-DOWN> 
p3@q3            DOWN           02:00:00:00:00:10 <BROADCAST,MULTICAST,M-DOWN> 
$ ip link del br0 type bridge
$ ip -br link show p1
p1@q1            UP             02:00:00:00:00:11 <BROADCAST,MULTICAST,UP,LOWER_UP> 
