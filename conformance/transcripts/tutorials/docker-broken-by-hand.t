# A veth, docker0 or a container's routes broken by hand, and what mends them.
#! world: docker
$ docker run -d --name web1 nginx
e2530d09834745a0e7355297713ac3066b7655063ea37e7ab5a628508fc1168e
$ docker run -d --name web2 alpine sleep 1000
54bfa95e7aabec2cea34092401c4de0cbae5b78b238d7f7d20a64771e94c2024
$ V=$(ip -o link show master docker0 | awk -F': ' '{print $2}' | cut -d@ -f1 | head -1)
$ ip link set $V down
$ docker exec web2 ping -c1 -w1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec web1 ip -br link 2>&1 | head -1
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.
$ docker exec web1 ip link show eth0
2: eth0@if4: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether b6:12:e1:09:1a:fc brd ff:ff:ff:ff:ff:ff
$ ip link set $V up
$ docker exec web2 ping -c1 -w2 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.108 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.108/0.108/0.108 ms
$ ip link set $V nomaster
$ docker exec web2 ping -c1 -w1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ ip link set $V master docker0
$ docker exec web2 ping -c1 -w2 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.099 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.099/0.099/0.099 ms
$ ip link del $V
$ docker exec web1 ip link
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ docker exec web1 ip route
$ docker inspect web1 -f '{{.NetworkSettings.IPAddress}} {{.State.Status}}'
172.17.0.2 running
$ docker network inspect bridge -f '{{len .Containers}}'
2
$ docker restart -t 0 web1
web1
$ docker exec web1 ip -4 -o addr show eth0
2: eth0    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker exec web2 ping -c1 -w2 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.097 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.097/0.097/0.097 ms
$ ip addr del 172.17.0.1/16 dev docker0
$ docker exec web2 ping -c1 -w1 172.17.0.1
PING 172.17.0.1 (172.17.0.1): 56 data bytes

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec web2 ping -c1 -w2 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.082 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.082/0.082/0.082 ms
$ docker exec web2 ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ ip addr add 172.17.0.1/16 dev docker0
$ docker exec web2 ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=62 time=0.142 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.142/0.142/0.142 ms
$ ip link set docker0 down
$ docker exec web2 ping -c1 -w1 172.17.0.1
PING 172.17.0.1 (172.17.0.1): 56 data bytes

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec web2 ping -c1 -w1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ ip route | grep docker0
[1]
$ ip link set docker0 up
$ ip route | grep docker0
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 
$ docker exec web2 ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=62 time=0.118 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.118/0.118/0.118 ms
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n ip route del default
$ docker exec web2 ping -c1 -w1 8.8.8.8
ping: sendto: Network is unreachable
PING 8.8.8.8 (8.8.8.8): 56 data bytes
[1]
$ docker exec web2 ping -c1 -w1 172.17.0.1
PING 172.17.0.1 (172.17.0.1): 56 data bytes
64 bytes from 172.17.0.1: seq=0 ttl=64 time=0.076 ms

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.076/0.076/0.076 ms
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n ip route add default via 172.17.0.1
$ docker exec web2 ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=62 time=0.095 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.095/0.095/0.095 ms
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n ip addr add 172.17.0.200/16 dev eth0
$ ping -c1 -W1 172.17.0.200
PING 172.17.0.200 (172.17.0.200) 56(84) bytes of data.
64 bytes from 172.17.0.200: icmp_seq=1 ttl=64 time=0.069 ms

--- 172.17.0.200 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.069/0.069/0.069/0.000 ms
$ docker exec web2 ip -4 -o addr show eth0
2: eth0    inet 172.17.0.3/16 brd 172.17.255.255 scope global eth0\       valid_lft forever preferred_lft forever
2: eth0    inet 172.17.0.200/16 scope global secondary eth0\       valid_lft forever preferred_lft forever
$ docker inspect -f '{{.NetworkSettings.IPAddress}}' web2
172.17.0.3
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n ip link set eth0 down
$ ping -c1 -W1 172.17.0.3
PING 172.17.0.3 (172.17.0.3) 56(84) bytes of data.

--- 172.17.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ docker exec web2 ip link show eth0
2: eth0@if5: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether b2:5f:6c:88:9e:02 brd ff:ff:ff:ff:ff:ff
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n ip link set eth0 up
$ docker exec web2 ip route
172.17.0.0/16 dev eth0 scope link  src 172.17.0.3 
$ docker exec web2 ping -c1 -w1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
ping: sendto: Network is unreachable
[1]
$ ip neigh show dev docker0 | awk '{print $1,$NF}' | sort
172.17.0.200 REACHABLE
172.17.0.3 REACHABLE
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n arping -c 1 -I eth0 172.17.0.1 | head -1
ARPING 172.17.0.1 from 172.17.0.3 eth0
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web2) -n traceroute -n -w1 8.8.8.8
traceroute to 8.8.8.8 (8.8.8.8), 30 hops max, 60 byte packets
connect: Network is unreachable
[1]
$ docker stop -t 0 web1 web2
web1
web2
$ ip -br link show docker0 | awk '{print $1,$2}'
docker0 DOWN
$ ip link show type veth | wc -l
2
$ ip link del docker0
$ docker start web2
Error response from daemon: failed to set up container networking: failed to create endpoint web2 on network bridge: adding interface veth19ee335 to bridge docker0 failed: Device does not exist
Error: failed to start containers: web2
[1]
$ docker network ls
NETWORK ID     NAME      DRIVER    SCOPE
4b66168c733d   bridge    bridge    local
10cd6a1c87ea   host      host      local
ef8840ce4e42   none      null      local
$ docker network inspect bridge -f '{{.Name}} {{len .Containers}}'
bridge 0
$ systemctl restart docker
$ ip -4 -o addr show docker0
10: docker0    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0\       valid_lft forever preferred_lft forever
$ docker start web2
web2
$ docker exec web2 ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=62 time=0.125 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.125/0.125/0.125 ms
