# Ports held by others, families and addresses of published ports, docker-proxy and rules taken away.
#! world: docker
$ docker run -d --name web -p 8080:80 nginx
099d6bd147c6a35093089048dfc7fffdf12634ceaf3ac90592d191ce3b54b610
$ docker run -d --name web2 -p 8080:80 nginx
44996b67e856ef07746117802a0bbe3798cf1947703fa97f0666d5063bc9a1e8
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (fdf4646b96eea2eebca2d7dd9a7d714cf6e3194351ec41aa9650876b715c4628): Bind for 0.0.0.0:8080 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker ps -a --format '{{.Names}} {{.Status}}' | awk '{print $1,$2}'
web2 Created
web Up
$ docker rm web2
web2
$ nc -l -p 9000 & sleep 0.5; docker run -d --name web2 -p 9000:80 nginx; kill %1
d82819ec49ebf7b17b646e0c15c0f4cb142ac3a434db88465aa6fdb579665e0a
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (1b3ef6ed2294b07682c6d71ff4ad4fbd9045bd98d30c5b9583a5bd7ddc096f04): failed to bind host port for 0.0.0.0:9000:172.17.0.3:80/tcp: address already in use

Run 'docker run --help' for more information
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 127.0.0.1:8080:80 nginx
8a73d93a1700aa932e777b8eb892aac043cf3a7174a9a77622ef1d0df7c4970d
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (d2f722147d835ca954d370823005a1ed994c1f1571fe5bb735f10bf210e63db2): Bind for 0.0.0.0:8080 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 192.168.1.10:8081:80 -p 127.0.0.1:8081:80 nginx
9d9dedbf1482a2df3aafc01553dca06952f8eb53d3d2116344614e0755db37e6
$ docker port web2
80/tcp -> 127.0.0.1:8081
80/tcp -> 192.168.1.10:8081
$ ss -ltn | grep 8081
LISTEN 0      4096    192.168.1.10:8081      0.0.0.0:*          
LISTEN 0      4096       127.0.0.1:8081      0.0.0.0:*          
$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8081
200
$ curl -s -o /dev/null -w '%{http_code}\n' 127.0.0.1:8081
200
pc$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8081
200
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
-A DOCKER -d 127.0.0.1/32 ! -i docker0 -p tcp -m tcp --dport 8081 -j DNAT --to-destination 172.17.0.3:80
-A DOCKER -d 192.168.1.10/32 ! -i docker0 -p tcp -m tcp --dport 8081 -j DNAT --to-destination 172.17.0.3:80
$ iptables -t raw -S PREROUTING
-P PREROUTING ACCEPT
-A PREROUTING -d 172.17.0.2/32 ! -i docker0 -j DROP
-A PREROUTING -d 172.17.0.3/32 ! -i docker0 -j DROP
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 8081 -j DROP
$ iptables -S DOCKER
-N DOCKER
-A DOCKER -d 172.17.0.3/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 8082-8084:80 nginx
413cf32065e960176736948c810a671b167106689f09bc15ea294510af5939fe
$ docker port web2
80/tcp -> 0.0.0.0:8082
80/tcp -> [::]:8082
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 8082-8084:80-82 -p 53:53/udp nginx
0b27648b10523636b7c235300ad3559e33391c942f4496e10c8de5b249a662fa
$ docker port web2
53/udp -> 0.0.0.0:53
53/udp -> [::]:53
80/tcp -> 0.0.0.0:8082
80/tcp -> [::]:8082
81/tcp -> 0.0.0.0:8083
81/tcp -> [::]:8083
82/tcp -> 0.0.0.0:8084
82/tcp -> [::]:8084
$ docker ps --filter name=web2 --format '{{.Ports}}'
0.0.0.0:53->53/udp, [::]:53->53/udp, 0.0.0.0:8082->80/tcp, [::]:8082->80/tcp, 0.0.0.0:8083->81/tcp, [::]:8083->81/tcp, 0.0.0.0:8084->82/tcp, [::]:8084->82/tcp
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 0.0.0.0:8090:80 nginx
0256916f083ec449057cdf269246b449f7e625c36cf45c053f01fb00475f3a7f
$ docker port web2
80/tcp -> 0.0.0.0:8090
$ ss -ltn | grep 8090
LISTEN 0      4096         0.0.0.0:8090      0.0.0.0:*          
$ docker rm -f web2
web2
$ docker run -d --name web2 -p '[::]:8090:80' nginx
617400690ac260f1123befa05b3328e0c45ac8c744afb6dfee5af4b34d1c7e35
$ docker port web2
80/tcp -> [::]:8090
$ ss -ltn | grep 8090
LISTEN 0      4096            [::]:8090         [::]:*          
$ curl -s -o /dev/null -w '%{http_code}\n' 'http://[::1]:8090'
200
$ curl -s -o /dev/null -w '%{http_code}\n' 'http://127.0.0.1:8090'
000
[7]
$ docker rm -f web2
web2
$ docker run -d --name web2 -p '[::1]:8090:80' nginx
f7e8dfcbbd70f6dc82280a6befe34d59c3acf550fb440851ca21d6e9ad0049b8
$ docker port web2
80/tcp -> [::1]:8090
$ docker rm -f web2
web2
$ docker run -d --name web2 --publish-all --expose 9999/udp nginx
04249191a3a4d0081babcf242fb5bd7e071fd1a9fc1c3357c8592422416f3520
$ docker port web2
80/tcp -> 0.0.0.0:32768
80/tcp -> [::]:32768
9999/udp -> 0.0.0.0:32768
9999/udp -> [::]:32768
$ docker inspect web2 -f '{{json .Config.ExposedPorts}} {{json .HostConfig.PublishAllPorts}}'
{"80/tcp":{},"9999/udp":{}} true
$ docker restart -t 1 web2
web2
$ docker port web2
80/tcp -> 0.0.0.0:32769
80/tcp -> [::]:32769
9999/udp -> 0.0.0.0:32769
9999/udp -> [::]:32769
$ docker rm -f web2
web2
$ docker create --name web2 -p 80 nginx
329b7ff0189e8051d2d187b22c2b96e6a1898d1668a99b4979e4c0d0e03604d8
$ docker port web2
$ docker start web2
web2
$ docker port web2
80/tcp -> 0.0.0.0:32770
80/tcp -> [::]:32770
$ docker run --rm --name dup -p 8081:80 -p 8081:80 nginx nginx -v
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint dup (20271d40330f53e8cd77ac1e6c44a063581bd5385464cf67b49cb2a314666740): failed to listen on TCP socket: address already in use

