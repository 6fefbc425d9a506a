# ip link: names, groups, aliases, types, what may and what may not be
$ ip link add v1 type veth
$ ip -br link | cut -c1-22
lo               DOWN 
veth0@v1         DOWN 
v1@veth0         DOWN 
$ ip link set v1 name eth0
$ ip link set eth0 name lo
RTNETLINK answers: File exists
[2]
$ ip link set eth0 name "a b"
Error: argument "a b" is wrong: "name" not a valid ifname
[255]
$ ip link set eth0 name averyveryverylongname
Error: argument "averyveryverylongname" is wrong: "name" not a valid ifname
[255]
$ ip link set eth0 name eth0
$ ip link set eth0 alias "to the office"
$ ip link show eth0 | tail -1 | cut -c1-30
    alias to the office
$ ip link set eth0 up; ip link set veth0 up
$ ip link set eth0 name net0
$ ip link set eth0 down
Cannot find device "eth0"
[1]
$ ip link set net0 down
$ ip link set net0 name eth0
$ ip link show eth0 | head -1
3: eth0@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
$ ip link add br0 type bridge
$ ip link add br0 type bridge
RTNETLINK answers: File exists
[2]
$ ip link add br0
Not enough information: "type" argument is required
[1]
$ ip link add br1 type nosuch
Error: Unknown device type.
[2]
$ ip link add type bridge
$ ip -br link show type bridge | cut -c1-12
br0         
bridge0     
$ ip link add name br2 type bridge stp_state 1 forward_delay 400
$ ip -d link show br2 | grep -o 'forward_delay [0-9]*\|stp_state [0-9]'
forward_delay 400
stp_state 1
$ ip link set br2 type bridge stp_state 0
$ ip -d link show br2 | grep -o 'stp_state [0-9]'
stp_state 0
$ ip link set eth0 group 5
$ ip link show group 5 | head -1
3: eth0@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group 5 qlen 1000
$ ip link set eth0 group nosuch
Error: argument "nosuch" is wrong: Invalid "group" value

[255]
$ ip link set eth0 txqueuelen 500
$ ip link show eth0 | head -1
3: eth0@veth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group 5 qlen 500
$ ip link set eth0 promisc on
$ ip link show eth0 | head -1
3: eth0@veth0: <BROADCAST,MULTICAST,PROMISC> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group 5 qlen 500
$ ip link set eth0 promisc maybe
Error: argument of "promisc" must be "on" or "off", not "maybe"
[1]
$ ip link set eth0 multicast off
$ ip link set eth0 arp off
$ ip link show eth0 | head -1
3: eth0@veth0: <BROADCAST,NOARP,PROMISC> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group 5 qlen 500
$ ip link set eth0 netns 99999
RTNETLINK answers: No such process
[2]
$ ip link set lo netns 1
$ ip link set lo down
$ ip link set lo mtu 1500
$ ip link show lo
1: lo: <LOOPBACK> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip link set lo name loop
$ ip link show loop
1: loop: <LOOPBACK> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip link set eth0 address 02:11:22:33:44:55 mtu 1400 up
$ ip link show eth0
3: eth0@veth0: <BROADCAST,NOARP,PROMISC,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP mode DEFAULT group 5 qlen 500
    link/ether 02:11:22:33:44:55 brd ff:ff:ff:ff:ff:ff
    alias to the office
$ ip link set eth0 up mtu
Command line is not complete. Try option "help"
[255]
$ ip link del br0 br2
Error: either "dev" is duplicate, or "br2" is a garbage.
[255]
$ ip link del dev br2 type bridge
$ ip link del type bridge
Not enough information: "dev" argument is required.
[255]
$ ip link show nosuch
Device "nosuch" does not exist.
[1]
$ ip link show dev
Command line is not complete. Try option "help"
[255]
$ ip link help 2>&1 | head -3
Usage: ip link add [link DEV | parentdev NAME] [ name ] NAME
		    [ txqueuelen PACKETS ]
		    [ address LLADDR ]
$ ip link foo
Command "foo" is unknown, try "ip link help".
[255]
