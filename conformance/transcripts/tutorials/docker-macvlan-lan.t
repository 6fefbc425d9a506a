# A container on the LAN itself.
#! world: docker
$ docker network create -d macvlan --subnet 192.168.1.0/24 --gateway 192.168.1.1 --ip-range 192.168.1.192/27 --aux-address host=192.168.1.223 -o parent=eth0 pub
377b6c6e11febfad8a1f5a09817735d4a31bbdb40c8b4a753fd014b038d49921
$ docker run -d --name m1 --network pub nginx
a7353aed7b5f6706b33870bb7a853ce1a9b0825f4639e7934ceaa0061a1937e1
$ docker run -d --name m2 --network pub --ip 192.168.1.200 --mac-address 02:42:c0:a8:01:c8 alpine sleep 300
4e9d69e0463fe63a44e7ca7c366412c945a8f60111efd7778f20dc1c77742938
$ docker exec m1 ip addr show eth0
4: eth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether fe:95:18:9d:57:7b brd ff:ff:ff:ff:ff:ff
    inet 192.168.1.192/24 brd 192.168.1.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker exec m2 ip addr show eth0
5: eth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    link/ether 02:42:c0:a8:01:c8 brd ff:ff:ff:ff:ff:ff
    inet 192.168.1.200/24 brd 192.168.1.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker exec m2 ip route
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 scope link  src 192.168.1.200 
$ docker exec m2 ping -c 1 192.168.1.192
PING 192.168.1.192 (192.168.1.192): 56 data bytes
64 bytes from 192.168.1.192: seq=0 ttl=64 time=0.098 ms

--- 192.168.1.192 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.098/0.098/0.098 ms
$ docker exec m2 ping -c 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1): 56 data bytes
64 bytes from 192.168.1.1: seq=0 ttl=64 time=0.102 ms

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.102/0.102/0.102 ms
$ docker exec m2 ping -c 1 -W 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10): 56 data bytes

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec m2 ping -c 1 m1
PING m1 (192.168.1.192): 56 data bytes
64 bytes from 192.168.1.192: seq=0 ttl=64 time=0.052 ms

--- m1 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.052/0.052/0.052 ms
$ docker exec m2 ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=63 time=0.109 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.109/0.109/0.109 ms
pc$ curl -s 192.168.1.192 | head -4
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
pc$ ping -c 1 192.168.1.200
PING 192.168.1.200 (192.168.1.200) 56(84) bytes of data.
64 bytes from 192.168.1.200: icmp_seq=1 ttl=64 time=0.090 ms

--- 192.168.1.200 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.090/0.090/0.090/0.000 ms
$ ip link add mac0 link eth0 type macvlan mode bridge
$ ip addr add 192.168.1.223/32 dev mac0
$ ip link set mac0 up
$ ip route add 192.168.1.192/27 dev mac0
$ ping -c 1 192.168.1.192
PING 192.168.1.192 (192.168.1.192) 56(84) bytes of data.
64 bytes from 192.168.1.192: icmp_seq=1 ttl=64 time=0.086 ms

--- 192.168.1.192 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.086/0.086/0.086/0.000 ms
$ docker network create -d macvlan --subnet 192.168.1.0/24 -o parent=nope bad
Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
[1]
$ docker network create -d macvlan -o parent=eth0 -o macvlan_mode=private --subnet 10.60.0.0/24 priv
98a2a98dd939e99c16b903bddebf96e94b40ea861b0b5df9d865296a298de336
$ docker network create -d ipvlan --subnet 10.70.0.0/24 -o parent=eth0 ipv
b873b022ca946ee8c741d4ba609d08b838c76c0535f03efd401528a87e511a77
$ docker network create -d ipvlan --subnet 10.70.0.0/24 -o ipvlan_mode=l3 ipv3
Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
[1]
$ docker run --rm --network ipv3 alpine ip route
docker: Error response from daemon: failed to set up container networking: network ipv3 not found

Run 'docker run --help' for more information
[125]
$ docker run --rm --network pub -p 8080:80 alpine true
$ docker rm -f m1 m2
m1
m2
$ docker network rm pub priv ipv3
pub
priv
Error response from daemon: network ipv3 not found
exit status 1
[1]
