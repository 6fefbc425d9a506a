# A learner's typing
$ ip nets add red
Object "nets" is unknown, try "ip help".
[1]
$ ip netns ad red
$ ip netns add
No netns name specified
[1]
$ ip netns add red
Cannot create namespace file "/run/netns/red": File exists
[1]
$ ip netns add red
Cannot create namespace file "/run/netns/red": File exists
[1]
$ ip netns add red blue
Cannot create namespace file "/run/netns/red": File exists
[1]
$ ip netns add a/b
Invalid netns name "a/b"
[255]
$ ip netns delete blue
Cannot remove namespace file "/run/netns/blue": No such file or directory
[1]
$ ip netns del
No netns name specified
[1]
$ ip netns exec
No netns name specified
[1]
$ ip netns exec red
No command specified
[1]
$ ip netns exec blue ip a
Cannot open network namespace "blue": No such file or directory
[255]
$ ip netns exec red ifcfg
exec of "ifcfg" failed: No such file or directory
[1]
$ ip netns exec red ip adr
Object "adr" is unknown, try "ip help".
[1]
$ ip netns exec red ip addr shw
Command "shw" is unknown, try "ip address help".
[255]
$ ip netns exec red ip link show eth0
Device "eth0" does not exist.
[1]
$ ip netns exec red ip link set lo upp
Error: either "dev" is duplicate, or "upp" is a garbage.
[255]
$ ip netns exec red ip link set up lo
$ ip netns exec red ip link set lo up
$ ip link add veth-red type veht peer name veth-blue
Garbage instead of arguments "peer ...". Try "ip link help".
[1]
$ ip link add veth-red typ veth peer name veth-blue
$ ip link add veth-red type veth peer name
Command line is not complete. Try option "help"
[255]
$ ip link add veth-red type veth peer nam veth-blue
Error: either "dev" is duplicate, or "veth-blue" is a garbage.
[255]
$ ip link add veth-red type veth per name veth-blue
Usage: ip link <options> type veth [peer <options>]
To get <options> type 'ip link add help'
[1]
$ ip link add type veth
$ ip link add veth-red
Not enough information: "type" argument is required
[1]
$ ip link add name-is-much-too-long type veth
Error: Attribute failed policy validation.
[2]
$ ip link ad veth-red type veth peer veth-blue
RTNETLINK answers: File exists
[2]
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: veth-blue@veth-red: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether b2:78:b4:73:f7:2c brd ff:ff:ff:ff:ff:ff
3: veth-red@veth-blue: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether a2:a3:6a:fe:ff:08 brd ff:ff:ff:ff:ff:ff
4: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether e2:cf:4f:da:b7:9e brd ff:ff:ff:ff:ff:ff
5: veth1@veth0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 3a:2b:21:6a:bc:a1 brd ff:ff:ff:ff:ff:ff
$ ip link set veth-red netns purple
Error: argument "purple" is wrong: Invalid "netns" value

[255]
$ ip link set veth-red netns
Command line is not complete. Try option "help"
[255]
$ ip link set veth-red master
Command line is not complete. Try option "help"
[255]
$ ip link set veth-red master br9
Error: argument "br9" is wrong: Device does not exist

[255]
$ ip link set veth-red nomaster
$ ip link set
Not enough information: "dev" argument is required.
[255]
$ ip link set dev
Command line is not complete. Try option "help"
[255]
$ ip link del
Not enough information: "dev" argument is required.
[255]
$ ip link del veth9
Cannot find device "veth9"
[1]
$ ip link delete veth-red
$ ip link del lo
RTNETLINK answers: Operation not supported
[2]
$ ip addr add 10.0.0.1/24 dv lo
Error: either "local" is duplicate, or "dv" is a garbage.
[255]
$ ip addr add 10.0.0.1/24 lo
Error: either "local" is duplicate, or "lo" is a garbage.
[255]
$ ip adress
Object "adress" is unknown, try "ip help".
[1]
$ ip -n blue addr
Cannot open network namespace "blue": No such file or directory
[255]
$ ip -n
Cannot open network namespace "(null)": No such file or directory
[255]
$ ip -netns red -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
$ ip -n red route add 10.0.0.0/8
RTNETLINK answers: No such device
[2]
$ ip -n red route add 10.0.0.1/8 dev lo
Error: Invalid prefix for given prefix length.
[2]
$ ip -n red route add 10.0.0.0/8 dev lo
$ ip -n red route
10.0.0.0/8 dev lo scope link 
$ ip -n red route add 10.0.0.0 255.0.0.0 dev lo
Error: either "to" is duplicate, or "255.0.0.0" is a garbage.
[255]
$ ip -n red route del 11.0.0.0/8
RTNETLINK answers: No such process
[2]
$ ipp a
bash: ipp: command not found
[127]
$ sysctl net.ipv4.ip_foward
sysctl: cannot stat /proc/sys/net/ipv4/ip_foward: No such file or directory
[1]
$ sysctl -w net.ipv4.ip_forward
sysctl: command line(0): invalid syntax, continuing...
[1]
$ sysctl -w net.ipv4.ip_forward = 1
sysctl: command line(0): invalid syntax, continuing...
[1]
$ sysctl net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ cat /proc/sys/net/ipv4/ip_foward
cat: /proc/sys/net/ipv4/ip_foward: No such file or directory
[1]
$ echo 1 > /proc/sys/net/ipv4/ip_foward
bash: /proc/sys/net/ipv4/ip_foward: No such file or directory
[1]
$ pingg 10.0.0.1
bash: pingg: command not found
[127]
