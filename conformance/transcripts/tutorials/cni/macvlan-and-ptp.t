#! world: bare
# macvlan of a device of the host, and ptp with addresses of both families
$ cni() { # CMD plugin id conf [ifname]
>   CNI_COMMAND=$1 CNI_CONTAINERID=$3 CNI_NETNS=/var/run/netns/$3 CNI_IFNAME=${5:-eth0} CNI_PATH=/opt/cni/bin /opt/cni/bin/$2 <<< "$4"; echo " = $?"
> }
$ ip link set lo up; ip netns add c1; ip netns add c2; ip link add eth0 type veth peer name p0; ip link set eth0 up; ip link set p0 up; ip addr add 192.168.1.1/24 dev eth0
$ M='{"cniVersion":"1.0.0","name":"m1","type":"macvlan","master":"eth0","mode":"bridge","ipam":{"type":"static","addresses":[{"address":"192.168.1.5/24","gateway":"192.168.1.1"}],"routes":[{"dst":"0.0.0.0/0"}],"dns":{"nameservers":["9.9.9.9"]}}}'
$ cni ADD macvlan c1 "$M"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "eth0",
            "mac": "6e:86:b9:d9:27:06",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "192.168.1.5/24",
            "gateway": "192.168.1.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ cni ADD macvlan c1 "$M"
{
    "code": 999,
    "msg": "failed to rename macvlan to \"eth0\": file exists"
} = 1
$ cni CHECK macvlan c1 "$M"
{
    "code": 999,
    "msg": "Required prevResult missing"
} = 1
$ cni ADD macvlan c2 "${M/eth0/eth77}" 
{
    "code": 999,
    "msg": "Link not found"
} = 1
$ cni ADD macvlan c2 "${M/\"bridge\"/\"funny\"}" 
{
    "code": 999,
    "msg": "unknown macvlan mode: \"funny\""
} = 1
$ cni ADD macvlan c2 "${M/\"bridge\"/\"private\"}" 
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "eth0",
            "mac": "ca:7e:8e:f5:17:f4",
            "sandbox": "/var/run/netns/c2"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "192.168.1.5/24",
            "gateway": "192.168.1.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ ip -n c2 -d link show eth0
2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default 
    link/ether ca:7e:8e:f5:17:f4 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    macvlan mode private bcqueuelen 1000 usedbcqueuelen 1000 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ cni DEL macvlan c1 "$M"
 = 0
$ cni DEL macvlan c2 "$M"
 = 0
$ P='{"cniVersion":"1.0.0","name":"p1","type":"ptp","ipMasq":true,"mtu":1400,"ipam":{"type":"host-local","ranges":[[{"subnet":"10.5.0.0/24"}],[{"subnet":"fd00::/64"}]],"routes":[{"dst":"0.0.0.0/0"},{"dst":"::/0"},{"dst":"10.9.0.0/16","gw":"10.5.0.77"}]}}'
$ cni ADD ptp c1 "$P"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "veth1588e56a",
            "mac": "a2:00:9e:59:0a:5b"
        },
        {
            "name": "eth0",
            "mac": "16:66:6a:59:6a:9b",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 1,
            "address": "10.5.0.2/24",
            "gateway": "10.5.0.1"
        },
        {
            "interface": 1,
            "address": "fd00::2/64",
            "gateway": "fd00::1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        },
        {
            "dst": "::/0"
        },
        {
            "dst": "10.9.0.0/16",
            "gw": "10.5.0.77"
        }
    ],
    "dns": {}
} = 0
$ ip -n c1 r
default via 10.5.0.1 dev eth0 
10.5.0.0/24 via 10.5.0.1 dev eth0 src 10.5.0.2 
10.5.0.1 dev eth0 scope link src 10.5.0.2 
10.9.0.0/16 via 10.5.0.77 dev eth0 
$ ip -n c1 -6 r
fd00::1 dev eth0 src fd00::2 metric 1024 pref medium
fd00::/64 via fd00::1 dev eth0 src fd00::2 metric 1024 pref medium
fe80::/64 dev eth0 proto kernel metric 256 pref medium
default via fd00::1 dev eth0 metric 1024 pref medium
$ ip -n c1 addr
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
4: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default 
    link/ether 16:66:6a:59:6a:9b brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.5.0.2/24 brd 10.5.0.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fd00::2/64 scope global 
       valid_lft forever preferred_lft forever
    inet6 fe80::1466:6aff:fe59:6a9b/64 scope link 
       valid_lft forever preferred_lft forever
