#! world: docker
$ docker swarm init > /dev/null
$ sleep 2
$ docker network create -d overlay nat > /dev/null
$ docker run --rm --network nat busybox true
docker: Error response from daemon: failed to set up container networking: Could not attach to network nat: rpc error: code = PermissionDenied desc = network nat not manually attachable

Run 'docker run --help' for more information
[125]
$ docker run -d --name nope --network nosuch busybox true | wc -c
docker: Error response from daemon: failed to set up container networking: Could not attach to network nosuch: rpc error: code = NotFound desc = network nosuch not found

Run 'docker run --help' for more information
65
$ docker network create -d overlay --attachable ov > /dev/null
$ docker network create -d overlay --attachable ov
Error response from daemon: network with name ov already exists
[1]
$ docker network create -d overlay --attachable --subnet 10.11.0.0/16 --gateway 10.11.0.254 --opt com.docker.network.driver.mtu=1400 --label a=b ov2 >/dev/null
$ docker network create -d overlay --attachable --internal int >/dev/null
$ docker network create -d overlay --attachable --subnet 10.12.0.0/33 bad
Error response from daemon: invalid network config:
invalid subnet 10.12.0.0/33: invalid CIDR block notation
[1]
$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
docker_gwbridge bridge local
host host local
ingress overlay swarm
int overlay swarm
nat overlay swarm
none null local
ov overlay swarm
ov2 overlay swarm
$ docker network inspect ov2 --format '{{json .IPAM}} {{json .Options}} {{json .Labels}} {{json .Containers}}'
{"Driver":"default","Options":null,"Config":[{"Subnet":"10.11.0.0/16","Gateway":"10.11.0.254"}]} {"com.docker.network.driver.mtu":"1400","com.docker.network.driver.overlay.vxlanid_list":"4099"} {"a":"b"} null
$ docker run -d --name c1 --network ov busybox sleep 3600 | wc -c
65
$ docker run -d --name c2 --network int busybox sleep 3600 | wc -c
65
$ docker run -d --name c3 --network ov2 --ip 10.11.0.77 busybox sleep 3600 | wc -c
65
$ docker run -d --name c4 --network ov2 --network-alias al busybox sleep 3600 | wc -c
65
$ docker run -d --name web -p 8080:80 --network ov nginx | wc -c
65
$ docker exec c1 ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
13: eth0@if14: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue 
    link/ether 02:42:0a:00:02:02 brd ff:ff:ff:ff:ff:ff
    inet 10.0.2.2/24 brd 10.0.2.255 scope global eth0
       valid_lft forever preferred_lft forever
15: eth1@if16: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether 4e:9e:62:34:df:4d brd ff:ff:ff:ff:ff:ff
    inet 172.18.0.3/16 brd 172.18.255.255 scope global eth1
       valid_lft forever preferred_lft forever
$ docker exec c1 ip r
default via 172.18.0.1 dev eth1 
10.0.2.0/24 dev eth0 scope link  src 10.0.2.2 
172.18.0.0/16 dev eth1 scope link  src 172.18.0.3 
$ docker exec c1 cat /etc/hosts | tail -1 | cut -f1
10.0.2.2
$ docker exec c1 ping -c 1 -q web | head -3
PING web (10.0.2.4): 56 data bytes

--- web ping statistics ---
$ docker exec c1 wget -qO- web | head -4
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
$ docker exec c1 ping -c 1 -q 8.8.8.8 | head -3
PING 8.8.8.8 (8.8.8.8): 56 data bytes

--- 8.8.8.8 ping statistics ---
$ docker exec c2 ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
20: eth0@if21: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue 
    link/ether 02:42:0a:00:03:02 brd ff:ff:ff:ff:ff:ff
    inet 10.0.3.2/24 brd 10.0.3.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker exec c2 ip r
10.0.3.0/24 dev eth0 scope link  src 10.0.3.2 
$ docker exec c2 ping -c 1 -W 1 8.8.8.8
ping: sendto: Network is unreachable
PING 8.8.8.8 (8.8.8.8): 56 data bytes
[1]
$ docker exec c3 ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
25: eth0@if26: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1350 qdisc noqueue 
    link/ether 02:42:0a:0b:00:4d brd ff:ff:ff:ff:ff:ff
    inet 10.11.0.77/16 brd 10.11.255.255 scope global eth0
       valid_lft forever preferred_lft forever
27: eth1@if28: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether 52:52:34:91:70:f3 brd ff:ff:ff:ff:ff:ff
    inet 172.18.0.4/16 brd 172.18.255.255 scope global eth1
       valid_lft forever preferred_lft forever
$ docker exec c3 ip r
default via 172.18.0.1 dev eth1 
10.11.0.0/16 dev eth0 scope link  src 10.11.0.77 
172.18.0.0/16 dev eth1 scope link  src 172.18.0.4 
$ docker exec c3 nslookup al
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:
Name:	al
Address: 10.11.0.2

Non-authoritative answer:

$ docker exec c3 nslookup c4.ov2
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	c4.ov2
Address: 10.11.0.2

