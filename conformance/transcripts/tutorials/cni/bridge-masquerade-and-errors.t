#! world: bare
# bridge with ipMasq and hairpinMode, each version of the results, and what is refused
$ cni() { # CMD plugin id conf [ifname]
>   CNI_COMMAND=$1 CNI_CONTAINERID=$3 CNI_NETNS=/var/run/netns/$3 CNI_IFNAME=${5:-eth0} CNI_PATH=/opt/cni/bin /opt/cni/bin/$2 <<< "$4"; echo " = $?"
> }
$ ip link set lo up
$ ip netns add c1; ip netns add c2
$ B='{"cniVersion":"1.0.0","name":"n1","type":"bridge","bridge":"cni0","isGateway":true,"ipMasq":true,"hairpinMode":true,"ipam":{"type":"host-local","subnet":"10.1.0.0/24","routes":[{"dst":"0.0.0.0/0"}]},"dns":{"nameservers":["1.1.1.1"],"domain":"x.y"}}'
$ cni ADD bridge c1 "$B"
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "76:1f:a4:e6:9b:20"
        },
        {
            "name": "veth2922d66a",
            "mac": "52:90:ed:87:54:6d"
        },
        {
            "name": "eth0",
            "mac": "82:70:0a:7e:7c:74",
            "sandbox": "/var/run/netns/c1"
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
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "domain": "x.y"
    }
} = 0
$ cni ADD bridge c2 "${B/1.0.0/0.2.0}"
{
    "cniVersion": "0.2.0",
    "ip4": {
        "ip": "10.1.0.3/24",
        "gateway": "10.1.0.1",
        "routes": [
            {
                "dst": "0.0.0.0/0"
            }
        ]
    },
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "domain": "x.y"
    }
} = 0
$ cni ADD bridge c2 "$B"
{
    "code": 999,
    "msg": "container veth name provided (eth0) already exists"
} = 1
$ cni CHECK bridge c2 "$B"
{
    "code": 999,
    "msg": "Required prevResult missing"
} = 1
$ iptables-save | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-7be53730afe4dc6eb2178d03 - [0:0]
:CNI-f7a7320b8d697e3d3b53680e - [0:0]
-A POSTROUTING -s 10.1.0.2/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A POSTROUTING -s 10.1.0.3/32 -m comment --comment "name: \"n1\" id: \"c2\"" -j CNI-f7a7320b8d697e3d3b53680e
-A CNI-7be53730afe4dc6eb2178d03 -d 10.1.0.0/24 -m comment --comment "name: \"n1\" id: \"c1\"" -j ACCEPT
-A CNI-7be53730afe4dc6eb2178d03 ! -d 224.0.0.0/4 -m comment --comment "name: \"n1\" id: \"c1\"" -j MASQUERADE
-A CNI-f7a7320b8d697e3d3b53680e -d 10.1.0.0/24 -m comment --comment "name: \"n1\" id: \"c2\"" -j ACCEPT
-A CNI-f7a7320b8d697e3d3b53680e ! -d 224.0.0.0/4 -m comment --comment "name: \"n1\" id: \"c2\"" -j MASQUERADE
COMMIT
$ bridge -d link | head
3: veth2922d66a@cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master cni0 state forwarding priority 32 cost 2 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
4: veth8a2fa9d9@cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master cni0 state forwarding priority 32 cost 2 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ cni ADD bridge c1 "${B/1.0.0/0.3.1}" eth1
{
    "cniVersion": "0.3.1",
    "interfaces": [
        {
            "name": "cni0",
            "mac": "76:1f:a4:e6:9b:20"
        },
        {
            "name": "veth64573c5a",
            "mac": "52:17:25:1e:b6:a6"
        },
        {
            "name": "eth1",
            "mac": "e2:62:a5:9e:03:1d",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "version": "4",
            "interface": 2,
            "address": "10.1.0.4/24",
            "gateway": "10.1.0.1"
        }
    ],
    "routes": [
        {
            "dst": "0.0.0.0/0"
        }
    ],
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "domain": "x.y"
    }
} = 0
$ cni ADD bridge c1 "${B/1.0.0/0.1.0}" eth2
{
    "cniVersion": "0.1.0",
    "ip4": {
        "ip": "10.1.0.5/24",
        "gateway": "10.1.0.1",
        "routes": [
            {
                "dst": "0.0.0.0/0"
            }
        ]
    },
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "domain": "x.y"
    }
} = 0
$ cni ADD bridge c1 "${B/\"cniVersion\":\"1.0.0\",/}" eth3
{
    "cniVersion": "0.1.0",
    "ip4": {
        "ip": "10.1.0.6/24",
        "gateway": "10.1.0.1",
        "routes": [
            {
                "dst": "0.0.0.0/0"
            }
        ]
    },
    "dns": {
        "nameservers": [
            "1.1.1.1"
        ],
        "domain": "x.y"
    }
} = 0
$ ip -n c1 route; ip -n c1 -br addr
default via 10.1.0.1 dev eth3 
default via 10.1.0.1 dev eth2 
default via 10.1.0.1 dev eth1 
default via 10.1.0.1 dev eth0 
10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2 
10.1.0.0/24 dev eth1 proto kernel scope link src 10.1.0.4 
10.1.0.0/24 dev eth2 proto kernel scope link src 10.1.0.5 
10.1.0.0/24 dev eth3 proto kernel scope link src 10.1.0.6 
lo               DOWN           
eth0@if3         UP             10.1.0.2/24 fe80::8070:aff:fe7e:7c74/64 
eth1@if5         UP             10.1.0.4/24 fe80::e062:a5ff:fe9e:31d/64 
eth2@if6         UP             10.1.0.5/24 fe80::e462:62ff:fe18:4864/64 
eth3@if7         UP             10.1.0.6/24 fe80::94f0:8bff:fed1:26cc/64 
$ cni ADD bridge zz "$B"
{
    "code": 999,
    "msg": "failed to open netns \"/var/run/netns/zz\": failed to Statfs \"/var/run/netns/zz\": no such file or directory"
} = 1
$ ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
cni0             UP             76:1f:a4:e6:9b:20 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth2922d66a@if2 UP             52:90:ed:87:54:6d <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth8a2fa9d9@if2 UP             ee:43:b6:51:68:ba <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth64573c5a@if3 UP             52:17:25:1e:b6:a6 <BROADCAST,MULTICAST,UP,LOWER_UP> 
veth1fa411f7@if4 UP             32:e0:83:09:fa:cb <BROADCAST,MULTICAST,UP,LOWER_UP> 
vethd6bf769e@if5 UP             22:35:f4:34:fd:9e <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ cni DEL bridge zz "$B"
 = 0