$ ip r
10.5.0.2 dev veth1588e56a scope host 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.1 
$ ip addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: p0@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 5a:88:20:d0:78:45 brd ff:ff:ff:ff:ff:ff
    inet6 fe80::5888:20ff:fed0:7845/64 scope link 
       valid_lft forever preferred_lft forever
3: eth0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 3e:3a:cc:c1:59:ea brd ff:ff:ff:ff:ff:ff
    inet 192.168.1.1/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::3c3a:ccff:fec1:59ea/64 scope link 
       valid_lft forever preferred_lft forever
4: veth1588e56a@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default 
    link/ether a2:00:9e:59:0a:5b brd ff:ff:ff:ff:ff:ff link-netns c1
    inet 10.5.0.1/32 scope global veth1588e56a
       valid_lft forever preferred_lft forever
    inet6 fd00::1/128 scope global tentative 
       valid_lft forever preferred_lft forever
    inet6 fe80::a000:9eff:fe59:a5b/64 scope link 
       valid_lft forever preferred_lft forever
$ iptables-save -t nat | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-58bda6e7abce3e15502331ae - [0:0]
-A POSTROUTING -s 10.5.0.2/32 -m comment --comment "name: \"p1\" id: \"c1\"" -j CNI-58bda6e7abce3e15502331ae
-A CNI-58bda6e7abce3e15502331ae -d 10.5.0.0/24 -m comment --comment "name: \"p1\" id: \"c1\"" -j ACCEPT
-A CNI-58bda6e7abce3e15502331ae ! -d 224.0.0.0/4 -m comment --comment "name: \"p1\" id: \"c1\"" -j MASQUERADE
COMMIT
$ ip6tables-save -t nat | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-58bda6e7abce3e15502331ae - [0:0]
-A POSTROUTING -s fd00::2/128 -m comment --comment "name: \"p1\" id: \"c1\"" -j CNI-58bda6e7abce3e15502331ae
-A CNI-58bda6e7abce3e15502331ae -d fd00::/64 -m comment --comment "name: \"p1\" id: \"c1\"" -j ACCEPT
-A CNI-58bda6e7abce3e15502331ae ! -d ff00::/8 -m comment --comment "name: \"p1\" id: \"c1\"" -j MASQUERADE
COMMIT
$ sysctl net.ipv6.conf.all.forwarding
net.ipv6.conf.all.forwarding = 1
$ cni CHECK ptp c1 "$P"
{
    "code": 999,
    "msg": "ptp: Required prevResult missing"
} = 1
$ cni DEL ptp c1 "$P"
 = 0
$ cni ADD ptp c1 "${P/ptp/ptp\",\"dns\":{\"nameservers\":[\"1.1.1.1\"]},\"x\":\"}"
{
    "code": 6,
    "msg": "error unmarshall network config: invalid character '\"' after object key:value pair"
} = 1
$ ip netns exec c1 ping -c 1 10.5.0.1
ping: connect: Network is unreachable
[2]
$ cni DEL ptp c1 "$P"
 = 0
$ cni DEL ptp c1 "$P"
 = 0
$ cni DEL ptp zz "$P"
 = 0
$ cni ADD ptp zz "$P"
{
    "code": 999,
    "msg": "failed to open netns \"/var/run/netns/zz\": failed to Statfs \"/var/run/netns/zz\": no such file or directory"
} = 1
$ ls /var/lib/cni/networks/p1
last_reserved_ip.0
last_reserved_ip.1
lock
$ iptables-save | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
$ ip r
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.1 