$ docker exec c3 ping -c 1 -W 1 c1
ping: bad address 'c1'
[1]
$ docker port web
80/tcp -> 0.0.0.0:8080
80/tcp -> [::]:8080
$ docker inspect -f '{{json .NetworkSettings.Ports}}' web
{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"},{"HostIp":"::","HostPort":"8080"}]}
$ ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if2         UP             192.168.1.10/24 fe80::5857:c2ff:fe3e:f48b/64 
docker0          DOWN           172.17.0.1/16 
docker_gwbridge  UP             172.18.0.1/16 fe80::3cef:80ff:fed2:e372/64 
vethe545f05@if8  UP             fe80::c0dd:14ff:feb4:d9ab/64 
vetha0c6476@if15 UP             fe80::3061:f0ff:fe8a:8c8/64 
veth3992117@if27 UP             fe80::9447:7ff:fe8e:3f0a/64 
veth79e335e@if31 UP             fe80::bc64:9cff:fe20:eee9/64 
veth4cf8411@if35 UP             fe80::34c8:52ff:fe10:b74b/64 
$ iptables -S; iptables -t nat -S; iptables -t raw -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N DOCKER
-N DOCKER-BRIDGE
-N DOCKER-CT
-N DOCKER-FORWARD
-N DOCKER-ISOLATION-STAGE-1
-N DOCKER-ISOLATION-STAGE-2
-N DOCKER-USER
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
-A DOCKER -d 172.18.0.6/32 ! -i docker_gwbridge -o docker_gwbridge -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
-A DOCKER ! -i docker_gwbridge -o docker_gwbridge -j DROP
-A DOCKER-BRIDGE -o docker0 -j DOCKER
-A DOCKER-BRIDGE -o docker_gwbridge -j DOCKER
-A DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-CT -o docker_gwbridge -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1
-A DOCKER-FORWARD -j DOCKER-BRIDGE
-A DOCKER-FORWARD -i docker0 -j ACCEPT
-A DOCKER-FORWARD -i docker_gwbridge -o docker_gwbridge -j DROP
-A DOCKER-FORWARD -i docker_gwbridge ! -o docker_gwbridge -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -i docker_gwbridge ! -o docker_gwbridge -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o docker_gwbridge -j DROP
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER -i docker_gwbridge -j RETURN
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker_gwbridge -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.18.0.6:80
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -d 172.18.0.2/32 ! -i docker_gwbridge -j DROP
-A PREROUTING -d 172.18.0.3/32 ! -i docker_gwbridge -j DROP
-A PREROUTING -d 172.18.0.4/32 ! -i docker_gwbridge -j DROP
-A PREROUTING -d 172.18.0.5/32 ! -i docker_gwbridge -j DROP
-A PREROUTING -d 172.18.0.6/32 ! -i docker_gwbridge -j DROP
pc$ curl -s 192.168.1.10:8080 | head -4
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
$ docker network connect ov c3
$ docker exec c3 ip -4 a show eth2
37: eth2@if38: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue 
    inet 10.0.2.5/24 brd 10.0.2.255 scope global eth2
       valid_lft forever preferred_lft forever
$ docker network rm ov 2>&1 | sed 's/network [0-9a-z]* is/network is/; s/task .*/task/'
Error response from daemon: rpc error: code = FailedPrecondition desc = network is in use by task
exit status 1
$ docker network disconnect ov c3
$ docker exec c3 ip -br link 2>/dev/null || docker exec c3 ip link | grep -c eth
4
$ docker run -d --name d1 busybox sleep 3600 | wc -c
65
$ docker network connect ov2 d1
$ docker exec d1 ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: eth0@if39: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether de:03:fc:83:93:8e brd ff:ff:ff:ff:ff:ff
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever
40: eth1@if41: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1350 qdisc noqueue 
    link/ether 02:42:0a:0b:00:03 brd ff:ff:ff:ff:ff:ff
    inet 10.11.0.3/16 brd 10.11.255.255 scope global eth1
       valid_lft forever preferred_lft forever
$ docker exec d1 ip r
default via 172.17.0.1 dev eth0 
10.11.0.0/16 dev eth1 scope link  src 10.11.0.3 
172.17.0.0/16 dev eth0 scope link  src 172.17.0.2 
$ docker network disconnect bridge d1
$ docker exec d1 ip r
default via 172.18.0.1 dev eth0 
10.11.0.0/16 dev eth1 scope link  src 10.11.0.3 
172.18.0.0/16 dev eth0 scope link  src 172.18.0.7 
$ docker network connect bridge d1
$ docker exec d1 ip r
default via 172.17.0.1 dev eth2 
10.11.0.0/16 dev eth1 scope link  src 10.11.0.3 
172.17.0.0/16 dev eth2 scope link  src 172.17.0.2 
$ docker restart -t 0 c3
c3
$ docker exec c3 ip -4 a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
46: eth0@if47: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1350 qdisc noqueue 
    inet 10.11.0.77/16 brd 10.11.255.255 scope global eth0
       valid_lft forever preferred_lft forever
48: eth1@if49: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    inet 172.18.0.4/16 brd 172.18.255.255 scope global eth1
       valid_lft forever preferred_lft forever
$ docker rm -f c1 web
c1
web
$ sleep 2
$ docker network rm ov
ov
$ docker network prune -f
Deleted Networks:
nat

$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
docker_gwbridge bridge local
host host local
ingress overlay swarm
int overlay swarm
none null local
ov2 overlay swarm
$ docker swarm leave --force
Node left the swarm.
$ docker ps --format '{{.Names}} {{.Status}}' | sed 's/Up.*/Up/'
d1 Up
c4 Up
c3 Up
c2 Up
$ docker exec c4 ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
$ docker inspect -f '{{json .NetworkSettings.Networks}}' c4
{}
