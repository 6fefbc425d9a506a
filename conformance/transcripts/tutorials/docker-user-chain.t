# The chain that Docker leaves to its user.
#! world: docker
$ docker run -d --name web -p 8080:80 nginx
1d877c97edb4b88c44e31224d8472594efd0bfa1d571688f01fdba1050f4a39c
$ iptables -S DOCKER-USER
-N DOCKER-USER
$ iptables -S FORWARD
-P FORWARD DROP
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
pc$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ iptables -A INPUT -p tcp --dport 8080 -j DROP
pc$ curl -s -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ iptables -D INPUT -p tcp --dport 8080 -j DROP
$ iptables -I DOCKER-USER -i eth0 ! -s 192.168.1.0/24 -j DROP
$ iptables -I DOCKER-USER -i eth0 -s 192.168.1.11 -p tcp --dport 8080 -j REJECT
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ iptables -I DOCKER-USER -i eth0 -s 192.168.1.11 -p tcp --dport 80 -j REJECT
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
000
[7]
$ iptables -L DOCKER-USER -n -v
Chain DOCKER-USER (1 references)
 pkts bytes target     prot opt in     out     source               destination         
    1    60 REJECT     6    --  eth0   *       192.168.1.11         0.0.0.0/0            tcp dpt:80 reject-with icmp-port-unreachable
    0     0 REJECT     6    --  eth0   *       192.168.1.11         0.0.0.0/0            tcp dpt:8080 reject-with icmp-port-unreachable
    0     0 DROP       0    --  eth0   *      !192.168.1.0/24       0.0.0.0/0           
$ iptables -I DOCKER-USER -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL -j RETURN
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ iptables -L DOCKER-USER -n --line-numbers
Chain DOCKER-USER (1 references)
num  target     prot opt source               destination         
1    RETURN     6    --  0.0.0.0/0            0.0.0.0/0            ctorigdstport 8080 ctdir ORIGINAL
2    REJECT     6    --  192.168.1.11         0.0.0.0/0            tcp dpt:80 reject-with icmp-port-unreachable
3    REJECT     6    --  192.168.1.11         0.0.0.0/0            tcp dpt:8080 reject-with icmp-port-unreachable
4    DROP       0    -- !192.168.1.0/24       0.0.0.0/0           
$ systemctl restart docker
$ iptables -S DOCKER-USER
-N DOCKER-USER
-A DOCKER-USER -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL -j RETURN
-A DOCKER-USER -s 192.168.1.11/32 -i eth0 -p tcp -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable
-A DOCKER-USER -s 192.168.1.11/32 -i eth0 -p tcp -m tcp --dport 8080 -j REJECT --reject-with icmp-port-unreachable
-A DOCKER-USER ! -s 192.168.1.0/24 -i eth0 -j DROP
$ docker ps -a --format '{{.Names}} {{.State}}'
web exited
$ iptables -F DOCKER-USER
$ iptables -F
$ iptables -S | head -20
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N DOCKER
-N DOCKER-BRIDGE
-N DOCKER-CT
-N DOCKER-FORWARD
-N DOCKER-ISOLATION-STAGE-1
-N DOCKER-ISOLATION-STAGE-2
-N DOCKER-USER
$ docker start web
web
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
000
[28]
$ iptables -t nat -F
pc$ curl -s --max-time 2 -o /dev/null -w '%{http_code}\n' 192.168.1.10:8080
200
$ systemctl restart docker
$ iptables -S | head -40
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N DOCKER
-N DOCKER-BRIDGE
-N DOCKER-CT
-N DOCKER-FORWARD
-N DOCKER-ISOLATION-STAGE-1
-N DOCKER-ISOLATION-STAGE-2
-N DOCKER-USER
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
-A DOCKER ! -i docker0 -o docker0 -j DROP
-A DOCKER-BRIDGE -o docker0 -j DOCKER
-A DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1
-A DOCKER-FORWARD -j DOCKER-BRIDGE
-A DOCKER-FORWARD -i docker0 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
