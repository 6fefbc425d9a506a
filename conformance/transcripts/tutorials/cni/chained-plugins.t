#! world: bare
# tuning, firewall and portmap after bridge; host-local and static; the environment
$ cni() { # CMD plugin id conf [ifname]
>   CNI_COMMAND=$1 CNI_CONTAINERID=$3 CNI_NETNS=/var/run/netns/$3 CNI_IFNAME=${5:-eth0} CNI_PATH=/opt/cni/bin /opt/cni/bin/$2 <<< "$4"; echo " = $?"
> }
$ raw() { CNI_COMMAND=$1 CNI_CONTAINERID=$3 CNI_NETNS=/var/run/netns/$3 CNI_IFNAME=${5:-eth0} CNI_PATH=/opt/cni/bin /opt/cni/bin/$2 <<< "$4"; }
$ with() { jq -c --slurpfile r r.json '. + {prevResult: $r[0]}' <<< "$1"; }
$ ip link set lo up; ip netns add c1; ip netns add c2; ip link add eth0 type veth peer name p0; ip link set eth0 up; ip link set p0 up; ip addr add 192.168.1.1/24 dev eth0
$ T='{"cniVersion":"1.0.0","name":"t1","type":"tuning","sysctl":{"net.core.somaxconn":"500","net.ipv4.conf.IFNAME.arp_ignore":"1"},"mac":"02:00:00:00:00:01","mtu":1400,"promisc":true,"allmulti":true}'
$ raw ADD bridge c1 "{\"cniVersion\":\"1.0.0\",\"name\":\"b2\",\"type\":\"bridge\",\"bridge\":\"br9\",\"promiscMode\":true}" > r.json
$ T2=$(with "$T")
$ cni ADD tuning c1 "$T2"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "br9",
            "mac": "86:18:b2:b2:35:7c"
        },
        {
            "name": "veth436ca6ab",
            "mac": "86:18:b2:b2:35:7c"
        },
        {
            "name": "eth0",
            "mac": "02:00:00:00:00:01",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "dns": {}
} = 0
$ ip -n c1 link show eth0
2: eth0@if5: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP mode DEFAULT group default 
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip netns exec c1 sysctl net.core.somaxconn net.ipv4.conf.eth0.arp_ignore
net.core.somaxconn = 500
net.ipv4.conf.eth0.arp_ignore = 1
$ ip link show br9
4: br9: <BROADCAST,MULTICAST,PROMISC,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 86:18:b2:b2:35:7c brd ff:ff:ff:ff:ff:ff
$ cni CHECK tuning c1 "$T2"
{
    "code": 999,
    "msg": "open /proc/sys/net/ipv4/conf/IFNAME/arp_ignore: no such file or directory"
} = 1
$ ip -n c1 link set eth0 mtu 1300
$ cni CHECK tuning c1 "$T2"
{
    "code": 999,
    "msg": "open /proc/sys/net/ipv4/conf/IFNAME/arp_ignore: no such file or directory"
} = 1
$ cni ADD tuning c1 "${T2/net.core.somaxconn/kernel.hostname}"
{
    "code": 999,
    "msg": "invalid net sysctl key: \"kernel.hostname\""
} = 1
$ cni ADD tuning c1 "${T2/02:00:00:00:00:01/zz}"
{
    "code": 999,
    "msg": "invalid args zz for MAC addr: address zz: invalid MAC address"
} = 1
$ cni DEL tuning c1 "$T"
 = 0
