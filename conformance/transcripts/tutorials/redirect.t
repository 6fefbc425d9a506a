# The gateway knows a shorter way: ICMP redirect, and the route it leaves in the cache
$ ip link add sw type bridge; ip link set sw up
$ for n in pc gw short; do ip netns add $n; ip link add p-$n type veth peer name eth0 netns $n; ip link set p-$n master sw; ip link set p-$n up; ip -n $n link set eth0 up; ip -n $n link set lo up; done
$ ip netns add srv; ip link add eth1 netns short type veth peer name eth0 netns srv
$ ip -n pc addr add 192.168.0.10/24 dev eth0
$ ip -n gw addr add 192.168.0.1/24 dev eth0
$ ip -n short addr add 192.168.0.2/24 dev eth0
$ ip -n short addr add 10.0.0.1/24 dev eth1; ip -n short link set eth1 up
$ ip -n srv addr add 10.0.0.5/24 dev eth0; ip -n srv link set eth0 up; ip -n srv route add default via 10.0.0.1
$ for r in gw short; do ip netns exec $r sysctl -w net.ipv4.ip_forward=1; done
net.ipv4.ip_forward = 1
net.ipv4.ip_forward = 1
$ ip -n pc route add default via 192.168.0.1
$ ip -n gw route add 10.0.0.0/24 via 192.168.0.2
$ ip netns exec pc ping -c 3 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.1: icmp_seq=1 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.090 ms
From 192.168.0.1: icmp_seq=2 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=2 ttl=63 time=0.091 ms
64 bytes from 10.0.0.5: icmp_seq=3 ttl=63 time=0.059 ms

--- 10.0.0.5 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 2047ms
rtt min/avg/max/mdev = 0.059/0.080/0.091/0.014 ms
$ ip -n pc route get 10.0.0.5 | sed 's/expires [0-9]*sec/expires N/'
10.0.0.5 via 192.168.0.2 dev eth0 src 192.168.0.10 uid 0 
    cache <redirected> expires N 
$ ip -n pc route
default via 192.168.0.1 dev eth0 
192.168.0.0/24 dev eth0 proto kernel scope link src 192.168.0.10 
$ ip netns exec pc ping -c 1 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.039 ms

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
$ ip -n pc neigh
192.168.0.1 dev eth0 lladdr be:38:f6:7f:74:ff REACHABLE 
192.168.0.2 dev eth0 lladdr 7a:31:18:1d:18:9c REACHABLE 
$ ip -n pc route flush cache
$ ip -n pc route get 10.0.0.5
10.0.0.5 via 192.168.0.1 dev eth0 src 192.168.0.10 uid 0 
    cache 
$ ip netns exec pc ping -c 1 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.1: icmp_seq=1 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.057 ms

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.057/0.057/0.057/0.000 ms
$ ip -n pc route get 10.0.0.5 | sed 's/expires [0-9]*sec/expires N/'
10.0.0.5 via 192.168.0.2 dev eth0 src 192.168.0.10 uid 0 
    cache <redirected> expires N 
$ ip netns exec pc ip route flush cache
$ ip netns exec pc sysctl -w net.ipv4.conf.all.accept_redirects=0
net.ipv4.conf.all.accept_redirects = 0
$ ip netns exec pc sysctl -w net.ipv4.conf.eth0.accept_redirects=0
net.ipv4.conf.eth0.accept_redirects = 0
$ sleep 1; ip netns exec pc ping -c 2 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.1: icmp_seq=1 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.062 ms
From 192.168.0.1: icmp_seq=2 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=2 ttl=63 time=0.072 ms

--- 10.0.0.5 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1002ms
rtt min/avg/max/mdev = 0.062/0.067/0.072/0.005 ms
$ ip -n pc route get 10.0.0.5
10.0.0.5 via 192.168.0.1 dev eth0 src 192.168.0.10 uid 0 
    cache 
$ ip netns exec gw sysctl -w net.ipv4.conf.all.send_redirects=0
net.ipv4.conf.all.send_redirects = 0
$ ip netns exec gw sysctl net.ipv4.conf.eth0.send_redirects
net.ipv4.conf.eth0.send_redirects = 1
$ sleep 1; ip netns exec pc ping -c 1 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.1: icmp_seq=1 Redirect Host(New nexthop: 192.168.0.2)
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.058 ms

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.058/0.058/0.058/0.000 ms
$ ip netns exec gw sysctl -w net.ipv4.conf.eth0.send_redirects=0
net.ipv4.conf.eth0.send_redirects = 0
$ sleep 1; ip netns exec pc ping -c 2 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.049 ms
64 bytes from 10.0.0.5: icmp_seq=2 ttl=63 time=0.068 ms

--- 10.0.0.5 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1011ms
rtt min/avg/max/mdev = 0.049/0.058/0.068/0.009 ms
$ ip netns exec pc ping -c 1 -t 1 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.1 icmp_seq=1 Time to live exceeded

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec pc ping -c 1 -t 2 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
From 192.168.0.2 icmp_seq=1 Time to live exceeded

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec pc ping -c 1 -t 3 10.0.0.5
PING 10.0.0.5 (10.0.0.5) 56(84) bytes of data.
64 bytes from 10.0.0.5: icmp_seq=1 ttl=63 time=0.030 ms

--- 10.0.0.5 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.030/0.030/0.030/0.000 ms
