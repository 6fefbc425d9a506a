#! world: docker
$ docker run -d --net=none --name c1 busybox sleep 1000 >/dev/null
$ PID=$(docker inspect --format '{{ .State.Pid }}' c1)
$ ln -s /proc/$PID/ns/net /var/run/netns/$PID
$ mkdir -p /var/run/netns
$ ln -s /proc/$PID/ns/net /var/run/netns/$PID 2>&1 | sed "s/$PID/PID/"
ln: failed to create symbolic link '/var/run/netns/PID': File exists
$ ip link add A type veth peer name B
$ ip link add br1 type bridge
$ ip link set A master br1
$ ip link set A up
$ ip link set br1 up
$ ip addr add 10.9.0.1/24 dev br1
$ ip link set B netns $PID
$ ip netns exec $PID ip link set dev B name eth0
$ ip netns exec $PID ip link set eth0 up
$ ip netns exec $PID ip addr add 10.9.0.2/24 dev eth0
$ ip netns exec $PID ip route add default via 10.9.0.1
$ docker exec c1 ip addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
4: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue qlen 1000
    link/ether 96:81:25:93:20:8f brd ff:ff:ff:ff:ff:ff
    inet 10.9.0.2/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::9481:25ff:fe93:208f/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ docker exec c1 ip route
default via 10.9.0.1 dev eth0 
10.9.0.0/24 dev eth0 scope link  src 10.9.0.2 
$ docker exec c1 ping -c 1 10.9.0.1
PING 10.9.0.1 (10.9.0.1): 56 data bytes
64 bytes from 10.9.0.1: seq=0 ttl=64 time=0.295 ms

--- 10.9.0.1 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.295/0.295/0.295 ms
$ ping -c 1 10.9.0.2
PING 10.9.0.2 (10.9.0.2) 56(84) bytes of data.
64 bytes from 10.9.0.2: icmp_seq=1 ttl=64 time=0.054 ms

--- 10.9.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.054/0.054/0.054/0.000 ms
$ docker stop -t 0 c1
c1
$ ip netns exec $PID ip a 2>&1 | sed "s/$PID/PID/"
Cannot open network namespace "PID": No such file or directory
$ docker start c1
c1
$ docker exec c1 ip -o addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
1: lo    inet6 ::1/128 scope host \       valid_lft forever preferred_lft forever
$ rm /var/run/netns/$PID
$ ip link del A
Cannot find device "A"
[1]
