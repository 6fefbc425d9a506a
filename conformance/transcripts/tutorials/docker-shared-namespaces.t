# Containers in one network namespace: what they share, and what becomes of them when its owner stops.
#! world: docker
$ docker run -d --name pause alpine sleep 100000
13700a45f809cd0f78c157e7645985671f0fc47def61e495d559d69d400bd058
$ docker run -d --name app1 --network container:pause nginx
8426cf4a5ba3c2f300018a01293e08c8f4ffb2def232c39340c06f7d20289fef
$ docker run -d --name app2 --network container:pause --pid container:pause --ipc container:pause alpine sleep 1000
fe0675c3e2c23d9f62678306a973d48c0a5b2d2115465ca03a8a45dcee25a365
docker: Error response from daemon: failed to join IPC namespace: container 13700a45f809cd0f78c157e7645985671f0fc47def61e495d559d69d400bd058: non-shareable IPC (hint: use IpcMode:shareable for the donor container)

Run 'docker run --help' for more information
[125]
$ docker exec app2 wget -qO- localhost | head -4
Error response from daemon: container fe0675c3e2c23d9f62678306a973d48c0a5b2d2115465ca03a8a45dcee25a365 is not running
$ docker exec app2 ps
Error response from daemon: container fe0675c3e2c23d9f62678306a973d48c0a5b2d2115465ca03a8a45dcee25a365 is not running
[1]
$ docker exec app2 hostname | wc -c
Error response from daemon: container fe0675c3e2c23d9f62678306a973d48c0a5b2d2115465ca03a8a45dcee25a365 is not running
0
$ docker exec app1 hostname | wc -c
13
$ test "$(docker exec app1 hostname)" = "$(docker exec pause hostname)" && echo same
same
$ docker exec app1 cat /etc/hosts | wc -l
7
$ docker exec app2 ip -4 -o addr show eth0
Error response from daemon: container fe0675c3e2c23d9f62678306a973d48c0a5b2d2115465ca03a8a45dcee25a365 is not running
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
cf6da35122a1e6ca7f3ce87c95fa9c35d0c5fb4e83b3894ed0ab3741003404b6
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
$ docker exec pause wget -qO- localhost | head -1
wget: can't connect to remote host (127.0.0.1): Connection refused
$ docker restart -t 1 app1
app1
$ docker exec pause wget -qO- localhost | grep title
<title>Welcome to nginx!</title>
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
Error response from daemon: Cannot restart container app1: joining network namespace of container: No such container: 13700a45f809cd0f78c157e7645985671f0fc47def61e495d559d69d400bd058
[1]
$ docker start app1
Error response from daemon: joining network namespace of container: No such container: 13700a45f809cd0f78c157e7645985671f0fc47def61e495d559d69d400bd058
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
17a47f414255391f441f6c5eb902c01291a417a260ec3444ad402af7d7127ede
$ docker run -d --name ww --network container:pp nginx
5b6b1b0a95bf86f8c65cc5b1fc684e33fdfec04890131d53a990bec7296ab369
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
