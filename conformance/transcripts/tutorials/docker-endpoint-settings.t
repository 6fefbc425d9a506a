# Endpoints with sysctls, names and link-local addresses; connected and disconnected while they run.
#! world: docker
$ docker network create n1
f4a9174a7a82b797d2742e4679566914ae154d51bdcde50e339afc9a9aeb3279
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians=1 alpine cat /proc/sys/net/ipv4/conf/eth0/log_martians
1
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.nosuch=1 alpine true
docker: Error response from daemon: failed to set up container networking: failed to add interface vethd2a4fc5 to sandbox: /proc/sys/net/ipv4/conf/eth0/nosuch is not a sysctl file

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.eth0.log_martians=1 alpine true
docker: Error response from daemon: invalid config for network n1: invalid endpoint settings:
unrecognised network interface sysctl 'net.ipv4.conf.eth0.log_martians=1'; represent 'net.X.Y.ethN.Z=V' as 'net.X.Y.IFNAME.Z=V', 'X' must be 'ipv4', 'ipv6' or 'mpls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=foo alpine true
docker: Error response from daemon: invalid config for network n1: invalid endpoint settings:
unrecognised network interface sysctl 'foo'; represent 'net.X.Y.ethN.Z=V' as 'net.X.Y.IFNAME.Z=V', 'X' must be 'ipv4', 'ipv6' or 'mpls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.ip_forward=1 alpine true
docker: Error response from daemon: invalid config for network n1: invalid endpoint settings:
unrecognised network interface sysctl 'net.ipv4.ip_forward=1'; represent 'net.X.Y.ethN.Z=V' as 'net.X.Y.IFNAME.Z=V', 'X' must be 'ipv4', 'ipv6' or 'mpls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians=foo alpine true
docker: Error response from daemon: failed to set up container networking: failed to add interface veth62d76be to sandbox: unable to write to '/proc/sys/net/ipv4/conf/eth0/log_martians': write /proc/sys/net/ipv4/conf/eth0/log_martians: invalid argument

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians alpine true
docker: Error response from daemon: failed to set up container networking: failed to add interface veth7aab620 to sandbox: expected sysctl 'net.ipv4.conf.ifname.log_martians' to have format name=value

Run 'docker run --help' for more information
[125]
$ docker run --rm '--network' '"name=n1","driver-opt=com.docker.network.endpoint.sysctls=net.ipv4.conf.IFNAME.log_martians=1,net.ipv4.conf.IFNAME.accept_local=1"' alpine cat /proc/sys/net/ipv4/conf/eth0/accept_local
1
$ docker run --rm --network n1 --sysctl net.ipv4.conf.eth0.log_martians=1 alpine true
docker: Error response from daemon: interface specific sysctl setting "net.ipv4.conf.eth0.log_martians" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.ifname=eth5 alpine ip -br link
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
$ docker run --rm --network name=n1,driver-opt=com.docker.network.endpoint.ifname=lo alpine true
docker: Error response from daemon: failed to set up container networking: failed to add interface veth9aaea81 to sandbox: error renaming interface "veth9aaea81" to "lo": file exists

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=n1,driver-opt=foo=bar alpine true
$ docker run --rm --network name=n1,driver-opt=foo alpine true
invalid argument "name=n1,driver-opt=foo" for "--network" flag: invalid key value pair format in driver options

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --network n1 --link-local-ip 169.254.1.1 alpine ip -4 -o addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
2: eth0    inet 172.18.0.2/16 brd 172.18.255.255 scope global eth0\       valid_lft forever preferred_lft forever
2: eth0    inet 169.254.1.1/16 brd 169.254.255.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker run -d --name ll --network n1 --link-local-ip 169.254.1.2 --link-local-ip fe80::5 alpine sleep 100
9170aecd5415d32439a684505ba20c74a9f42d9bf9b89acd580973b7f7ec75a9
docker: Error response from daemon: failed to set up container networking: failed to add interface veth4ce70d4 to sandbox: error setting interface "veth4ce70d4" link local IPs to [169.254.1.2/16 fe80::5/64]: permission denied

Run 'docker run --help' for more information
[126]
$ docker inspect ll -f '{{json .NetworkSettings.Networks.n1.IPAMConfig}}'
{"LinkLocalIPs":["169.254.1.2","fe80::5"]}
$ docker exec ll ip -o addr
Error response from daemon: container 9170aecd5415d32439a684505ba20c74a9f42d9bf9b89acd580973b7f7ec75a9 is not running
[1]
$ docker exec ll ip route
Error response from daemon: container 9170aecd5415d32439a684505ba20c74a9f42d9bf9b89acd580973b7f7ec75a9 is not running
[1]
$ docker run --rm --network n1 --link-local-ip 10.1.1.1 alpine true
docker: Error response from daemon: failed to set up container networking: invalid link local IP address: 10.1.1.1