$ CNI_COMMAND=ADD /opt/cni/bin/bridge </dev/null
{
    "code": 4,
    "msg": "required env variables [CNI_CONTAINERID,CNI_NETNS,CNI_IFNAME,CNI_PATH] missing"
}
[1]
$ /opt/cni/bin/bridge </dev/null
CNI bridge plugin version unknown
CNI protocol versions supported: 0.1.0, 0.2.0, 0.3.0, 0.3.1, 0.4.0, 1.0.0
$ cni ADD bridge c1 "${B/host-local/nolocal}" eth9
{
    "code": 999,
    "msg": "failed to find plugin \"nolocal\" in path [/opt/cni/bin]"
} = 1
$ cni ADD bridge c1 "${B/10.1.0.0\/24/10.1.0.0}" eth8
{
    "code": 999,
    "msg": "invalid CIDR address: 10.1.0.0"
} = 1
$ cni ADD bridge c1 "${B/10.1.0.0\/24/10.1.0.5/24}" eth7
{
    "code": 999,
    "msg": "invalid range set 0: Network has host bits set. For a subnet mask of length 24 the network address is 10.1.0.0"
} = 1
$ cni ADD bridge c1 "${B/10.1.0.0\/24/10.3.0.0/24}" eth6
{
    "code": 999,
    "msg": "failed to set bridge addr: \"cni0\" already has an IP address different from 10.3.0.1/24"
} = 1
$ cni ADD bridge c1 "${B/\"subnet\"/\"subnetx\"}" eth5
{
    "code": 999,
    "msg": "no IP ranges specified"
} = 1
$ ip -n c1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
eth0@if3         UP             82:70:0a:7e:7c:74 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth1@if5         UP             e2:62:a5:9e:03:1d <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth2@if6         UP             e6:62:62:18:48:64 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth3@if7         UP             96:f0:8b:d1:26:cc <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth9@if8         DOWN           3e:32:2e:5f:9f:73 <BROADCAST,MULTICAST> 
eth8@if9         DOWN           ae:5d:b2:62:dc:25 <BROADCAST,MULTICAST> 
eth7@if10        DOWN           6a:e8:6c:35:76:cf <BROADCAST,MULTICAST> 
eth6@if11        UP             d6:16:6b:fb:73:71 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth5@if12        DOWN           76:52:97:ea:3e:da <BROADCAST,MULTICAST> 
$ cni DEL bridge c1 "$B"
{
    "code": 999,
    "msg": "running [/usr/sbin/iptables -t nat -X CNI-7be53730afe4dc6eb2178d03 --wait]: exit status 4: iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain CNI-7be53730afe4dc6eb2178d03\n"
} = 1
$ iptables-save -t nat | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-7be53730afe4dc6eb2178d03 - [0:0]
:CNI-f7a7320b8d697e3d3b53680e - [0:0]
-A POSTROUTING -s 10.1.0.3/32 -m comment --comment "name: \"n1\" id: \"c2\"" -j CNI-f7a7320b8d697e3d3b53680e
-A POSTROUTING -s 10.1.0.4/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A POSTROUTING -s 10.1.0.5/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A POSTROUTING -s 10.1.0.6/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A CNI-f7a7320b8d697e3d3b53680e -d 10.1.0.0/24 -m comment --comment "name: \"n1\" id: \"c2\"" -j ACCEPT
-A CNI-f7a7320b8d697e3d3b53680e ! -d 224.0.0.0/4 -m comment --comment "name: \"n1\" id: \"c2\"" -j MASQUERADE
COMMIT
$ cni CHECK bridge c1 "$B"
{
    "code": 999,
    "msg": "host-local: Failed to find address added by container c1"
} = 1
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 1
$ ip -n c1 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
eth1@if5         UP             e2:62:a5:9e:03:1d <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth2@if6         UP             e6:62:62:18:48:64 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth3@if7         UP             96:f0:8b:d1:26:cc <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth9@if8         DOWN           3e:32:2e:5f:9f:73 <BROADCAST,MULTICAST> 
eth8@if9         DOWN           ae:5d:b2:62:dc:25 <BROADCAST,MULTICAST> 
eth7@if10        DOWN           6a:e8:6c:35:76:cf <BROADCAST,MULTICAST> 
eth6@if11        UP             d6:16:6b:fb:73:71 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth5@if12        DOWN           76:52:97:ea:3e:da <BROADCAST,MULTICAST> 
$ cni DEL bridge c2 "$B"
 = 0
$ cni DEL bridge c2 "$B"
 = 0
$ iptables-save -t nat | grep -v "^#"
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-7be53730afe4dc6eb2178d03 - [0:0]
-A POSTROUTING -s 10.1.0.4/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A POSTROUTING -s 10.1.0.5/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
-A POSTROUTING -s 10.1.0.6/32 -m comment --comment "name: \"n1\" id: \"c1\"" -j CNI-7be53730afe4dc6eb2178d03
COMMIT
$ sysctl net.ipv4.conf.cni0.forwarding net.ipv6.conf.cni0.accept_ra
net.ipv4.conf.cni0.forwarding = 1
net.ipv6.conf.cni0.accept_ra = 0
