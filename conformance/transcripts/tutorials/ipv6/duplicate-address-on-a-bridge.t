# A bridge with two namespaces, and an address that is already there
$ ip link set lo up
$ ip link add br0 type bridge
$ ip link set br0 up
$ for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0; ip link set v$n up; ip -n $n link set eth0 up; done
$ ip addr add fd00::ff/64 dev br0
$ ip -n red addr add fd00::1/64 dev eth0
$ ip -n blue addr add fd00::2/64 dev eth0
$ sleep 4
$ ip netns exec red ping -c 1 fd00::2
PING fd00::2(fd00::2) 56 data bytes
64 bytes from fd00::2: icmp_seq=1 ttl=64 time=0.078 ms

--- fd00::2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.078/0.078/0.078/0.000 ms
$ ip netns exec blue ping -c 1 fd00::ff
PING fd00::ff(fd00::ff) 56 data bytes
64 bytes from fd00::ff: icmp_seq=1 ttl=64 time=0.058 ms

--- fd00::ff ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.058/0.058/0.058/0.000 ms
$ ip -n blue addr add fd00::1/64 dev eth0
$ sleep 3
$ ip -n blue -6 addr show dev eth0 scope global
2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netnsid 0
    inet6 fd00::1/64 scope global dadfailed tentative 
       valid_lft forever preferred_lft forever
    inet6 fd00::2/64 scope global 
       valid_lft forever preferred_lft forever
$ ip -n blue -6 addr show dev eth0 dadfailed
2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netnsid 0
    inet6 fd00::1/64 scope global dadfailed tentative 
       valid_lft forever preferred_lft forever
$ ip netns exec red ping -c 1 fd00::2
PING fd00::2(fd00::2) 56 data bytes
64 bytes from fd00::2: icmp_seq=1 ttl=64 time=0.048 ms

--- fd00::2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.048/0.048/0.048/0.000 ms
$ ip -n red neigh show fd00::2 nud all | awk '{print $1, $3}'
fd00::2 eth0