Run 'docker run --help' for more information
[125]
$ docker run --rm --network n1 --link-local-ip foo alpine true
docker: Error response from daemon: invalid config for network n1: invalid endpoint settings:
invalid link-local IP address: foo

Run 'docker run --help' for more information
[125]
$ docker run --rm --link-local-ip 169.254.1.1 alpine true
$ docker run --rm --gpus all alpine true
docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]

Run 'docker run --help' for more information
[125]
$ docker run -d --gpus all --name gg alpine true
59e9a4a82d24062c31c459d4ee95b9688122c1e17a042ddc26991052a3f133e5
docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]

Run 'docker run --help' for more information
[125]
$ docker inspect gg -f '{{json .HostConfig.DeviceRequests}} {{.State.Status}} {{.State.ExitCode}}'
[{"Driver":"","Count":-1,"DeviceIDs":null,"Capabilities":[["gpu"]],"Options":{}}] created 128
$ docker run --gpus 2 alpine true
docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]

Run 'docker run --help' for more information
[125]
$ docker run --gpus foo alpine true
invalid argument "foo" for "--gpus" flag: invalid count (foo): value must be either "all" or an integer: invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run -d --name ee -p 8000:80 --mac-address 02:42:ac:11:00:99 --hostname hh --domainname dd.org --dns 9.9.9.9 nginx
63b7b4e8b9417204461150289432813266d615a2ca557306fb8d7244f94fef29
$ docker inspect ee -f '{{.Config.Hostname}} {{.Config.Domainname}} {{json .HostConfig.Dns}} {{.NetworkSettings.MacAddress}} {{.NetworkSettings.Networks.bridge.MacAddress}}'
hh dd.org ["9.9.9.9"] 02:42:ac:11:00:99 02:42:ac:11:00:99
$ docker network disconnect bridge ee
$ docker inspect ee -f '{{json .NetworkSettings.Networks}} {{json .NetworkSettings.Ports}}'
{} {}
$ docker port ee
$ docker ps --format '{{.Names}}|{{.Ports}}|{{.Networks}}'
ee||
$ docker network connect bridge ee
$ docker port ee
80/tcp -> 0.0.0.0:8000
80/tcp -> [::]:8000
$ curl -s localhost:8000 | grep title
<title>Welcome to nginx!</title>
$ docker network connect n1 ee
$ docker exec ee ip -4 -o addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
3: eth0    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\       valid_lft forever preferred_lft forever
4: eth1    inet 172.18.0.2/16 brd 172.18.255.255 scope global eth1\       valid_lft forever preferred_lft forever
$ docker exec ee cat /etc/resolv.conf
\# Generated by Docker Engine.
\# This file can be edited; Docker Engine will not make further changes once it
\# has been modified.

nameserver 127.0.0.11
options ndots:0

\# Based on host file: '/etc/resolv.conf' (internal resolver)
\# ExtServers: [9.9.9.9]
\# Overrides: [nameservers]
\# Option ndots from: internal
$ docker exec ee cat /etc/hosts
127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
fe00::	ip6-localnet
ff00::	ip6-mcastprefix
ff02::1	ip6-allnodes
ff02::2	ip6-allrouters
172.17.0.2	hh.dd.org hh
172.18.0.2	hh.dd.org hh
$ docker network disconnect bridge ee
$ docker exec ee ip route
default via 172.18.0.1 dev eth1 
172.18.0.0/16 dev eth1 scope link  src 172.18.0.2 
$ docker port ee
80/tcp -> 0.0.0.0:8000
80/tcp -> [::]:8000
$ curl -s localhost:8000 | grep title
<title>Welcome to nginx!</title>
$ iptables -t nat -S DOCKER
-N DOCKER
-A DOCKER -i br-f4a9174a7a82 -j RETURN
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i br-f4a9174a7a82 -p tcp -m tcp --dport 8000 -j DNAT --to-destination 172.18.0.2:80
$ docker network disconnect n1 ee
$ docker exec ee ip -br addr
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
$ docker restart -t 1 ee
ee
$ docker exec ee ip -br addr
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
$ docker rm -f ee ll gg
ee
ll
gg
$ docker network rm n1
n1
