# Publishing ports in every form.
#! world: docker
$ docker run -d --name w1 -p 8080:80 nginx
5a2e6f8b7e11bf6876011fe0aa144da04a7360538dad98adfef147c23b9139ae
$ docker run -d --name w2 -p 127.0.0.1:8081:80 nginx
da6d4002c91fe9ad3a8a99e5bdfea3cdbf64989261780bc4d46bf078dd07bc5c
$ docker run -d --name w3 -p 80 nginx
87d2e982edc5327b4fd807242a2420f15f62cf354269b5808cd4b46ae7d51d4e
$ docker run -d --name w4 -P nginx
958ce52ba928003acad40ae3f58d6a8474f1142440093293332e24a747234326
$ docker run -d --name w5 -p 8082:80/tcp -p 5353:53/udp nginx
9b17699c4fb573c9f6b26e53711e415450a1f67c722c0c9be9535deb003e78d4
$ docker run -d --name w6 -p 9000-9002:80-82 nginx
7f886264d2680a99f37cf8ef668c91f7ebd184fdd93907630e0b988b4e080331
$ docker run -d --name w7 -p 192.168.1.10::80 nginx
83b2525a03f1643a873d1cf2a1229dca43cc81321945337abd883ad0ebadc9ab
$ docker run -d --name w8 --publish published=8090,target=80 nginx
59b4938717c49449f3c1eeeff11c841ebced33e6bca05b0d0ce2f9c9ec653a67
$ docker run -d --name w9 --expose 8000-8001 -P nginx
1601338dabb3e00deda44f893664895ab00e8e727acfb99e4dab6ec4e37fbc89
$ docker ps --format 'table {{.Names}}\t{{.Ports}}'
NAMES     PORTS
w9        0.0.0.0:32771->80/tcp, [::]:32771->80/tcp, 0.0.0.0:32772->8000/tcp, [::]:32772->8000/tcp, 0.0.0.0:32773->8001/tcp, [::]:32773->8001/tcp
w8        0.0.0.0:8090->80/tcp, [::]:8090->80/tcp
w7        192.168.1.10:32770->80/tcp
w6        0.0.0.0:9000->80/tcp, [::]:9000->80/tcp, 0.0.0.0:9001->81/tcp, [::]:9001->81/tcp, 0.0.0.0:9002->82/tcp, [::]:9002->82/tcp
w5        0.0.0.0:5353->53/udp, [::]:5353->53/udp, 0.0.0.0:8082->80/tcp, [::]:8082->80/tcp
w4        0.0.0.0:32769->80/tcp, [::]:32769->80/tcp
w3        0.0.0.0:32768->80/tcp, [::]:32768->80/tcp
w2        127.0.0.1:8081->80/tcp
w1        0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ docker port w1
80/tcp -> 0.0.0.0:8080
80/tcp -> [::]:8080
$ docker port w1 80
0.0.0.0:8080
[::]:8080
$ docker port w1 80/tcp
0.0.0.0:8080
[::]:8080
$ docker port w1 443
Error: No public port '443' published for w1
[1]
$ docker port w5
53/udp -> 0.0.0.0:5353
53/udp -> [::]:5353
80/tcp -> 0.0.0.0:8082
80/tcp -> [::]:8082
$ docker port w6
80/tcp -> 0.0.0.0:9000
80/tcp -> [::]:9000
81/tcp -> 0.0.0.0:9001
81/tcp -> [::]:9001
82/tcp -> 0.0.0.0:9002
82/tcp -> [::]:9002
$ docker port w5 53/udp
0.0.0.0:5353
[::]:5353
$ curl -s -o /dev/null -w '%{http_code}\n' localhost:8080
200
$ curl -s -o /dev/null -w '%{http_code}\n' 127.0.0.1:8081
200
$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8081
000
[7]
pc$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8081
000
[7]
$ ss -ltn | grep -E ':(80|90)'
LISTEN 0      4096       127.0.0.1:8081       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:9001       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:9000       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:9002       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:8090       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:8080       0.0.0.0:*          
LISTEN 0      4096         0.0.0.0:8082       0.0.0.0:*          
LISTEN 0      4096            [::]:9001          [::]:*          
LISTEN 0      4096            [::]:9000          [::]:*          
LISTEN 0      4096            [::]:9002          [::]:*          
LISTEN 0      4096            [::]:8090          [::]:*          
LISTEN 0      4096            [::]:8080          [::]:*          
LISTEN 0      4096            [::]:8082          [::]:*          
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
-A DOCKER -d 127.0.0.1/32 ! -i docker0 -p tcp -m tcp --dport 8081 -j DNAT --to-destination 172.17.0.3:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32768 -j DNAT --to-destination 172.17.0.4:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32769 -j DNAT --to-destination 172.17.0.5:80
-A DOCKER ! -i docker0 -p udp -m udp --dport 5353 -j DNAT --to-destination 172.17.0.6:53
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8082 -j DNAT --to-destination 172.17.0.6:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 9000 -j DNAT --to-destination 172.17.0.7:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 9001 -j DNAT --to-destination 172.17.0.7:81
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 9002 -j DNAT --to-destination 172.17.0.7:82
-A DOCKER -d 192.168.1.10/32 ! -i docker0 -p tcp -m tcp --dport 32770 -j DNAT --to-destination 172.17.0.8:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8090 -j DNAT --to-destination 172.17.0.9:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32771 -j DNAT --to-destination 172.17.0.10:80
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32772 -j DNAT --to-destination 172.17.0.10:8000
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 32773 -j DNAT --to-destination 172.17.0.10:8001
$ iptables -S DOCKER
-N DOCKER
-A DOCKER -d 172.17.0.10/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 8001 -j ACCEPT
-A DOCKER -d 172.17.0.10/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 8000 -j ACCEPT
-A DOCKER -d 172.17.0.10/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.9/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.8/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.7/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 82 -j ACCEPT
-A DOCKER -d 172.17.0.7/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 81 -j ACCEPT
-A DOCKER -d 172.17.0.7/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.6/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.6/32 ! -i docker0 -o docker0 -p udp -m udp --dport 53 -j ACCEPT
-A DOCKER -d 172.17.0.5/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.4/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.3/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i docker0 -o docker0 -j DROP
$ docker run -d --name x1 -p 8080:80 nginx
770814b5c1d920d5e1ee077c246f282d986987e49a80c1b276185e88724530e5
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint x1 (1725b921eec6b5c03a142f62ee810927c4410b907423ae1ecfc4ef434a544f81): Bind for 0.0.0.0:8080 failed: port is already allocated

