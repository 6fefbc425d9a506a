#! world: docker
$ docker run -d --name web nginx >/dev/null
$ pid=$(docker inspect -f '{{.State.Pid}}' web)
$ ip netns list
$ mkdir -p /var/run/netns
$ ln -sfT /proc/$pid/ns/net /var/run/netns/web
$ ip netns list
web (id: 1)
$ ip netns exec web ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default 
    link/ether fe:6b:33:c8:64:9d brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever
$ ip netns exec web ip route
default via 172.17.0.1 dev eth0 
172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 
$ ip netns exec web ss -ltn
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      9                  *:80              *:*          
$ ip netns identify $pid
web
$ ip netns pids web | wc -l
2
$ nsenter -t $pid -n ip -br addr
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if4         UP             172.17.0.2/16 
$ nsenter --net=/var/run/netns/web ip neigh
$ nsenter -t $pid -n curl -s -o /dev/null -w '%{http_code}\n' http://localhost/
200
$ ip netns exec web ping -c1 172.17.0.1 | tail -2 | head -1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip netns exec web cat /sys/class/net/eth0/iflink
4
$ ip link show type veth
2: eth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 82:62:50:79:41:af brd ff:ff:ff:ff:ff:ff link-netnsid 0
4: vethc0fc37c@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master docker0 state UP mode DEFAULT group default 
    link/ether a2:6a:ab:f3:51:dd brd ff:ff:ff:ff:ff:ff link-netns web
$ ip -n web link set eth0 down
$ ip netns exec web ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
eth0@if4         DOWN           fe:6b:33:c8:64:9d <BROADCAST,MULTICAST> 
$ ip -n web link set eth0 up
$ ip netns attach web2 $pid; ip netns list
web2 (id: 1)
web (id: 1)
$ docker rm -f web
web
$ ip netns exec web ip a
Cannot open network namespace "web": No such file or directory
[255]
$ ip netns exec web2 ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
$ ip netns del web
$ ip netns del web2
$ ip netns
