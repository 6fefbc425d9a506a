# Two containers in one namespace, and the host's.
#! world: docker
$ docker run -d --name web -p 8080:80 nginx
5090c27b13ef87112bfeeaaaa453f296d9c3b196062598a2978872ba87648974
$ docker run --rm --network container:web alpine wget -qO- localhost
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
</body>
</html>
$ docker run --rm --network container:web alpine netstat -ltn
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       
tcp        0      0 :::80                   :::*                    LISTEN      
$ docker run -d --name side --network container:web alpine sleep 300
171edece7fedd8b9af762318c0d8ef3a6ad4a9218de6ccb0b2eab418902408a2
$ docker exec side hostname
5090c27b13ef
$ docker exec side ip -4 addr show eth0
2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker inspect -f '{{.HostConfig.NetworkMode}}' side | cut -c1-10
container:
$ docker inspect -f '{{json .NetworkSettings.Networks}}' side
{}
$ docker run --rm --network container:web -p 81:81 alpine true
docker: Error response from daemon: conflicting options: port publishing and the container type network mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --network container:web --hostname x alpine true
docker: Error response from daemon: conflicting options: hostname and the network mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --network container:web --dns 1.1.1.1 alpine true
docker: Error response from daemon: conflicting options: dns and the network mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --network container:web --add-host a:1.2.3.4 alpine true
docker: Error response from daemon: conflicting options: custom host-to-IP mapping and the network mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --network container:nobody alpine true
docker: Error response from daemon: joining network namespace of container: No such container: nobody

Run 'docker run --help' for more information
[125]
$ docker network connect bridge side
Error response from daemon: container sharing network namespace with another container or host cannot be connected to any other network
[1]
$ docker stop -t 0 web
web
$ docker exec side ip -br link
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker start web
web
$ docker exec side wget -qO- localhost
wget: can't connect to remote host (127.0.0.1): Connection refused
[1]
$ docker restart -t 0 side
side
$ docker exec side wget -qO- localhost
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
</body>
</html>
$ docker run -d --name h1 --network host nginx
2c6a3bbc5b5d852b5d4384a552a5db15313466340c2f146575d871afd01a1643
$ curl -s localhost | head -4
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
$ docker run --rm --network host alpine ip -br link
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker run --rm --network host alpine hostname
host
$ docker run --rm --network host -p 8085:80 alpine true
WARNING: Published ports are discarded when using host network mode
$ docker network disconnect host h1
Error response from daemon: cannot disconnect container from host network - container was created in host network mode
[1]
$ docker run --rm --network none alpine ip addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
$ docker run --rm --network none alpine ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
ping: sendto: Network is unreachable
[1]
$ docker rm -f h1 side web
h1
side
web
