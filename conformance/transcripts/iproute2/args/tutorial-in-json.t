# tutorial forms
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip l s dev lo up
$ ip netns a c1; ip netns a c2
$ for n in c1 c2; do ip netns exec $n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; done
$ ip link add veth-c1 type veth peer eth0 netns c1
$ ip l a veth-c2 type veth peer name eth0 netns c2
$ ip link add name br0 up type bridge
$ ip -br l sh type bridge
br0              UNKNOWN        1a:94:7e:59:52:30 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link set dev veth-c1 master br0 up
$ ip l set veth-c2 up master br0
$ ip a a 10.0.0.254/24 dev br0
$ ip a add dev br0 10.0.1.254/24
$ ip --netns c1 addr add 10.0.0.1/24 dev eth0
$ ip -net c2 a a 10.0.0.2/24 dev eth0
$ ip -n c1 l s eth0 up; ip -n c2 l s eth0 up
$ ip netns exec c1 bash -c 'ip link set lo up; ip route add default via 10.0.0.254; ip r'
default via 10.0.0.254 dev eth0 
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 
$ ip netns exec c2 ip r a default via 10.0.0.254 dev eth0
$ ip netns exec c1 ping -c 1 10.0.0.2 | tail -2 | head -1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip netns exec c1 ping -q -c 1 10.0.1.254 | tail -2 | head -1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip -n c1 -br a
lo               UNKNOWN        127.0.0.1/8 
eth0@if2         UP             10.0.0.1/24 
$ ip -n c1 -br -4 a show dev eth0
eth0@if2         UP             10.0.0.1/24 
$ ip -n c1 neigh | sort
10.0.0.2 dev eth0 lladdr ee:38:28:d4:4c:c8 REACHABLE 
10.0.0.254 dev eth0 lladdr 1e:aa:2c:1b:48:fc REACHABLE 
$ ip -n c1 -s neigh show dev eth0 nud reachable | wc -l
2
$ ip -o link | awk -F': ' '{print $2}'
lo
veth-c1@if2
veth-c2@if2
br0
$ ip -o -4 addr show | awk '{print $2, $4}'
lo 127.0.0.1/8
br0 10.0.0.254/24
br0 10.0.1.254/24
$ ip addr show br0 | grep -w inet | awk '{print $2}'
10.0.0.254/24
10.0.1.254/24
$ ip route show default
$ ip -n c1 route show default | awk '{print $3}'
10.0.0.254
$ ip -n c1 route get 8.8.8.8 | head -1
8.8.8.8 via 10.0.0.254 dev eth0 src 10.0.0.1 uid 0 
$ ip -4 route list table main
10.0.0.0/24 dev br0 proto kernel scope link src 10.0.0.254 
10.0.1.0/24 dev br0 proto kernel scope link src 10.0.1.254 
$ ip -n c1 -j route show default
[{"dst":"default","gateway":"10.0.0.254","dev":"eth0","flags":[]}]
$ ip -br -c link show type veth | cat -v
^[[36mveth-c1@if2      ^[[0m^[[32mUP             ^[[0m^[[33m1e:aa:2c:1b:48:fc ^[[0m<BROADCAST,MULTICAST,UP,LOWER_UP> 
^[[36mveth-c2@if2      ^[[0m^[[32mUP             ^[[0m^[[33mb2:cb:63:8c:b9:70 ^[[0m<BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -c -br a | cat -v
^[[36mlo               ^[[0mUNKNOWN        ^[[35m127.0.0.1^[[0m/8 
^[[36mveth-c1@if2      ^[[0m^[[32mUP             ^[[0m
^[[36mveth-c2@if2      ^[[0m^[[32mUP             ^[[0m
^[[36mbr0              ^[[0m^[[32mUP             ^[[0m^[[35m10.0.0.254^[[0m/24 ^[[35m10.0.1.254^[[0m/24 
$ ip -c r | cat -v
^[[35m10.0.0.0/24 ^[[0mdev ^[[36mbr0 ^[[0mproto kernel scope link src ^[[35m10.0.0.254 ^[[0m
^[[35m10.0.1.0/24 ^[[0mdev ^[[36mbr0 ^[[0mproto kernel scope link src ^[[35m10.0.1.254 ^[[0m
$ ip -c -n c1 neigh | cat -v | sort
^[[35m10.0.0.2 ^[[0mdev ^[[36meth0 ^[[0mlladdr ^[[33mee:38:28:d4:4c:c8 ^[[0mREACHABLE 
^[[35m10.0.0.254 ^[[0mdev ^[[36meth0 ^[[0mlladdr ^[[33m1e:aa:2c:1b:48:fc ^[[0mREACHABLE 
$ ip -details -br link show br0
br0              UP             1e:aa:2c:1b:48:fc <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -d link show type bridge | grep -o 'stp_state [01]'
stp_state 0
$ ip link show master br0 | grep -c veth
2
$ ip link list up | grep -o '^[0-9]*: [a-z0-9-]*'
1: lo
2: veth-c1
3: veth-c2
4: br0
$ ip a show up | grep -o '^[0-9]*: [a-z0-9-]*'
1: lo
2: veth-c1
3: veth-c2
4: br0
$ bridge link | cut -d: -f1
2
3
$ bridge link show master br0 | cut -d: -f1
2
3
$ bridge -c link | cat -v | head -1
2: ^[[36mveth-c1: ^[[0m<BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 
$ bridge fdb show br br0 | grep -c 'dev veth-c1'
4
$ ip netns exec c1 ip netns list
c2
c1
$ ip netns list | sort
c1 (id: 0)
c2 (id: 1)
$ ip netns exec c1 ip netns exec c2 ip -br -4 a
eth0@if3         UP             10.0.0.2/24 
$ ip netns identify $$
\
$ ip netns exec c1 bash -c 'ip netns identify $$'
c1
$ ip netns exec c1 bash -c 'exit 3'
[3]
$ ip netns exec c1 ip link del eth0
$ ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
veth-c2@if2      UP             b2:cb:63:8c:b9:70 <BROADCAST,MULTICAST,UP,LOWER_UP> 
br0              UP             b2:cb:63:8c:b9:70 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link del br0
$ ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
veth-c2@if2      UP             b2:cb:63:8c:b9:70 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link set veth-c2 netns c1
$ ip -n c1 -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
veth-c2@if2      DOWN           b2:cb:63:8c:b9:70 <BROADCAST,MULTICAST> 
$ ip netns del c1; sleep 0.2; ip -n c2 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ printf 'netns add z\nlink add v0 type veth peer name v1 netns z\naddr add 10.9.0.1/24 dev v0\nlink set v0 up\n' | ip -b -
$ ip -br a show v0
v0@if2           DOWN           10.9.0.1/24 
$ printf 'addr add 10.9.0.1/24 dev v0\nlink show v0\n' | ip -force -br -b -
Error: ipv4: Address already assigned.
Command failed -:1
v0@if2           DOWN           c6:0d:c2:a6:02:6b <NO-CARRIER,BROADCAST,MULTICAST,UP> 
[1]
$ ip -batch /nonexistent/file
Cannot open file "/nonexistent/file" for reading: No such file or directory
[1]
$ ip -n z -batch - <<< 'link set lo up'
$ ip -n z -br link show lo
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
$ ip -j netns list
[{"name":"z","id":0},{"name":"c2","id":1}]
