#! world: docker
$ docker network create --internal -o com.docker.network.bridge.name=br-inn inn
9ef2eed3364573331263795eaecd6bfc0c7ffff492cb799046f7232c86bf6302
$ docker network create -o com.docker.network.bridge.name=br-routed -o com.docker.network.bridge.gateway_mode_ipv4=routed routed
b74b0a0834f8d16ff74233b86d94f6426a3b2b3d8e07b6694a8966757dfdb1a4
$ docker network create --internal -o com.docker.network.bridge.name=br-iso -o com.docker.network.bridge.gateway_mode_ipv4=isolated iso
712991e5137a1b7916a00101d153cdf4ffa4d1026b5b5c4ff7d8fd100e5ba93d
$ docker network create -o com.docker.network.bridge.name=br-open -o com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected open
bb11eccc8d5c7f64eb239cf2b1390982254d7aac460581d5c3dacb8120eebab1
$ for n in inn routed iso open; do docker run -d --name c-$n --network $n -p 80 nginx >/dev/null; done
$ iptables -S
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
-A DOCKER -d 172.19.0.2/32 ! -i br-routed -o br-routed -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
-A DOCKER -o br-routed -p icmp -j ACCEPT
-A DOCKER ! -i br-routed -o br-routed -j DROP
-A DOCKER ! -i br-open -o br-open -j ACCEPT
-A DOCKER-BRIDGE -o docker0 -j DOCKER
-A DOCKER-BRIDGE -o br-routed -j DOCKER
-A DOCKER-BRIDGE -o br-open -j DOCKER
-A DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-CT -o br-routed -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-CT -o br-open -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1
-A DOCKER-FORWARD -j DOCKER-BRIDGE
-A DOCKER-FORWARD -i docker0 -j ACCEPT
-A DOCKER-FORWARD -i br-inn -o br-inn -j ACCEPT
-A DOCKER-FORWARD -i br-routed -j ACCEPT
-A DOCKER-FORWARD -i br-iso -o br-iso -j ACCEPT
-A DOCKER-FORWARD -i br-open -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 ! -s 172.20.0.0/16 -o br-iso -j DROP
-A DOCKER-ISOLATION-STAGE-1 ! -d 172.20.0.0/16 -i br-iso -j DROP
-A DOCKER-ISOLATION-STAGE-1 -i br-routed -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -o br-routed -j RETURN
-A DOCKER-ISOLATION-STAGE-1 ! -s 172.18.0.0/16 -o br-inn -j DROP
-A DOCKER-ISOLATION-STAGE-1 ! -d 172.18.0.0/16 -i br-inn -j DROP
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -i br-routed ! -o br-routed -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -i br-open ! -o br-open -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o br-open -j DROP
-A DOCKER-ISOLATION-STAGE-2 -o br-routed -j DROP
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.21.0.0/16 ! -o br-open -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER -i br-open -j RETURN
-A DOCKER -i br-routed -j RETURN
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i br-open -p tcp -m tcp --dport 32769 -j DNAT --to-destination 172.21.0.2:80
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
$ for n in inn routed iso open; do docker exec c-$n ip r; done
172.18.0.0/16 dev eth0 scope link  src 172.18.0.2 
default via 172.19.0.1 dev eth0 
172.19.0.0/16 dev eth0 scope link  src 172.19.0.2 
172.20.0.0/16 dev eth0 scope link  src 172.20.0.1 
default via 172.21.0.1 dev eth0 
172.21.0.0/16 dev eth0 scope link  src 172.21.0.2 
$ ip -br -4 a
lo               UNKNOWN        127.0.0.1/8 
eth0@if2         UP             192.168.1.10/24 
docker0          DOWN           172.17.0.1/16 
br-inn           UP             172.18.0.1/16 
br-routed        UP             172.19.0.1/16 
br-open          UP             172.21.0.1/16 
$ docker ps --format '{{.Names}} {{.Ports}}'
c-open 0.0.0.0:32769->80/tcp, [::]:32769->80/tcp
c-iso 
c-routed 0.0.0.0:0->80/tcp, [::]:32768->80/tcp
c-inn 
pc$ ip route add 172.16.0.0/12 via 192.168.1.10
pc$ ping -c 1 -W 1 172.19.0.2
PING 172.19.0.2 (172.19.0.2) 56(84) bytes of data.
64 bytes from 172.19.0.2: icmp_seq=1 ttl=63 time=0.514 ms

--- 172.19.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.514/0.514/0.514/0.000 ms
pc$ curl -s -m 2 http://172.19.0.2 | grep title
<title>Welcome to nginx!</title>
pc$ curl -s -m 2 http://172.21.0.2 | grep title
<title>Welcome to nginx!</title>
$ docker exec c-inn nslookup example.com
Server:		127.0.0.11
Address:	127.0.0.11:53

** server can't find example.com: SERVFAIL

** server can't find example.com: SERVFAIL

[1]
