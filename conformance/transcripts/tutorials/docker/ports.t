#! world: docker
# Published ports
$ docker run -d --name w1 -p 80 nginx
9d3cc1739b416503e2ec329109b9a8f8e7872d5c4877ebaaf26eb11a16d12e8b
$ docker port w1
80/tcp -> 0.0.0.0:32768
80/tcp -> [::]:32768
$ docker run -d --name w2 -p 127.0.0.1:8081:80 nginx
f45521489740e40e475c47e5ca9dbcdd76291e858630fa098e6e066f2cbda12f
$ docker run -d --name w3 -p 9000-9001:80-81 nginx
0fdf4f0d629906ea79f2c9c3ff918eb69be39e83ec97711569ec4dde474da1bf
$ docker ps --format '{{.Names}} {{.Ports}}'
w3 0.0.0.0:9000->80/tcp, [::]:9000->80/tcp, 0.0.0.0:9001->81/tcp, [::]:9001->81/tcp
w2 127.0.0.1:8081->80/tcp
w1 0.0.0.0:32768->80/tcp, [::]:32768->80/tcp
$ curl -s http://127.0.0.1:8081/ | head -1
<!DOCTYPE html>
pc$ curl -s --connect-timeout 1 http://192.168.1.10:8081/; echo $?
7
pc$ curl -s http://192.168.1.10:9000/ | grep -c nginx
2
$ docker run -d --name w4 -p 8081:80 nginx
675dc755d79d492dfd45dcdb2a17f9c4d8fb4f681e931ae4ac09b169a272aaa5
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint w4 (808c942031397401322bfdf81dd8b665aff1b74bad63797853c3fed1e065d3bc): Bind for 127.0.0.1:8081 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker ps -a --filter name=w4 --format '{{.Status}}'
Created
$ docker rm w4
w4
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32768 -j DNAT --to-destination 172.17.0.2:80
-A DOCKER -d 127.0.0.1/32 ! -i docker0 -p tcp -m tcp --dport 8081 -j DNAT --to-destination 172.17.0.3:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 9000 -j DNAT --to-destination 172.17.0.4:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 9001 -j DNAT --to-destination 172.17.0.4:81
$ iptables -S DOCKER
-N DOCKER
-A DOCKER -d 172.17.0.4/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 81 -j ACCEPT
-A DOCKER -d 172.17.0.4/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.3/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP
-A PREROUTING -d 172.17.0.3/32 ! -i docker0 -j DROP
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 8081 -j DROP
-A PREROUTING -d 172.17.0.4/32 ! -i docker0 -j DROP
$ ss -tlnp | awk '{print $4, $6}' | sed 's/pid=[0-9]*,fd=[0-9]*/pid=N/' | sort
0.0.0.0:32768 users:(("docker-proxy",pid=N))
0.0.0.0:9000 users:(("docker-proxy",pid=N))
0.0.0.0:9001 users:(("docker-proxy",pid=N))
127.0.0.1:8081 users:(("docker-proxy",pid=N))
Local Peer
[::]:32768 users:(("docker-proxy",pid=N))
[::]:9000 users:(("docker-proxy",pid=N))
[::]:9001 users:(("docker-proxy",pid=N))
$ iptables -I DOCKER-USER -s 192.168.1.11 -j DROP
pc$ curl -s --connect-timeout 1 http://192.168.1.10:9000/; echo $?
28
$ iptables -D DOCKER-USER 1
$ iptables -P FORWARD ACCEPT
$ docker restart -t 0 w1
w1
$ docker inspect -f '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}' w1
32769
$ docker inspect --format '{{json .NetworkSettings.Ports}}' w2
{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"8081"}]}
$ docker rm -f w1 w2 w3
w1
w2
w3
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
