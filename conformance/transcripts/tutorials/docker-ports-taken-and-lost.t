# Ports held by others, families and addresses of published ports, docker-proxy and rules taken away.
#! world: docker
$ docker run -d --name web -p 8080:80 nginx
5b95c16b98b962c01a99d6aa73509adc7cb0c1feef677a84675d368ccfb1fb33
$ docker run -d --name web2 -p 8080:80 nginx
1b69c0a8cdc813bb6e488c32ce27694fd72aae90140f324afddb620664f94a5f
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (a1eb853c5e96b4b67e7156cccd387bbc1ab3be16c4ea1e1d05135c09448db4b4): Bind for 0.0.0.0:8080 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker ps -a --format '{{.Names}} {{.Status}}' | awk '{print $1,$2}'
web2 Created
web Up
$ docker rm web2
web2
$ nc -l -p 9000 & sleep 0.5; docker run -d --name web2 -p 9000:80 nginx; kill %1
fa1541e8f642600a9ec5ec44fd1ef17e95579c2046236a688d42b74ba07aef82
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (ba57e86165cf4f6a7f132b9ba70ddb3ea4366acf9e5d92a4df8a8e5202ecb9e9): failed to bind host port for 0.0.0.0:9000:172.17.0.3:80/tcp: address already in use

Run 'docker run --help' for more information
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 127.0.0.1:8080:80 nginx
bc23ec73d937efdd8a76f915f9f001b015701895f002811c3301cf840fc4e1ce
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (04bc39588e646252619dd6bd9d0921bddce7b0845b88fe7435f05c3da86b1f12): Bind for 0.0.0.0:8080 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 192.168.1.10:8081:80 -p 127.0.0.1:8081:80 nginx
637b0a9668b35d5b5d78b4eed520bae3ec2551ba9ea25139a6b3a97d6bdfdc0c
$ docker port web2
80/tcp -> 127.0.0.1:8081
80/tcp -> 192.168.1.10:8081
$ ss -ltn | grep 8081
LISTEN 0      4096       127.0.0.1:8081      0.0.0.0:*          
LISTEN 0      4096    192.168.1.10:8081      0.0.0.0:*          
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
cb2a881af99f878dbbf8618b2d115903c984206ed6fd513bcc11f007cf96db9c
$ docker port web2
80/tcp -> 0.0.0.0:8082
80/tcp -> [::]:8082
$ docker rm -f web2
web2
$ docker run -d --name web2 -p 8082-8084:80-82 -p 53:53/udp nginx
bee21eb6acad00d46e97d383f842e6fe276eabcaaf63ac0f2b5268786225a267
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
1ca83674ec94acec0641de0e32ae8dd4e59c32fc01b2a59c2043b22933dd81d9
$ docker port web2
80/tcp -> 0.0.0.0:8090
$ ss -ltn | grep 8090
LISTEN 0      4096         0.0.0.0:8090      0.0.0.0:*          
$ docker rm -f web2
web2
$ docker run -d --name web2 -p '[::]:8090:80' nginx
3ff2eb04359f997a99398066e5f93c100e372b05dc91ea33ddc5ea733fbe85f5
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
14e16e0b36ca18784a4690d17a07d4df7b04e3efe1dd859f2928f04d857a4b82
$ docker port web2
80/tcp -> [::1]:8090
$ docker rm -f web2
web2
$ docker run -d --name web2 --publish-all --expose 9999/udp nginx
f6c9e47bac63098aeab62553bfa75294ea442121e343039d1e0bfad972cc9487
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
18a119c369e64f9bdb1868c42a533d60cea599f25c48d96936189ac24a2c7bdf
$ docker port web2
$ docker start web2
web2
$ docker port web2
80/tcp -> 0.0.0.0:32770
80/tcp -> [::]:32770
$ docker run --rm --name dup -p 8081:80 -p 8081:80 nginx nginx -v
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint dup (88cf3fe08d5b1b6dd62b4d311a5a873347e78403f7dc6fde156fe7d87ce988ec): failed to listen on TCP socket: address already in use

Run 'docker run --help' for more information
[125]
$ docker run -d --name udp -p 5000:5000/udp alpine nc -u -l -p 5000
90a8a8f540fbfaa4b31c3f3083df9a8f08675bfb719fd0cf51e85ede0f67d9ba
$ docker run -d --name echo -p 7000:7000 alpine nc -l -p 7000 -e cat
b57ffb81c17bbb9dc8044dae5f449835f470ef1391d9deca34449612da6ad194
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
tcp      6 119 TIME_WAIT src=192.168.1.11 dst=192.168.1.10 sport=36896 dport=8080 src=172.17.0.2 dst=192.168.1.11 sport=80 dport=36896 [ASSURED] mark=0 use=1
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
$ docker exec web wget -qO- -T1 localhost:8080
[139]
$ docker exec web wget -qO- -T1 localhost:80 | grep title
[1]
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
