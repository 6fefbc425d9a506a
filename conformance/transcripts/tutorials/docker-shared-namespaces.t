# Containers in one network namespace: what they share, and what becomes of them when its owner stops.
#! world: docker
$ docker run -d --name pause alpine sleep 100000
e0adebb6a2c71eefb4f17b8507661185e7d56df968966ac7d73a901caeaa7c27
$ docker run -d --name app1 --network container:pause nginx
bf3817239c51b5085f9938ec7cdd5dd5da7f62fc01d35cc5f8f137decccfd8be
$ docker run -d --name app2 --network container:pause --pid container:pause --ipc container:pause alpine sleep 1000
f7a36c130c05877fda81fb6d0d3e605b73a724983343ef3064c2b2214a846ee5
docker: Error response from daemon: failed to join IPC namespace: container e0adebb6a2c71eefb4f17b8507661185e7d56df968966ac7d73a901caeaa7c27: non-shareable IPC (hint: use IpcMode:shareable for the donor container)

Run 'docker run --help' for more information
[125]
$ docker exec app2 wget -qO- localhost | head -4
Error response from daemon: container f7a36c130c05877fda81fb6d0d3e605b73a724983343ef3064c2b2214a846ee5 is not running
$ docker exec app2 ps
Error response from daemon: container f7a36c130c05877fda81fb6d0d3e605b73a724983343ef3064c2b2214a846ee5 is not running
[1]
$ docker exec app2 hostname | wc -c
Error response from daemon: container f7a36c130c05877fda81fb6d0d3e605b73a724983343ef3064c2b2214a846ee5 is not running
0
$ docker exec app1 hostname | wc -c
13
$ test "$(docker exec app1 hostname)" = "$(docker exec pause hostname)" && echo same
same
$ docker exec app1 cat /etc/hosts | wc -l
7
$ docker exec app2 ip -4 -o addr show eth0
Error response from daemon: container f7a36c130c05877fda81fb6d0d3e605b73a724983343ef3064c2b2214a846ee5 is not running
[1]
$ docker inspect app1 -f '{{.NetworkSettings.IPAddress}}|{{.NetworkSettings.SandboxID}}|{{json .NetworkSettings.Networks}}|{{.HostConfig.NetworkMode | len}}'
||{}|74
$ docker inspect app2 -f '{{.HostConfig.PidMode | len}} {{.HostConfig.IpcMode | len}}'
74 74
$ docker ps --format '{{.Names}} {{.Networks}} {{.Ports}}'
app1  
pause bridge 
$ docker network inspect bridge -f '{{range .Containers}}{{.Name}} {{end}}'
pause 
$ for c in pause app1 app2; do readlink /proc/$(docker inspect -f '{{.State.Pid}}' $c)/ns/net; done | sort -u | wc -l
1
$ for c in pause app1 app2; do readlink /proc/$(docker inspect -f '{{.State.Pid}}' $c)/ns/pid; done | sort -u | wc -l
2
$ for c in pause app1 app2; do readlink /proc/$(docker inspect -f '{{.State.Pid}}' $c)/ns/mnt; done | sort -u | wc -l
2
$ for c in pause app1 app2; do readlink /proc/$(docker inspect -f '{{.State.Pid}}' $c)/ns/uts; done | sort -u | wc -l
2
$ for c in pause app1 app2; do readlink /proc/$(docker inspect -f '{{.State.Pid}}' $c)/ns/ipc; done | sort -u | wc -l
2
$ ip link show type veth | grep -c ^[0-9]
2
$ docker run -d --name app3 --network container:pause nginx
40a848e5adcebd175d00defa11b3358756ebb81c78f1c31b95cec0c20c1f0f90
$ sleep 1; docker ps -a --filter name=app3 --format '{{.Status}}' | cut -d' ' -f1,2
Exited (0)
$ docker logs app3
httpd: bind: Address already in use
$ docker restart -t 1 pause
pause
$ docker ps --format '{{.Names}}'
app1
pause
$ docker exec app1 ip -br addr 2>&1 | head -2
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

$ docker exec app1 ip -4 -o addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
$ docker exec pause ip -4 -o addr show eth0
2: eth0    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker exec pause wget -T1 -qO- localhost | head -1
$ docker restart -t 1 app1
app1
$ docker exec pause wget -T1 -qO- localhost | grep title
[1]
$ docker stop -t 0 pause
pause
$ docker restart -t 0 app1
Error response from daemon: Cannot restart container app1: cannot join network namespace of a non running container: container pause is exited
[1]
$ docker start app1
Error response from daemon: cannot join network namespace of a non running container: container pause is exited
Error: failed to start containers: app1
[1]
$ docker start pause; docker start app1
pause
app1
$ docker rm -f pause
pause
$ docker restart -t 0 app1
Error response from daemon: Cannot restart container app1: joining network namespace of container: No such container: e0adebb6a2c71eefb4f17b8507661185e7d56df968966ac7d73a901caeaa7c27
[1]
$ docker start app1
Error response from daemon: joining network namespace of container: No such container: e0adebb6a2c71eefb4f17b8507661185e7d56df968966ac7d73a901caeaa7c27
Error: failed to start containers: app1
[1]
$ docker network connect bridge app1
$ docker network disconnect bridge app1
$ docker run --rm --network container:app1 alpine true
docker: Error response from daemon: cannot join network namespace of a non running container: container app1 is exited

Run 'docker run --help' for more information
[125]
$ docker run --rm --network container:app2 alpine ip -o -4 addr
docker: Error response from daemon: cannot join network namespace of a non running container: container app2 is created

Run 'docker run --help' for more information
[125]
$ docker rm -f app1 app2 app3
app1
app2
app3
$ docker run -d --name pp -p 8080:80 alpine sleep 1000
ff0cc7d6f1aa1a75b474dace566112dc88c3ae30500b37e5bf0887b5065b351a
$ docker run -d --name ww --network container:pp nginx
f040f14f6d8d8d0c042ad04ad38eed465f30a8272b13832c68541c4353b803b2
$ curl -s localhost:8080 | grep title
<title>Welcome to nginx!</title>
$ docker port ww
$ docker port pp
80/tcp -> 0.0.0.0:8080
80/tcp -> [::]:8080
$ docker ps --format '{{.Names}}: {{.Ports}}'
ww: 
pp: 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ docker exec ww netstat -tln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       
tcp        0      0 :::80                   :::*                    LISTEN      
$ docker exec ww kill 1; sleep 1; docker ps -a --filter name=ww --format '{{.Status}}' | cut -d' ' -f1,2
Exited (0)
$ curl -s -m1 localhost:8080; echo $?
56
$ kill -9 $(docker inspect -f '{{.State.Pid}}' pp); sleep 1; docker inspect -f '{{.State.ExitCode}} {{.State.Status}}' pp
137 exited
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
