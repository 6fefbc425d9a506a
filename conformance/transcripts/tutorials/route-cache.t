# What is learned of single destinations: ip route show cache
$ for n in left mid right; do ip netns add $n; ip -n $n link set lo up; done
$ ip link add eth0 netns left type veth peer name m0 netns mid; ip link add m1 netns mid type veth peer name eth0 netns right
$ ip -n left addr add 10.1.0.2/24 dev eth0; ip -n mid addr add 10.1.0.1/24 dev m0; ip -n mid addr add 10.2.0.1/24 dev m1; ip -n right addr add 10.2.0.2/24 dev eth0
$ ip -n left link set eth0 up; ip -n mid link set m0 up; ip -n mid link set m1 mtu 1400 up; ip -n right link set eth0 mtu 1400 up
$ ip -n left route add default via 10.1.0.1; ip -n right route add default via 10.2.0.1; ip netns exec mid sysctl -qw net.ipv4.ip_forward=1
$ ip -n left route show cache
$ ip netns exec left ping -c 1 -M do -s 1472 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 1472(1500) bytes of data.
From 10.1.0.1 icmp_seq=1 Frag needed and DF set (mtu = 1400)

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n left route show cache | sed 's/expires [0-9]*sec/expires/'
$ ip -n left route get 10.2.0.2 | sed 's/expires [0-9]*sec/expires/'
10.2.0.2 via 10.1.0.1 dev eth0 src 10.1.0.2 uid 0 
    cache expires mtu 1400 
$ ip -n left route list table cache | wc -l
2
$ ip -n left -o route show cache | sed 's/expires [0-9]*sec/expires/'
10.2.0.2 via 10.1.0.1 dev eth0 \    cache expires mtu 1400 
$ ip -n left -j route show cache | sed 's/"expires":[0-9]*/"expires":0/'
[{"dst":"10.2.0.2","gateway":"10.1.0.1","dev":"eth0","flags":[],"cache":[],"expires":0,"metrics":[{"mtu":1400}]}]
$ ip -n left route show cache 10.2.0.2 | wc -l; ip -n left route show cache 10.3.0.0/16 | wc -l
2
0
$ ip -n left route show table all | grep -c mtu
0
[1]
$ ip -n left route flush cache; ip -n left route show cache