Run 'docker run --help' for more information
[125]
$ docker run -d --name udp -p 5000:5000/udp alpine nc -u -l -p 5000
9ab78cbb32d2aebee44f3a69260ec4a9dd2d7c70d5f8c9d9a04ee06db0a87b9a
$ docker run -d --name echo -p 7000:7000 alpine nc -l -p 7000 -e cat
267f4223db29fcfb8aa64ee7d45e8d9306a37a956c32b8e062546ff8a684ca91
$ echo hi | nc -q1 127.0.0.1 7000
hi
pc$ nc -zv -w1 192.168.1.10 7000
nc: connect to 192.168.1.10 port 7000 (tcp) failed: Connection refused
[1]
pc$ nc -zv -w1 192.168.1.10 8080
Connection to 192.168.1.10 8080 port [tcp/http-alt] succeeded!
pc$ nc -zv -w1 192.168.1.10 9999
nc: connect to 192.168.1.10 port 9999 (tcp) failed: Connection refused
[1]
$ iptables -t nat -nL POSTROUTING
Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
MASQUERADE  0    --  172.17.0.0/16        0.0.0.0/0           
$ conntrack -D -p tcp --dport 8080 2>&1 | tail -1 | sed 's/[0-9]\+ flow/N flow/'
tcp      6 119 TIME_WAIT src=192.168.1.11 dst=192.168.1.10 sport=49974 dport=8080 src=172.17.0.2 dst=192.168.1.11 sport=80 dport=49974 [ASSURED] mark=0 use=1
$ docker stop -t 1 web
web
pc$ curl -s -m1 192.168.1.10:8080; echo $?
7
$ docker start web
web
pc$ curl -s 192.168.1.10:8080 | grep title
<title>Welcome to nginx!</title>
$ docker exec web nc -zv -w1 192.168.1.10 8080
nc: invalid option -- 'z'
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: nc [-iN] [-wN] [-l] [-p PORT] [-f FILE|IPADDR PORT] [-e PROG]

Open a pipe to IP:PORT or FILE

	-l	Listen mode, for inbound connects
		(use -ll with -e for persistent server)
	-p PORT	Local port
	-w SEC	Connect timeout
	-i SEC	Delay interval for lines sent
	-f FILE	Use file (ala /dev/ttyS0) instead of network
	-e PROG	Run PROG after connect
[1]
$ docker exec web wget -qO- localhost:8080
wget: can't connect to remote host (127.0.0.1): Connection refused
[1]
$ docker exec web wget -qO- localhost:80 | grep title
<title>Welcome to nginx!</title>
$ pgrep -c docker-proxy
4
$ kill -9 $(pgrep -f 'docker-proxy.*host-port 8080 ' | head -1); sleep 0.5
$ curl -s -m1 -o /dev/null -w '%{http_code}\n' 127.0.0.1:8080
000
[7]
pc$ curl -s -m1 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ docker ps --format '{{.Names}} {{.Ports}}' | grep '^web '
web 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ iptables -t nat -F DOCKER
pc$ curl -s -m1 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
000
[7]
$ docker restart -t 1 web
web
pc$ curl -s -m1 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