Run 'docker run --help' for more information
[125]
$ docker ps -a --filter name=x1 --format '{{.Names}} {{.Status}}'
x1 Created
$ docker run -d --name x2 -p 99999:80 nginx
docker: Invalid hostPort: 99999

Run 'docker run --help' for more information
[125]
$ docker run -d --name x3 -p 8080:99999 nginx
docker: Invalid containerPort: 99999

Run 'docker run --help' for more information
[125]
$ docker run -d --name x4 -p foo:80 nginx
docker: Invalid hostPort: foo

Run 'docker run --help' for more information
[125]
$ docker run -d --name x5 -p 8080:80/sctpx nginx
docker: Invalid proto: sctpx

Run 'docker run --help' for more information
[125]
$ docker run -d --name x6 -p 8000-8003:80-82 nginx
docker: Invalid ranges specified for container and host Ports: 80-82 and 8000-8003

Run 'docker run --help' for more information
[125]
$ docker run -d --name x7 -p 10.9.9.9:8099:80 nginx
658996953c19265b075914ea26b992adeb7a96cf67423b8d1506f59c6e31e9b8
docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint x7 (b2b6e9a4cbe7a7d0cbf551097a688b7445408794fec92a8ecf2a0aa82b3e666e): failed to bind host port for 10.9.9.9:8099:172.17.0.11:80/tcp: cannot assign requested address

Run 'docker run --help' for more information
[125]
$ docker rm -f $(docker ps -aq) | wc -l
11
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i docker0 -j RETURN