$ ip -n c1 link show eth0
2: eth0@if5: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default 
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ F='{"cniVersion":"1.0.0","name":"f1","type":"firewall"}'
$ cni ADD firewall c1 "$F"
{
    "code": 999,
    "msg": "missing prevResult from earlier plugin"
} = 1
$ cni ADD firewall c1 "$T2"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "br9",
            "mac": "86:18:b2:b2:35:7c"
        },
        {
            "name": "veth436ca6ab",
            "mac": "86:18:b2:b2:35:7c"
        },
        {
            "name": "eth0",
            "mac": "fa:61:19:ea:34:4c",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "dns": {}
} = 0
$ B='{"cniVersion":"1.0.0","name":"n1","type":"bridge","bridge":"cni0","isGateway":true,"ipam":{"type":"host-local","subnet":"10.1.0.0/24","routes":[{"dst":"0.0.0.0/0"}]}}'
$ raw ADD bridge c2 "$B" > r.json
$ F2=$(with "$F")
$ cni ADD firewall c2 "$F2"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "veth234a1003",
            "mac": "32:3b:cf:ae:a7:49"
        },
        {
            "name": "eth0",
            "mac": "1e:db:67:55:5d:8a",
            "sandbox": "/var/run/netns/c2"
        }
    ],
    "ips": [
        {
            "interface": 2,
            "address": "10.1.0.2/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ iptables-save | grep -v "^#"; ip6tables-save
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:CNI-ADMIN - [0:0]
:CNI-FORWARD - [0:0]
-A FORWARD -m comment --comment "CNI firewall plugin rules" -j CNI-FORWARD
-A CNI-FORWARD -m comment --comment "CNI firewall plugin admin overrides" -j CNI-ADMIN
-A CNI-FORWARD -d 10.1.0.2/32 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A CNI-FORWARD -s 10.1.0.2/32 -j ACCEPT
COMMIT
$ cni CHECK firewall c2 "$F2"
 = 0
$ cni CHECK loopback c2 "$(with '{"cniVersion":"1.0.0","name":"l"}')"
{
    "code": 999,
    "msg": "loopback interface is down"
} = 1
$ cni CHECK bridge c2 "$(with "$B")"
 = 0
$ PM='{"cniVersion":"1.0.0","name":"pm","type":"portmap","capabilities":{"portMappings":true},"runtimeConfig":{"portMappings":[{"hostPort":8080,"containerPort":80,"protocol":"tcp"},{"hostPort":5353,"containerPort":53,"protocol":"udp","hostIP":"192.168.1.1"}]}}'
$ cni ADD portmap c2 "$PM"
{
    "code": 999,
    "msg": "must be called as chained plugin"
} = 1
$ PM2=$(with "$PM")
$ cni ADD portmap c2 "$PM2"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "veth234a1003",
            "mac": "32:3b:cf:ae:a7:49"
        },
        {
            "name": "eth0",
            "mac": "1e:db:67:55:5d:8a",
            "sandbox": "/var/run/netns/c2"
        }
    ],
    "ips": [
        {
            "interface": 2,
            "address": "10.1.0.2/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ iptables-save -t nat | grep -v "^#"; ip6tables-save
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-DN-a4bf398e6e72f5ee53fc3 - [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
:CNI-HOSTPORT-MASQ - [0:0]
:CNI-HOSTPORT-SETMARK - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A POSTROUTING -m comment --comment "CNI portfwd requiring masquerade" -j CNI-HOSTPORT-MASQ
-A CNI-DN-a4bf398e6e72f5ee53fc3 -s 10.1.0.0/24 -p tcp -m tcp --dport 8080 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-a4bf398e6e72f5ee53fc3 -s 127.0.0.1/32 -p tcp -m tcp --dport 8080 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-a4bf398e6e72f5ee53fc3 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.1.0.2:80
-A CNI-DN-a4bf398e6e72f5ee53fc3 -s 10.1.0.0/24 -d 192.168.1.1/32 -p udp -m udp --dport 5353 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-a4bf398e6e72f5ee53fc3 -s 127.0.0.1/32 -d 192.168.1.1/32 -p udp -m udp --dport 5353 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-a4bf398e6e72f5ee53fc3 -d 192.168.1.1/32 -p udp -m udp --dport 5353 -j DNAT --to-destination 10.1.0.2:53
-A CNI-HOSTPORT-DNAT -p tcp -m comment --comment "dnat name: \"pm\" id: \"c2\"" -m multiport --dports 8080 -j CNI-DN-a4bf398e6e72f5ee53fc3
-A CNI-HOSTPORT-DNAT -p udp -m comment --comment "dnat name: \"pm\" id: \"c2\"" -m multiport --dports 5353 -j CNI-DN-a4bf398e6e72f5ee53fc3
-A CNI-HOSTPORT-MASQ -m mark --mark 0x2000/0x2000 -j MASQUERADE
-A CNI-HOSTPORT-SETMARK -m comment --comment "CNI portfwd masquerade mark" -j MARK --set-xmark 0x2000/0x2000
COMMIT
$ cni CHECK portmap c2 "$PM2"
{
    "code": 999,
    "msg": "could not check ipv6 dnat: chain CNI-DN-a4bf398e6e72f5ee53fc3 not found in iptables table nat"
} = 1
$ sysctl net.ipv4.conf.cni0.route_localnet
net.ipv4.conf.cni0.route_localnet = 1
$ cni ADD portmap c2 "${PM2/8080/88080}"
{
    "code": 999,
    "msg": "unable to setup DNAT: running [/usr/sbin/iptables -t nat -C CNI-DN-a4bf398e6e72f5ee53fc3 -p tcp --dport 88080 -s 10.1.0.2/24 -j CNI-HOSTPORT-SETMARK --wait]: exit status 2: iptables v1.8.9 (nf_tables): invalid port/service `88080' specified\nTry `iptables -h' or 'iptables --help' for more information.\n"
} = 1
$ cni ADD portmap c2 "${PM2/tcp/foo}"
{
    "code": 999,
    "msg": "unable to setup DNAT: running [/usr/sbin/iptables -t nat -C CNI-DN-a4bf398e6e72f5ee53fc3 -p foo --dport 8080 -s 10.1.0.2/24 -j CNI-HOSTPORT-SETMARK --wait]: exit status 2: iptables v1.8.9 (nf_tables): unknown protocol \"foo\" specified\nTry `iptables -h' or 'iptables --help' for more information.\n"
} = 1
$ cni ADD portmap c2 "${PM2/\"runtimeConfig\"/\"xx\"}"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "veth234a1003",
            "mac": "32:3b:cf:ae:a7:49"
        },
        {
            "name": "eth0",
            "mac": "1e:db:67:55:5d:8a",
            "sandbox": "/var/run/netns/c2"
        }
    ],
    "ips": [
        {
            "interface": 2,
            "address": "10.1.0.2/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ cni DEL portmap c2 "$PM2"
 = 0
$ cni DEL firewall c2 "$F2"
 = 0
$ iptables-save | grep -v "^#"; ip6tables-save
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:CNI-ADMIN - [0:0]
:CNI-FORWARD - [0:0]
-A FORWARD -m comment --comment "CNI firewall plugin rules" -j CNI-FORWARD
-A CNI-FORWARD -m comment --comment "CNI firewall plugin admin overrides" -j CNI-ADMIN
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
:CNI-HOSTPORT-MASQ - [0:0]
:CNI-HOSTPORT-SETMARK - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A POSTROUTING -m comment --comment "CNI portfwd requiring masquerade" -j CNI-HOSTPORT-MASQ
-A CNI-HOSTPORT-MASQ -m mark --mark 0x2000/0x2000 -j MASQUERADE
-A CNI-HOSTPORT-SETMARK -m comment --comment "CNI portfwd masquerade mark" -j MARK --set-xmark 0x2000/0x2000
COMMIT
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Thu Nov 26 01:24:06 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Thu Nov 26 01:24:06 2026
$ cni ADD portmap c2 "${PM2/\"capabilities\"/\"snat\":false,\"conditionsV4\":[\"!\",\"-d\",\"9.9.9.0/24\"],\"x\"}"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "veth234a1003",
            "mac": "32:3b:cf:ae:a7:49"
        },
        {
            "name": "eth0",
            "mac": "1e:db:67:55:5d:8a",
            "sandbox": "/var/run/netns/c2"
        }
    ],
    "ips": [
        {
            "interface": 2,
            "address": "10.1.0.2/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
$ iptables-save -t nat | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-DN-a4bf398e6e72f5ee53fc3 - [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
:CNI-HOSTPORT-MASQ - [0:0]
:CNI-HOSTPORT-SETMARK - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A POSTROUTING -m comment --comment "CNI portfwd requiring masquerade" -j CNI-HOSTPORT-MASQ
-A CNI-DN-a4bf398e6e72f5ee53fc3 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.1.0.2:80
-A CNI-DN-a4bf398e6e72f5ee53fc3 -d 192.168.1.1/32 -p udp -m udp --dport 5353 -j DNAT --to-destination 10.1.0.2:53
-A CNI-HOSTPORT-DNAT ! -d 9.9.9.0/24 -p tcp -m comment --comment "dnat name: \"pm\" id: \"c2\"" -m multiport --dports 8080 -j CNI-DN-a4bf398e6e72f5ee53fc3
-A CNI-HOSTPORT-DNAT ! -d 9.9.9.0/24 -p udp -m comment --comment "dnat name: \"pm\" id: \"c2\"" -m multiport --dports 5353 -j CNI-DN-a4bf398e6e72f5ee53fc3
-A CNI-HOSTPORT-MASQ -m mark --mark 0x2000/0x2000 -j MASQUERADE
-A CNI-HOSTPORT-SETMARK -m comment --comment "CNI portfwd masquerade mark" -j MARK --set-xmark 0x2000/0x2000
COMMIT
$ cni DEL portmap c2 "$PM2"
 = 0
$ H='{"cniVersion":"1.0.0","name":"hl","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/29"},{"subnet":"10.2.0.0/30"}],[{"subnet":"fd00::/126"}]],"dataDir":"/run/hl","resolvConf":"/run/rc"}}'
$ printf 'nameserver 1.2.3.4\nsearch a b\noptions ndots:5\ndomain q\n' > /run/rc
$ for i in 1 2 3 4 5 6 7; do cni ADD host-local k$i "$H"; done
{
    "cniVersion": "1.0.0",
    "ips": [
        {
            "address": "10.1.0.2/29",
            "gateway": "10.1.0.1"
        },
        {
            "address": "fd00::2/126",
            "gateway": "fd00::1"
        }
    ],
    "dns": {
        "nameservers": [
            "1.2.3.4"
        ],
        "domain": "q",
        "search": [
            "a",
            "b"
        ],
        "options": [
            "ndots:5"
        ]
    }
} = 0
{
    "cniVersion": "1.0.0",
    "ips": [
        {
            "address": "10.1.0.3/29",
            "gateway": "10.1.0.1"
        },
        {
            "address": "fd00::3/126",
            "gateway": "fd00::1"
        }
    ],
    "dns": {
        "nameservers": [
            "1.2.3.4"
        ],
        "domain": "q",
        "search": [
            "a",
            "b"
        ],
        "options": [
            "ndots:5"
        ]
    }
} = 0
{
    "code": 999,
    "msg": "failed to allocate for range 1: no IP addresses available in range set: fd00::1-fd00::3"
} = 1
{
    "code": 999,
    "msg": "failed to allocate for range 1: no IP addresses available in range set: fd00::1-fd00::3"
} = 1
{
    "code": 999,
    "msg": "failed to allocate for range 1: no IP addresses available in range set: fd00::1-fd00::3"
} = 1
{
    "code": 999,
    "msg": "failed to allocate for range 1: no IP addresses available in range set: fd00::1-fd00::3"
} = 1
{
    "code": 999,
    "msg": "failed to allocate for range 1: no IP addresses available in range set: fd00::1-fd00::3"
} = 1
$ CNI_ARGS='IP=10.1.0.4' cni ADD host-local k1 "$H"
{
    "code": 999,
    "msg": "failed to allocate for range 1: fd00::2 has been allocated to k1, duplicate allocation is not allowed"
} = 1
$ CNI_ARGS='IP=10.1.0.4;FOO=1' cni ADD host-local k2 "$H"
{
    "code": 999,
    "msg": "ARGS: unknown args [\"FOO=1\"]"
} = 1
$ CNI_ARGS='IP=10.1.0.4;IgnoreUnknown=1;FOO=1' cni ADD host-local k2 "$H"
{
    "code": 999,
    "msg": "failed to allocate for range 1: fd00::3 has been allocated to k2, duplicate allocation is not allowed"
} = 1
$ CNI_ARGS='IP' cni ADD host-local k2 "$H"
{
    "code": 999,
    "msg": "ARGS: invalid pair \"IP\""
} = 1
$ cni ADD host-local k2 "${H/\"dataDir\"/\"routes\":[{\"dst\":\"1.2.3.4\"}],\"dataDir\"}"
{
    "code": 6,
    "msg": "error unmarshall network config: invalid character ':' after object key:value pair"
} = 1
$ cni ADD host-local k2 "${H/10.2.0.0/10.1.0.0}"
{
    "code": 999,
    "msg": "invalid range set 0: subnets 10.1.0.1-10.1.0.6 and 10.1.0.1-10.1.0.2 overlap"
} = 1
$ cni ADD host-local k2 "${H/\[\[/\[\[\],\[}"
{
    "code": 999,
    "msg": "invalid range set 0: empty range set"
} = 1
$ cni ADD host-local k2 "${H/\"10.1.0.0\/29\"/\"10.1.0.0\/31\"}"
{
    "code": 999,
    "msg": "invalid range set 0: Network 10.1.0.0/31 too small to allocate from"
} = 1
$ cni ADD host-local k2 "${H/\"10.1.0.0\/29\"/\"10.1.0.0\/29\",\"rangeStart\":\"10.1.1.1\"}"
{
    "code": 999,
    "msg": "invalid range set 0: RangeStart 10.1.1.1 not in network 10.1.0.0/29"
} = 1
$ cni ADD host-local k2 "${H/\"10.1.0.0\/29\"/\"10.1.0.0\/29\",\"gateway\":\"10.1.1.1\"}"
{
    "cniVersion": "1.0.0",
    "ips": [
        {
            "address": "10.1.0.5/29",
            "gateway": "10.1.1.1"
        },
        {
            "address": "fd00::2/126",
            "gateway": "fd00::1"
        }
    ],
    "dns": {
        "nameservers": [
            "1.2.3.4"
        ],
        "domain": "q",
        "search": [
            "a",
            "b"
        ],
        "options": [
            "ndots:5"
        ]
    }
} = 0
$ cni ADD host-local k2 "${H/\"10.1.0.0\/29\"/\"10.1.0.0\/29\",\"rangeStart\":\"10.1.0.5\",\"rangeEnd\":\"10.1.0.2\"}"
{
    "code": 999,
    "msg": "invalid range set 0: RangeStart 10.1.0.5 not in network 10.1.0.0/29"
} = 1
$ cni ADD host-local k2 "{\"cniVersion\":\"1.0.0\",\"name\":\"hl\"}"
{
    "code": 999,
    "msg": "IPAM config missing 'ipam' key"
} = 1
$ cni CHECK host-local k1 "$H"
{
    "code": 999,
    "msg": "host-local: Failed to find address added by container k1"
} = 1
$ cni CHECK host-local k3 "$H"
{
    "code": 999,
    "msg": "host-local: Failed to find address added by container k3"
} = 1
$ cni ADD static k3 '{"cniVersion":"1.0.0","name":"s","ipam":{"type":"static","addresses":[{"address":"1.2.3.4"}]}}'
{
    "code": 999,
    "msg": "the 'address' field is expected to be in CIDR notation, got: '1.2.3.4'"
} = 1
$ cni ADD static k3 '{"cniVersion":"1.0.0","name":"s","ipam":{"type":"static","addresses":[]}}'
{
    "cniVersion": "1.0.0",
    "dns": {}
} = 0
$ CNI_ARGS='IP=10.1.0.4/24;GATEWAY=10.1.0.1' cni ADD static k3 '{"cniVersion":"1.0.0","name":"s","ipam":{"type":"static"}}'
{
    "cniVersion": "1.0.0",
    "ips": [
        {
            "address": "10.1.0.4/24",
            "gateway": "10.1.0.1"
        }
    ],
    "dns": {}
} = 0
$ CNI_ARGS='IP=10.1.0.4;GATEWAY=10.1.0.1' cni ADD static k3 '{"cniVersion":"1.0.0","name":"s","ipam":{"type":"static"}}'
{
    "code": 999,
    "msg": "the 'ip' field is expected to be in CIDR notation, got: '10.1.0.4'"
} = 1
$ cni ADD static k3 '{"cniVersion":"0.4.0","name":"s","runtimeConfig":{"ips":["7.7.7.7/24"]},"args":{"cni":{"ips":["7.7.7.8/24"]}},"ipam":{"type":"static","addresses":[{"address":"1.2.3.4/24"}],"dns":{"nameservers":["1.1.1.1"],"search":["a"],"options":["b"]}}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "4",
            "address": "7.7.7.7/24"
        }
    ],
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "search": [
            "a"
        ],
        "options": [
            "b"
        ]
    }
} = 0
$ cni CHECK static k3 '{"cniVersion":"0.4.0","name":"s","ipam":{"type":"static","addresses":[{"address":"1.2.3.4/24"}]}}'
{
    "code": 999,
    "msg": "Required prevResult missing"
} = 1
$ cni VERSION tuning k3 '{"cniVersion":"0.4.0"}'
{"cniVersion":"1.0.0","supportedVersions":["0.1.0","0.2.0","0.3.0","0.3.1","0.4.0","1.0.0"]}
 = 0
