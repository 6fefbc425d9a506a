# UP, DOWN, LOWERLAYERDOWN: the state of each end as the other changes
$ ip link add veth0 type veth peer name veth1
$ cat /sys/class/net/veth0/operstate
down
$ ip link set veth0 up
$ ip link show veth0
3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether 6a:ca:aa:3f:a3:99 brd ff:ff:ff:ff:ff:ff
$ cat /sys/class/net/veth0/operstate
lowerlayerdown
$ cat /sys/class/net/veth0/carrier
0
$ cat /sys/class/net/veth1/carrier
cat: /sys/class/net/veth1/carrier: Invalid argument
[1]
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1@veth0      DOWN           92:a8:cb:60:8d:87 <BROADCAST,MULTICAST> 
veth0@veth1      LOWERLAYERDOWN 6a:ca:aa:3f:a3:99 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
$ ip link set veth1 up
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth1@veth0      UP             92:a8:cb:60:8d:87 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth0@veth1      UP             6a:ca:aa:3f:a3:99 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ cat /sys/class/net/veth{0,1}/operstate
up
up
$ cat /sys/class/net/veth0/carrier
1
$ ls /sys/class/net
lo
veth0
veth1
$ cat /sys/class/net/veth0/ifindex /sys/class/net/veth0/iflink
3
2
$ cat /sys/class/net/veth0/mtu
1500
$ cat /sys/class/net/veth0/flags
0x1003
$ cat /sys/class/net/veth0/speed
10000
$ cat /sys/class/net/veth0/type
1
$ cat /sys/class/net/lo/type
772
$ cat /sys/class/net/lo/address
00:00:00:00:00:00
$ ip link set veth1 down
$ ip link show up
3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether 6a:ca:aa:3f:a3:99 brd ff:ff:ff:ff:ff:ff
$ ip link show veth0
3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether 6a:ca:aa:3f:a3:99 brd ff:ff:ff:ff:ff:ff
$ ip link set veth0 down
$ ip link show up
$ ip link set veth0 up; ip link set veth1 up
$ ip -o link show type veth
2: veth1@veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 92:a8:cb:60:8d:87 brd ff:ff:ff:ff:ff:ff
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 6a:ca:aa:3f:a3:99 brd ff:ff:ff:ff:ff:ff
$ ip -d link show veth0
3: veth0@veth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 6a:ca:aa:3f:a3:99 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip link show type bridge
$ ip netns add x
$ ip link set veth1 netns x
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
veth0@if2        DOWN           6a:ca:aa:3f:a3:99 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip -n x link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: veth1@if3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 92:a8:cb:60:8d:87 brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip -n x link set veth1 up
$ ip netns exec x cat /sys/class/net/veth1/operstate
up
$ ip netns exec x ls /sys/class/net
lo
veth1
$ ls /sys/class/net/
lo
veth0
$ ls /sys/class/net/veth1
ls: cannot access '/sys/class/net/veth1': No such file or directory
[2]
$ ip netns exec x cat /sys/class/net/veth0/mtu
cat: /sys/class/net/veth0/mtu: No such file or directory
[1]
$ ip -n x link set veth1 down
$ ip -br link show veth0
veth0@if2        DOWN           6a:ca:aa:3f:a3:99 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
