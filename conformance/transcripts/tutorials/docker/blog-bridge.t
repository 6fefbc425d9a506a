#! world: docker
# Docker's networks, as a blog shows them
$ docker network ls --format '{{.Name}}\t{{.Driver}}\t{{.Scope}}'
bridge	bridge	local
host	host	local
none	null	local
$ docker run -itd --name c1 busybox
61dd01dc57bab541ea0963928427f4b73c0e8d00e1a80d285e31b19d6a7100a7
$ docker run -itd --name c2 busybox
3ae2f525841d8fc071fcd2071844cfd91b3ef328878b035e97d06a26ac9213bb
$ docker network inspect bridge --format '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{"\n"}}{{end}}' | sort
\
c1 172.17.0.2/16
c2 172.17.0.3/16
$ docker exec c1 ip addr show eth0 | grep inet
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
$ docker exec c2 ping -c 2 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.610 ms
64 bytes from 172.17.0.2: seq=1 ttl=64 time=0.346 ms

--- 172.17.0.2 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
round-trip min/avg/max = 0.346/0.478/0.610 ms
$ docker exec c2 ping -c 1 c1
ping: bad address 'c1'
[1]
$ docker exec c1 route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         172.17.0.1      0.0.0.0         UG    0      0        0 eth0
172.17.0.0      0.0.0.0         255.255.0.0     U     0      0        0 eth0
$ docker exec c1 cat /etc/resolv.conf | grep nameserver
nameserver 8.8.8.8
$ bridge link | sed 's/veth[0-9a-f]*/veth/'
4: veth@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master docker0 state forwarding priority 32 cost 2 
5: veth@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master docker0 state forwarding priority 32 cost 2 
$ ip route
default via 192.168.1.1 dev eth0 
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ iptables -t nat -S POSTROUTING
-P POSTROUTING ACCEPT
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
$ docker network create --driver bridge --subnet 192.168.100.0/24 --gateway 192.168.100.1 mynet
d4838d0b8c9f1d7f583496b38544735f00aff48b1be8d63ad7a9255b45cd414b
$ docker run -d --name c3 --net mynet --ip 192.168.100.50 busybox sleep 1000
ff154839ff7ce6c71f98cc500f2dc82a72e6310ecc0945c596603b7ae9eab3f7
$ docker exec c3 ip route
default via 192.168.100.1 dev eth0 
192.168.100.0/24 dev eth0 scope link  src 192.168.100.50 
$ docker network connect mynet c1
$ docker exec c1 ip -4 addr | grep inet
    inet 127.0.0.1/8 scope host lo
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
    inet 192.168.100.2/24 brd 192.168.100.255 scope global eth1
$ docker exec c1 ping -c 1 c3
PING c3 (192.168.100.50): 56 data bytes
64 bytes from 192.168.100.50: seq=0 ttl=64 time=0.118 ms

--- c3 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.118/0.118/0.118 ms
$ docker exec c3 nslookup c1
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:
Name:	c1
Address: 192.168.100.2

Non-authoritative answer:

$ docker network disconnect mynet c1
$ docker network rm mynet
Error response from daemon: error while removing network: network mynet has active endpoints (name:"c3" id:"0bd0e6c4eb72")
exit status 1
[1]
$ docker rm -f c3
c3
$ docker network rm mynet
mynet
$ docker stop -t 1 c1 c2
c1
c2
$ docker ps -a --format "{{.Names}} {{.State}}"
c2 exited
c1 exited
