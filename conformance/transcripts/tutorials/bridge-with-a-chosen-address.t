# A bridge given its MAC address at birth or later: carrier, state, link-local address
$ ip link add br0 address 02:00:00:00:00:0f type bridge
$ ip link show br0
2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:0f brd ff:ff:ff:ff:ff:ff
$ ip link set br0 up
$ ip link show br0
2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:0f brd ff:ff:ff:ff:ff:ff
$ ip addr add 10.0.0.1/24 dev br0; ip route
10.0.0.0/24 dev br0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip -br addr
lo               DOWN           
br0              DOWN           10.0.0.1/24 
$ sleep 2; ip -br addr; ip route
lo               DOWN           
br0              DOWN           10.0.0.1/24 
10.0.0.0/24 dev br0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip link add br1 type bridge ageing_time 100
$ ip link set br1 up; ip -br link show br1 | cut -c1-24
br1              UNKNOWN
$ ip link set br1 address 02:00:00:00:00:0e; ip -br link show br1
br1              DOWN           02:00:00:00:00:0e <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip link add v0 type veth peer name v1; ip link set v0 master br0 up
$ ip -br link | cut -c1-24
lo               DOWN   
br0              DOWN   
br1              DOWN   
v1@v0            DOWN   
v0@v1            LOWERLA
$ ip link set v1 up; sleep 1; ip -br link | cut -c1-24
lo               DOWN   
br0              UP     
br1              DOWN   
v1@v0            UP     
v0@v1            UP     
