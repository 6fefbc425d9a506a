# Options of bridges and endpoints, gateway modes, IPv6, filters: taken, shown and refused.
#! world: docker
$ docker network create --driver bridge --opt com.docker.network.bridge.name=br0x --opt com.docker.network.driver.mtu=1400 --opt com.docker.network.bridge.enable_icc=false --opt com.docker.network.bridge.enable_ip_masquerade=false --opt com.docker.network.bridge.host_binding_ipv4=127.0.0.1 opts
662c8ce293683e05d9b3ffebd447657c338fb1e68937410b2150fcb13687c320
$ ip -4 addr show br0x
4: br0x: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1400 qdisc noqueue state DOWN group default 
    inet 172.18.0.1/16 brd 172.18.255.255 scope global br0x
       valid_lft forever preferred_lft forever
$ docker network inspect opts -f '{{json .Options}}'
{"com.docker.network.bridge.enable_icc":"false","com.docker.network.bridge.enable_ip_masquerade":"false","com.docker.network.bridge.host_binding_ipv4":"127.0.0.1","com.docker.network.bridge.name":"br0x","com.docker.network.driver.mtu":"1400"}
$ docker run -d --name aa --network opts -p 8080:80 nginx
1084a51e63bf4e4360b7ddc1704cec6dc171c9a3920ba9b2311c5fcaaa3ca3c1
$ docker run -d --name bb --network opts alpine sleep 1000
ec57386dff337bafca73eaaa448096d32c6a80ab40d6b759a7918c8d99068d93
$ docker port aa
80/tcp -> 127.0.0.1:8080
$ docker exec bb ip link show eth0
2: eth0@if6: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1400 qdisc noqueue 
    link/ether 66:60:9e:27:b7:88 brd ff:ff:ff:ff:ff:ff
$ docker exec bb ping -c1 -w2 aa
PING aa (172.18.0.2): 56 data bytes

--- aa ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker exec bb ping -c1 -w2 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ iptables -S | grep br0x
-A DOCKER -d 172.18.0.2/32 ! -i br0x -o br0x -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER ! -i br0x -o br0x -j DROP
-A DOCKER-BRIDGE -o br0x -j DOCKER
-A DOCKER-CT -o br0x -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -i br0x -o br0x -j DROP
-A DOCKER-FORWARD -i br0x ! -o br0x -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i br0x ! -o br0x -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o br0x -j DROP
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER -i docker0 -j RETURN
-A DOCKER -d 127.0.0.1/32 ! -i br0x -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.18.0.2:80
$ docker network create --opt com.docker.network.bridge.name=docker0 x1
Error response from daemon: cannot create network dd9bfabefc2fcf48155a0dd300bc18ceb44521d00665942f4de7558d962a0b4e (docker0): conflicts with network 6a4cbbb6a44b7f62fa86b11733a6081d21fd1783dbdeb7f1bb6faf4def149279 (docker0): networks have same bridge name
[1]
$ docker network create --opt com.docker.network.bridge.name=eth0 x2
Error response from daemon: existing interface eth0 is not a bridge
[1]
$ docker network create --opt com.docker.network.bridge.name=averyveryverylongname x3
Error response from daemon: numerical result out of range
[1]
$ docker network create --opt com.docker.network.driver.mtu=foo x4
Error response from daemon: failed to parse com.docker.network.driver.mtu value: foo (strconv.Atoi: parsing "foo": invalid syntax)
[1]
$ docker network create --opt com.docker.network.driver.mtu=100 x5
a6730a81483c954d21d0b76d54029d881b0faa8782dcef93320dec5dca39e9a8
$ docker network create --opt com.docker.network.bridge.enable_icc=foo x6
Error response from daemon: failed to parse com.docker.network.bridge.enable_icc value: foo (strconv.ParseBool: parsing "foo": invalid syntax)
[1]
$ docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=routed r1
b273a18979d9e25136a85103d7dffb33b2de2873ec6c1e3595f20a21a39380bb
$ docker run -d --name rr --network r1 -p 8081:80 nginx
ffc0ba8a0e053e35e8849b11756252b3ad66fe2b6236da22492d367df0517742
$ docker port rr
80/tcp -> 0.0.0.0:
80/tcp -> [::]:8081
$ docker ps --filter name=^r$ --format '{{.Ports}}'
$ iptables -S | grep 172.19
[1]
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -d 172.18.0.2/32 ! -i br0x -j DROP
-A PREROUTING -d 127.0.0.1/32 ! -i lo -p tcp -m tcp --dport 8080 -j DROP
-A PREROUTING -d 172.18.0.3/32 ! -i br0x -j DROP
pc$ ip route add 172.19.0.0/16 via 192.168.1.10
pc$ curl -s -o /dev/null -w '%{http_code}\n' --max-time 2 172.19.0.2
000
[28]
pc$ ping -c1 -W1 172.19.0.2
PING 172.19.0.2 (172.19.0.2) 56(84) bytes of data.

