# What the LAN sees of containers.
#! world: docker
$ docker run -d --name web -p 8080:80 nginx
df74974fad262efc8bdf831e60d99566f92fdebfe2671d9c0b8cf8bcb1fe42d6
$ docker run -d --name cl alpine sleep 300
9fd3da9317fa68ab65b61db21530be4425969ecdd9179b72ae83ea2ce43c6130
$ timeout 3 tcpdump -c 2 -nni eth0 icmp 2>/dev/null & sleep 0.5; docker exec cl ping -c 1 192.168.1.11 >/dev/null; wait
05:34:16.299348 IP 192.168.1.10 > 192.168.1.11: ICMP echo request, id 6, seq 0, length 64
05:34:16.299362 IP 192.168.1.11 > 192.168.1.10: ICMP echo reply, id 6, seq 0, length 64
$ iptables -t nat -L POSTROUTING -n -v | tail -1
    1    84 MASQUERADE  0    --  *      !docker0  172.17.0.0/16        0.0.0.0/0           
pc$ ip route add 172.17.0.0/16 via 192.168.1.10
pc$ ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2) 56(84) bytes of data.

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ iptables -t raw -L PREROUTING -n -v | tail -n +2
 pkts bytes target     prot opt in     out     source               destination         
    1    84 DROP       0    --  !docker0 *       0.0.0.0/0            172.17.0.2          
    0     0 DROP       0    --  !docker0 *       0.0.0.0/0            172.17.0.3          
$ iptables -t raw -F PREROUTING
pc$ ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2) 56(84) bytes of data.

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ iptables -I DOCKER-USER -i eth0 -o docker0 -j ACCEPT
pc$ ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2) 56(84) bytes of data.
64 bytes from 172.17.0.2: icmp_seq=1 ttl=63 time=0.097 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.097/0.097/0.097/0.000 ms
$ iptables -D DOCKER-USER -i eth0 -o docker0 -j ACCEPT
$ iptables -P FORWARD ACCEPT
$ docker exec cl ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
64 bytes from 8.8.8.8: seq=0 ttl=62 time=0.136 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.136/0.136/0.136 ms
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 1
$ sysctl -w net.ipv4.ip_forward=0
net.ipv4.ip_forward = 0
$ docker exec cl ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
000
[28]
$ curl -s -o /dev/null -w '%{http_code}\n' localhost:8080
200
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ docker exec cl wget -qO- 192.168.1.10:8080 | grep title
<title>Welcome to nginx!</title>
$ docker exec cl wget -qO- 172.17.0.1:8080 | grep title
<title>Welcome to nginx!</title>
$ docker exec web wget -qO- 192.168.1.10:8080 | grep title
<title>Welcome to nginx!</title>
$ conntrack -L -p tcp --dport 8080 2>/dev/null | grep -c dst=172.17.0.2
1
$ ip link set docker0 down
$ docker exec cl ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ ip link set docker0 up
$ docker exec cl ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=768.632 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 768.632/768.632/768.632 ms
$ ip addr flush dev docker0
$ docker exec cl ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec cl ping -c 1 -W 1 172.17.0.2
PING 172.17.0.2 (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.079 ms

--- 172.17.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.079/0.079/0.079 ms
$ systemctl restart docker
$ ip -br addr show docker0
docker0          DOWN           172.17.0.1/16 
$ ip link del docker0
$ docker start cl
Error response from daemon: failed to set up container networking: failed to create endpoint cl on network bridge: adding interface vethe1db320 to bridge docker0 failed: Device does not exist
Error: failed to start containers: cl
[1]
$ systemctl restart docker; docker start cl
cl
$ docker exec cl ping -c 1 -W 1 172.17.0.1
PING 172.17.0.1 (172.17.0.1): 56 data bytes
64 bytes from 172.17.0.1: seq=0 ttl=64 time=0.089 ms

--- 172.17.0.1 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.089/0.089/0.089 ms
$ docker rm -f cl web
cl
web
