# A container's network namespace reached through its process: ip netns, nsenter, lsns.
#! world: docker
$ docker run -d --name web nginx | wc -c
65
$ docker run -d --name other --network none busybox sleep 1000 | wc -c
65
$ P=$(docker inspect -f '{{.State.Pid}}' web)
$ ip netns list
$ ip netns identify $P
\
$ lsns -t net -o NETNSID,NPROCS,COMMAND | grep -e nginx -e 'sleep 1000' | sort
         1      2 /bin/sh /usr/sbin/nginx -g daemon off;
unassigned      1 sleep 1000
$ mkdir -p /run/netns
$ ln -s /proc/$P/ns/net /run/netns/web
$ ip netns list
web (id: 1)
$ ip netns identify $P
web
$ ip netns pids web | wc -l
2
$ ip netns exec web ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if4         UP             172.17.0.2/16 
$ ip -n web route
default via 172.17.0.1 dev eth0 
172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' web) -n ip -4 a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default  link-netnsid 0
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever
$ nsenter -t $(docker inspect -f '{{.State.Pid}}' other) -n ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
$ nsenter -t $P -n ss -ltn
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      9                  *:80              *:*          
$ nsenter -t $P -n hostname
host
$ ip link add v0 type veth peer name v1
$ ip link set v1 netns $P
$ ip netns exec web ip -br link | awk '{ print $1, $2 }'
lo UNKNOWN
eth0@if4 UP
v1@if6 DOWN
$ ip link show v0 | grep -o 'link-netns.*'
link-netns web
$ docker stop -t 1 web
web
$ ip netns exec web ip a
Cannot open network namespace "web": No such file or directory
[255]
$ ip netns list
web
$ sleep 0.5; ip link show v0
Device "v0" does not exist.
[1]
$ ip netns del web
$ ip netns list
