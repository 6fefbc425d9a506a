# Networks with options.
#! world: docker
$ docker network create -d bridge --subnet 172.28.0.0/16 --ip-range 172.28.5.0/24 --gateway 172.28.5.254 br0
dea06c596ca580bf063aad971ea2cb68fe1b2ee6a60eb83f0f098c464bdc6e91
$ docker run --rm --network br0 alpine ip -4 addr show eth0
2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue 
    inet 172.28.5.0/16 brd 172.28.255.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker network create --internal inner
5f88ecec3947ab3db40f97a07c6321d4002fc3ab8f266b87b79a4aae9a65e8ba
$ docker run --rm --network inner alpine ip route
172.18.0.0/16 dev eth0 scope link  src 172.18.0.2 
$ docker run --rm --network inner alpine ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8): 56 data bytes
ping: sendto: Network is unreachable
[1]
$ docker network create -o com.docker.network.bridge.name=mybr -o com.docker.network.driver.mtu=1400 -o com.docker.network.bridge.enable_icc=false opt
7561e917b7f909972a53c95a51585c7c1939669d8e868d5f3ad6753f92e34eac
$ ip link show mybr
12: mybr: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1400 qdisc noqueue state DOWN mode DEFAULT group default 
    link/ether be:08:fa:ad:3d:4a brd ff:ff:ff:ff:ff:ff
$ docker run -d --name one --network opt alpine sleep 300
cfec7cc3c8af20011111fdb212d78559725a0a921a6ff7a4075f458861f849b8
$ docker run --rm --network opt alpine ping -c 1 -W 1 one
PING one (172.19.0.2): 56 data bytes

--- one ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
[1]
$ docker network create -o com.docker.network.bridge.enable_ip_masquerade=false nomasq
7df37bfab5bcedfa9c81ad8e5bec587a7cd1a80621d8e5671071d0fe2851a101
$ iptables -t nat -S POSTROUTING
-P POSTROUTING ACCEPT
-A POSTROUTING -s 172.19.0.0/16 ! -o mybr -j MASQUERADE
-A POSTROUTING -s 172.28.0.0/16 ! -o br-dea06c596ca5 -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
$ docker network create --ipv6 --subnet 2001:db8:1::/64 six
03f7890392256aea230569e4de1ede36f2a4d8401ebab5c35ccb78c92d3e5d77
$ docker run --rm --network six alpine ip -6 addr show eth0
2: eth0@if18: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
    inet6 2001:db8:1::2/64 scope global flags 02 
       valid_lft forever preferred_lft forever
    inet6 fe80::1012:7aff:fedc:2dea/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ docker run --rm --network six alpine ip -6 route
2001:db8:1::/64 dev eth0  metric 256 
fe80::/64 dev eth0  metric 256 
default via 2001:db8:1::1 dev eth0  metric 1024 
multicast ff00::/8 dev eth0  metric 256 
$ docker network create --subnet 172.28.0.0/24 overlap
Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
[1]
$ docker network create --subnet 192.168.1.0/24 lanclash
cb6a3d2221d66319689e6db1f36d1ab0596f9b7b3a62311be74252c78a121b65
$ docker network create --subnet 10.0.0.0/33 bad
Error response from daemon: invalid network config:
invalid subnet 10.0.0.0/33: invalid CIDR block notation
[1]
$ docker network create --subnet 10.0.0.1/24 hostbits
Error response from daemon: invalid network config:
invalid subnet 10.0.0.1/24: it should be 10.0.0.0/24
[1]
$ docker network create --gateway 10.1.0.1 nogw
every ip-range or gateway must have a corresponding subnet
[1]
$ docker network create --subnet 10.0.0.0/24 --gateway 10.1.0.1 wronggw
no matching subnet for gateway 10.1.0.1
[1]
$ docker network create br0
Error response from daemon: network with name br0 already exists
[1]
$ docker network create bridge
Error response from daemon: operation is not permitted on predefined bridge network
[1]
$ docker network create -d nope x
Error response from daemon: plugin "nope" not found
[1]
$ docker network create 'a b'
665ab4c4675ce9f3ff11c6d2d91ff296f154b22df4ca6127776c53e845e4bfcc
$ docker network create -d host h2
Error response from daemon: only one instance of "host" network is allowed
[1]
$ docker network create -o nonsense=1 non
93d35d9ccaefc64fa66a5e0bbed7cbe4cfd5681405a79cdcfa92feb093f4c6a9
$ docker network rm bridge
Error response from daemon: bridge is a pre-defined network and cannot be removed
exit status 1
[1]
$ docker network rm br0 nothing inner
br0
Error response from daemon: network nothing not found
inner
exit status 1
[1]
$ docker network connect nothing one
Error response from daemon: network nothing not found
[1]
$ docker network connect opt nothing
Error response from daemon: No such container: nothing
[1]
$ docker network connect opt one
Error response from daemon: endpoint with name one already exists in network opt
[1]
$ docker network connect --ip 172.28.5.9 opt one
Error response from daemon: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets
[1]
$ docker network connect --alias x --ip 10.99.0.5 six one
Error response from daemon: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets
[1]
$ docker run --rm --network six --ip 2001:db8:1::9 alpine true
docker: Error response from daemon: invalid config for network six: invalid endpoint settings:
* invalid IPv4 address: 2001:db8:1::9
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker run --rm --network opt --ip 1.2.3.4 alpine true
docker: Error response from daemon: invalid config for network opt: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker run --rm --network name=opt,alias=zz,driver-opt=com.docker.network.endpoint.ifname=wan0 alpine ip -br link
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
$ docker network ls --filter driver=bridge --format '{{.Name}}'
a b
bridge
lanclash
nomasq
non
opt
six
$ docker network ls --filter type=custom --format '{{.Name}}'
a b
lanclash
nomasq
non
opt
six
$ docker network ls --no-trunc -q | awk '{print length}' | sort -u
64
$ docker network inspect six -f '{{json .IPAM.Config}}'
[{"Subnet":"2001:db8:1::/64"},{"Subnet":"172.21.0.0/16","Gateway":"172.21.0.1"}]
$ docker rm -f one; docker network prune -f
one
Deleted Networks:
opt
nomasq
six
lanclash
a b
non