--- 172.19.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected u1
b573b560f658fa4c501a5189e00ec119259b622d5920a2a804d138c579c26daf
$ docker run -d --name uu --network u1 -p 8082:80 nginx
c99c4f39e14e04f5500bc6139f2245bf02e01346098abc399f04ae7778437e2d
$ iptables -S | grep 172.20
-A DOCKER -d 172.20.0.2/32 ! -i br-b273a18979d9 -o br-b273a18979d9 -p tcp -m tcp --dport 80 -j ACCEPT
$ docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=isolated i1
Error response from daemon: gateway mode 'isolated' can only be used for an internal network
[1]
$ docker network create --internal --opt com.docker.network.bridge.gateway_mode_ipv4=isolated i1
e776a07e6ab7ac07bfd8645f44b515d13e95cc366407df91ac736d05179d3fb5
$ docker run --rm --network i1 alpine sh -c 'ip route; ip -4 -o a'
172.22.0.0/16 dev eth0 scope link  src 172.22.0.1 
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
2: eth0    inet 172.22.0.1/16 brd 172.22.255.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker network create --opt com.docker.network.bridge.gateway_mode_ipv4=foo i2
Error response from daemon: failed to parse com.docker.network.bridge.gateway_mode_ipv4 value: foo (unknown gateway mode foo)
[1]
$ docker network create --label a=bb --label c lab
f44fea74689505fdde466feafbb728c4ac51c1536150fd534b43da5722966f55
$ docker network inspect lab -f '{{json .Labels}}'
{"a":"bb","c":""}
$ docker network ls --filter label=aa --format '{{.Name}}'
$ docker network ls --filter label=a=c --format '{{.Name}}'
$ docker network ls --filter name=o --format '{{.Name}}'
host
none
opts
$ docker network ls --filter type=builtin --format '{{.Name}}'
bridge
host
none
$ docker network ls --filter type=custom -q | wc -l
6
$ docker network ls --filter scope=local --format '{{.Name}}:{{.Scope}}' | head -3
bridge:local
host:local
i1:local
$ docker network ls --filter dangling=true --format '{{.Name}}'
i1
lab
opts
r1
u1
x5
$ docker network ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[1]
$ docker network ls --no-trunc --format '{{.ID}}' | head -1 | wc -c
65
$ docker network ls --format json | head -1 | sed 's/"CreatedAt":"[^"]*"/C/;s/"ID":"[^"]*"/I/'
{C,"Driver":"bridge",I,"IPv4":"true","IPv6":"false","Internal":"false","Labels":"","Name":"bridge","Scope":"local"}
$ docker network ls --format '{{.Name}} {{.Driver}} {{.IPv6}} {{.Internal}} {{.Labels}}'
bridge bridge false false 
host host false false 
i1 bridge false true 
lab bridge false false a=bb,c=
none null false false 
opts bridge false false 
r1 bridge false false 
u1 bridge false false 
x5 bridge false false 
$ docker network create --attachable att
0caf8ffe4fdd03e2b46ef741b60dd0ca5c2eb00b34c7612c08e934bec297d214
$ docker network create --scope swarm sc
Error response from daemon: cannot create a swarm scoped network when swarm is not active
[1]
$ docker network create --ipv6 v6
7c353d90b126f70346592b132d48b8e0fdb1849bd9eef670428e63fc667b9c0c
$ docker network inspect v6 -f '{{.EnableIPv6}} {{len .IPAM.Config}}'
true 2
$ docker network create --ipv6 --subnet fd00:1::/64 v6b
964c38325db353a52f989dc899b42257df004ded32f90bdf9ce47c5452dbb6c9
$ docker network inspect v6b -f '{{json .IPAM.Config}}'
[{"Subnet":"fd00:1::/64"},{"Subnet":"172.26.0.0/16","Gateway":"172.26.0.1"}]
$ docker run --rm --network v6b alpine sh -c 'ip -6 addr show eth0 scope global; ip -6 route | grep default; cat /etc/hosts'
2: eth0@if19: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
    inet6 fd00:1::2/64 scope global flags 02 
       valid_lft forever preferred_lft forever
default via fd00:1::1 dev eth0  metric 1024 
127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
fe00::	ip6-localnet
ff00::	ip6-mcastprefix
ff02::1	ip6-allnodes
ff02::2	ip6-allrouters
172.26.0.2	acb72466ff6e
fd00:1::2	acb72466ff6e
$ docker network create --ipv4=false --ipv6 --subnet fd00:2::/64 v6only
1a62305f35efc3cc1dc5e87a5b94eade2737bc3a72e9c68a7b8e5036004f2ab3
$ docker run --rm --network v6only alpine sh -c 'ip addr show eth0 | grep inet; ip route'
    inet6 fd00:2::2/64 scope global flags 02 
    inet6 fe80::c848:e1ff:fe40:cd46/64 scope link tentative 