$ cni VERSION tuning k3 '{'
{"cniVersion":"1.0.0","supportedVersions":["0.1.0","0.2.0","0.3.0","0.3.1","0.4.0","1.0.0"]}
 = 0
$ CNI_COMMAND=ADD CNI_CONTAINERID='a/b' CNI_NETNS=/x CNI_IFNAME=eth0 CNI_PATH=/ /opt/cni/bin/bridge <<< "$B"
{
    "code": 4,
    "msg": "invalid characters in containerID",
    "details": "a/b"
}
[1]
$ CNI_COMMAND=ADD CNI_CONTAINERID='ab' CNI_NETNS=/x CNI_IFNAME=eth0123456789012345 CNI_PATH=/ /opt/cni/bin/bridge <<< "$B"
{
    "code": 4,
    "msg": "interface name is too long",
    "details": "interface name should be less than 16 characters"
}
[1]
$ CNI_COMMAND=ADD CNI_CONTAINERID='ab' CNI_NETNS=/x CNI_IFNAME=e/h CNI_PATH=/ /opt/cni/bin/bridge <<< "$B"
{
    "code": 4,
    "msg": "interface name contains / or : or whitespace characters"
}
[1]
$ CNI_COMMAND=ADD CNI_CONTAINERID='ab' CNI_NETNS=/x CNI_IFNAME=. CNI_PATH=/ /opt/cni/bin/bridge <<< "$B"
{
    "code": 4,
    "msg": "interface name is . or .."
}
[1]
$ CNI_COMMAND=ADD CNI_CONTAINERID='ab' CNI_NETNS=/x CNI_IFNAME='e h' CNI_PATH=/ /opt/cni/bin/bridge <<< "$B"
{
    "code": 4,
    "msg": "interface name contains / or : or whitespace characters"
}
[1]
$ cni ADD bridge c1 "${B/\"n1\"/\"n 1\"}"
{
    "code": 7,
    "msg": "invalid characters found in network name",
    "details": "n 1"
} = 1
$ cni ADD bridge c1 "${B/1.0.0/1.1.0}"
{
    "code": 1,
    "msg": "incompatible CNI versions",
    "details": "config is \"1.1.0\", plugin supports [\"0.1.0\" \"0.2.0\" \"0.3.0\" \"0.3.1\" \"0.4.0\" \"1.0.0\"]"
} = 1
$ cni CHECK bridge c1 "${B/1.0.0/0.3.1}"
{
    "code": 1,
    "msg": "config version does not allow CHECK"
} = 1
$ cni CHECK bridge c1 "${B/1.0.0/1.2.x}"
{
    "code": 6,
    "msg": "failed to convert micro version part \"x\": strconv.Atoi: parsing \"x\": invalid syntax"
} = 1
$ cni ADD bridge c1 "${B/true/\"yes\"}"
{
    "code": 999,
    "msg": "failed to load netconf: json: cannot unmarshal string into Go struct field NetConf.isGateway of type bool"
} = 1
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"mtu\":\"x\"}"
{
    "code": 999,
    "msg": "failed to load netconf: json: cannot unmarshal string into Go struct field NetConf.mtu of type int"
} = 1
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"hairpinMode\":true,\"promiscMode\":true}"
{
    "code": 999,
    "msg": "cannot set hairpin mode and promiscuous mode at the same time."
} = 1
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"vlan\":5000}"
{
    "code": 999,
    "msg": "invalid VLAN ID 5000 (must be between 0 and 4094)"
} = 1
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"bridge\":\"p0\"}"
{
    "code": 999,
    "msg": "failed to create bridge \"p0\": \"p0\" already exists but is not a bridge"
} = 1
$ cni ADD bridge c1 "${B/cni0/p0}"
{
    "code": 999,
    "msg": "failed to create bridge \"p0\": \"p0\" already exists but is not a bridge"
} = 1
$ cni ADD bridge c1 '[1]'
{
    "code": 6,
    "msg": "error unmarshall network config: json: cannot unmarshal array into Go value of type struct { Name string \"json:\\\"name\\\"\" }"
} = 1
$ cni ADD bridge c1 '"x"'
{
    "code": 6,
    "msg": "error unmarshall network config: json: cannot unmarshal string into Go value of type struct { Name string \"json:\\\"name\\\"\" }"
} = 1
$ cni ADD bridge c1 "${B/\"dst\":\"0.0.0.0\/0\"/\"dst\":\"0.0.0.0\/0\",\"gw\":\"99.9.9.9\"}" eth4
{
    "code": 999,
    "msg": "failed to add route '{0.0.0.0 00000000} via 99.9.9.9 dev eth4': network is unreachable"
} = 1
$ cni DEL bridge c1 "$B" eth4
 = 0
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"runtimeConfig\":{\"mac\":\"02:00:00:00:00:09\"}}" eth4
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "vethd3e67fce",
            "mac": "52:8a:bd:8b:ba:fb"
        },
        {
            "name": "eth4",
            "mac": "02:00:00:00:00:09",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "dns": {}
} = 0
$ cni DEL bridge c1 "$B" eth4
 = 0
$ cni ADD bridge c1 "${B/\"isGateway\":true/\"runtimeConfig\":{\"mac\":\"02:00\"}}" eth4
{
    "code": 999,
    "msg": "failed to make veth pair: address 02:00: invalid MAC address"
} = 1
$ CNI_ARGS='MAC=02:00:00:00:00:08;IP=10.1.0.55' cni ADD bridge c1 "$B" eth4
{
    "code": 999,
    "msg": "ARGS: unknown args [\"IP=10.1.0.55\"]"
} = 1
$ CNI_ARGS='IgnoreUnknown=1;MAC=02:00:00:00:00:08;IP=10.1.0.55' cni ADD bridge c1 "$B" eth4
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "62:6b:5e:92:62:c6"
        },
        {
            "name": "veth26b000cf",
            "mac": "6a:2e:5d:a7:f7:12"
        },
        {
            "name": "eth4",
            "mac": "02:00:00:00:00:08",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 2,
            "address": "10.1.0.55/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {}
} = 0
