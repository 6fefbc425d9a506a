# Looking at a container's network from outside.
#! world: docker
$ docker run -d --name web nginx
8bcabb6dccc1c63a0e054e138597169ceca8a755d5875eec5f5aada353debf16
$ PID=$(docker inspect -f '{{.State.Pid}}' web)
$ nsenter -t $PID -n ip -br addr
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if4         UP             172.17.0.2/16 
$ nsenter -t $PID -n ss -ltn
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      9                  *:80              *:*          
$ nsenter -t $PID -n -m -p ps
PID   USER     COMMAND
    1 root     {nginx} /bin/sh /usr/sbin/nginx -g daemon off;
    7 root     httpd -f -p 80 -h /usr/share/nginx/html
    8 root     ps
$ mkdir -p /var/run/netns
$ ln -s /proc/$PID/ns/net /var/run/netns/web
$ ip netns exec web ip route
default via 172.17.0.1 dev eth0 
172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 
$ ip netns identify $PID
web
$ ip -br link show master docker0 | wc -l
1
$ bridge link show | wc -l
1
$ IDX=$(docker exec web cat /sys/class/net/eth0/iflink); ip -o link | grep -c "^$IDX:"
1
$ docker exec web cat /sys/class/net/eth0/ifindex
2
$ readlink /proc/$PID/ns/net | sed 's/[0-9]*//g'
net:[]
$ cat /proc/$PID/net/route | head -2 | wc -l
2
$ cat /proc/$PID/status | grep -E 'NSpid' | wc -w
3
$ brctl show docker0 | tail -n +2 | wc -l
1
$ bridge fdb show br docker0 | grep -c master
3
$ ip neigh show dev docker0 | wc -l
0
$ curl -s $(docker inspect -f '{{.NetworkSettings.IPAddress}}' web) | grep title
<title>Welcome to nginx!</title>
$ ip neigh show dev docker0 | wc -l
1
$ conntrack -L -p tcp 2>/dev/null | wc -l
1
$ rm /var/run/netns/web
$ docker rm -f web
web