$ docker network create --ipam-driver foo ip1
Error response from daemon: plugin "foo" not found
[1]
$ docker network create --ipam-opt foo=bar ip2
545c938a40ce281f9a85bc64661c79a545edd052d10cbdb10d97db1f4b26daa5
$ docker network create --config-only co
bfa9dcd24b47c97798a7303505e0cafcbeafc8d7bf21a00532e5a509eebf81ce
$ docker network create --config-from co cf
b33d64704ed97c798cb83d4ae38ed77f07ca40dd507d1e2c67ac7864ec45f123
$ docker network create --ingress ing
Error response from daemon: Ingress network can only be global scope network
[1]
$ docker network connect --ip 172.18.0.50 --alias zed opts rr
Error response from daemon: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets
[1]
$ docker exec bb nslookup zed
Server:		127.0.0.11
Address:	127.0.0.11:53

** server can't find zed: SERVFAIL

** server can't find zed: SERVFAIL

[1]
$ docker inspect r -f '{{json .NetworkSettings.Networks.opts.Aliases}} {{json .NetworkSettings.Networks.opts.DNSNames}} {{json .NetworkSettings.Networks.opts.IPAMConfig}}' | sed 's/[0-9a-f]\{12\}/ID/'
Error: No such object: r

$ docker network connect --gw-priority 10 u1 rr
$ docker exec rr ip route
default via 172.21.0.1 dev eth1 
172.20.0.0/16 dev eth0 scope link  src 172.20.0.2 
172.21.0.0/16 dev eth1 scope link  src 172.21.0.3 
$ docker inspect rr -f '{{.NetworkSettings.Networks.u1.GwPriority}}'
10
$ docker network connect opts rr
$ docker network connect --ip 172.18.0.3 opts uu
Error response from daemon: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets
[1]
$ docker network connect --driver-opt com.docker.network.endpoint.ifname=foo0 opts uu
$ docker exec uu ip -br link
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker network connect --driver-opt com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians=1 u1 bb
$ docker exec bb cat /proc/sys/net/ipv4/conf/eth1/log_martians
1
$ docker network rm opts
Error response from daemon: error while removing network: network opts has active endpoints (name:"rr" id:"7690a7d6dfbf", name:"uu" id:"17c00ac4bbe5", name:"aa" id:"41c64d41bebe", name:"bb" id:"a5cf6d6bb536")
exit status 1
[1]
$ docker network disconnect -f opts nosuch
Error response from daemon: endpoint nosuch not found
[1]
$ docker network disconnect opts uu uu
docker: 'docker network disconnect' requires 2 arguments

Usage:  docker network disconnect [OPTIONS] NETWORK CONTAINER

Run 'docker network disconnect --help' for more information
[1]
$ docker network inspect -v opts nosuch -f '{{.Name}}'
opts
Error response from daemon: network nosuch not found
[1]
$ docker inspect -f '{{.HostConfig.NetworkMode}}' aa bb rr
opts
opts
r1
$ docker run -d --network name=opts,alias=q1,ip=172.18.0.77 --name adv alpine sleep 100
docker: Error response from daemon: invalid config for network opts: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker exec adv ip -4 -o addr show eth0
Error response from daemon: No such container: adv
[1]
$ docker run -d --network opts --network u1 --name two alpine sleep 100
32759efc9016d62115eac5984d228ad2d862112efd3f40f06a6bba5096969254
$ docker exec two ip -br aa 
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ docker exec two ip -4 -o addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
2: eth0    inet 172.18.0.6/16 brd 172.18.255.255 scope global eth0\       valid_lft forever preferred_lft forever
3: eth1    inet 172.21.0.5/16 brd 172.21.255.255 scope global eth1\       valid_lft forever preferred_lft forever
$ docker exec two ip route
default via 172.18.0.1 dev eth0 
172.18.0.0/16 dev eth0 scope link  src 172.18.0.6 
172.21.0.0/16 dev eth1 scope link  src 172.21.0.5 
$ docker run --network name=opts,foo=bar alpine true
invalid argument "name=opts,foo=bar" for "--network" flag: invalid field key foo

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --network opts --network opts alpine true
docker: network "opts" is specified multiple times

Run 'docker run --help' for more information
[125]
$ docker run --network opts --network host alpine true
docker: conflicting options: cannot attach both user-defined and non-user-defined network-modes

Run 'docker run --help' for more information
[125]
$ docker run --network host --network opts alpine true
docker: conflicting options: cannot attach both user-defined and non-user-defined network-modes

Run 'docker run --help' for more information
[125]
$ docker run --network name=opts,mac-address=02:00:00:00:00:01 --rm alpine cat /sys/class/net/eth0/address
02:00:00:00:00:01
$ docker run --network opts --network-alias a1 --network-alias a2 --rm alpine nslookup a2
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	a2
Address: 172.18.0.7

$ docker run --network opts --link-local-ip 169.254.1.1 --rm alpine ip -4 -o addr show eth0
2: eth0    inet 172.18.0.7/16 brd 172.18.255.255 scope global eth0\       valid_lft forever preferred_lft forever
2: eth0    inet 169.254.1.1/16 brd 169.254.255.255 scope global eth0\       valid_lft forever preferred_lft forever
