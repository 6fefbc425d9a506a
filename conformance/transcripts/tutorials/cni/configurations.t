#! world: bare
# what configurations may say, and what is said of those that are wrong
$ cni() { # CMD plugin id conf [ifname]
>   CNI_COMMAND=$1 CNI_CONTAINERID=$3 CNI_NETNS=/var/run/netns/$3 CNI_IFNAME=${5:-eth0} CNI_PATH=/opt/cni/bin /opt/cni/bin/$2 <<< "$4"; echo " = $?"
> }
$ ip netns add c1
$ L='{"cniVersion":"VV","name":"l"}'
$ for v in 0.1.0 0.2.0 0.3.1 1.0.0; do cni ADD loopback c1 "${L/VV/$v}" lo; done
{
    "cniVersion": "0.1.0",
    "interfaces": [
        {
            "name": "lo",
            "mac": "00:00:00:00:00:00",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "127.0.0.1/8"
        },
        {
            "interface": 0,
            "address": "::1/128"
        }
    ],
    "dns": {}
} = 0
{
    "cniVersion": "0.2.0",
    "interfaces": [
        {
            "name": "lo",
            "mac": "00:00:00:00:00:00",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "127.0.0.1/8"
        },
        {
            "interface": 0,
            "address": "::1/128"
        }
    ],
    "dns": {}
} = 0
{
    "cniVersion": "0.3.1",
    "interfaces": [
        {
            "name": "lo",
            "mac": "00:00:00:00:00:00",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "127.0.0.1/8"
        },
        {
            "interface": 0,
            "address": "::1/128"
        }
    ],
    "dns": {}
} = 0
{
    "cniVersion": "1.0.0",
    "interfaces": [
        {
            "name": "lo",
            "mac": "00:00:00:00:00:00",
            "sandbox": "/var/run/netns/c1"
        }
    ],
    "ips": [
        {
            "interface": 0,
            "address": "127.0.0.1/8"
        },
        {
            "interface": 0,
            "address": "::1/128"
        }
    ],
    "dns": {}
} = 0
$ cni ADD loopback c1 '{"name":"l"}' lo
{
    "cniVersion": "0.1.0",
    "ip4": {
        "ip": "127.0.0.1/8"
    },
    "ip6": {
        "ip": "::1/128"
    },
    "dns": {}
} = 0
$ cni ADD loopback c1 '{"name":"l"}' eth0
{
    "cniVersion": "0.1.0",
    "ip4": {
        "ip": "127.0.0.1/8"
    },
    "ip6": {
        "ip": "::1/128"
    },
    "dns": {}
} = 0
$ cni ADD loopback c1 '{"name":5}' eth0
{
    "code": 6,
    "msg": "error unmarshall network config: json: cannot unmarshal number into Go struct field .name of type string"
} = 1
$ cni ADD loopback c1 '{"name":"x","cniVersion":4}' eth0
{
    "code": 6,
    "msg": "decoding version from network config: json: cannot unmarshal number into Go struct field .cniVersion of type string"
} = 1
$ cni ADD loopback c1 '{"cniVersion":"0.4.0","name":"l","prevResult":{"cniVersion":"0.4.0","interfaces":[{"name":"z"}],"ips":[{"version":"4","address":"1.2.3.4/24"}],"foo":3}}' eth0
{
    "cniVersion": "0.4.0",
    "interfaces": [
        {
            "name": "z"
        }
    ],
    "ips": [
        {
            "version": "4",
            "address": "1.2.3.4/24"
        }
    ],
    "dns": {}
} = 0
$ cni ADD loopback c1 '{"cniVersion":"0.4.0","name":"l","prevResult":{"ips":[{"version":"4","address":"1.2.3.4"}],"foo":3}}' eth0
{
    "code": 999,
    "msg": "failed to parse prevResult: could not parse prevResult: invalid CIDR address: 1.2.3.4"
} = 1
$ cni ADD loopback c1 '{"cniVersion":"0.4.0","name":"l","prevResult":5}' eth0
{
    "code": 999,
    "msg": "failed to parse network config: json: cannot unmarshal number into Go struct field NetConf.prevResult of type map[string]interface {}"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l","ipam":{"type":"host-local","subnet":"10.0.0.0/8","rangeStart":"10.0.0"}}'
{
    "code": 999,
    "msg": "invalid IP address: 10.0.0"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l","ipam":{"type":"host-local","subnet":5}}'
{
    "code": 999,
    "msg": "json: cannot unmarshal number into Go struct field IPAMConfig.ipam.subnet of type string"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l","ipam":{"type":"host-local","subnet":"10.0.0.0/8","gateway":"10.0.0"}}'
{
    "code": 999,
    "msg": "invalid IP address: 10.0.0"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l","ipam":{"type":"host-local","subnet":"10.0.0.0/8","routes":[{"dst":"1.2.3"}]}}'
{
    "code": 999,
    "msg": "invalid CIDR address: 1.2.3"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l","ipam":{"type":"host-local","subnet":"10.0.0.0/8","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "range set 0 overlaps with 1"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.2.0","name":"l","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}],[{"subnet":"10.2.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "CNI version 0.2.0 does not support more than 1 address per family"
} = 1
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}],[{"subnet":"10.2.0.0/16"}]],"routes":[{"dst":"1.2.3.4/8","gw":"5.5.5.5"}]}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "4",
            "address": "10.1.0.2/16",
            "gateway": "10.1.0.1"
        },
        {
            "version": "4",
            "address": "10.2.0.2/16",
            "gateway": "10.2.0.1"
        }
    ],
    "routes": [
        {
            "dst": "1.2.3.4/8",
            "gw": "5.5.5.5"
        }
    ],
    "dns": {}
} = 0
$ cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}],[{"subnet":"10.2.0.0/16"}]],"routes":[{"dst":"1.2.3.4/8"}]}}'
{
    "code": 999,
    "msg": "failed to allocate for range 0: 10.1.0.2 has been allocated to c1, duplicate allocation is not allowed"
} = 1
$ CNI_ARGS='IP=10.0.0.0.1' cni ADD host-local c1 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "ARGS: error parsing value of pair \"IP=10.0.0.0.1\": invalid IP address 10.0.0.0.1"
} = 1
$ CNI_ARGS='IP=10.1.0.1' cni ADD host-local c5 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "failed to allocate for range 0: requested ip 10.1.0.1 is subnet's gateway"
} = 1
$ CNI_ARGS='IP=10.1.0.1;K8S_POD_NAME=x' cni ADD host-local c5 '{"cniVersion":"0.4.0","name":"l2","args":{"cni":{"ips":["10.1.0.77"]}},"ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "ARGS: unknown args [\"K8S_POD_NAME=x\"]"
} = 1
$ cni ADD host-local c5 '{"cniVersion":"0.4.0","name":"l2","runtimeConfig":{"ips":["10.1.0.78/16"]},"args":{"cni":{"ips":["10.1.0.77"]}},"ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
{
    "code": 999,
    "msg": "failed to allocate all requested IPs: 10.1.0.78"
} = 1
$ cni ADD host-local c6 '{"cniVersion":"0.4.0","name":"l2","runtimeConfig":{"ips":["10.1.0.78/16"],"ipRanges":[[{"subnet":"10.9.0.0/24"}]]},"ipam":{"type":"host-local"}}'
{
    "code": 999,
    "msg": "failed to allocate all requested IPs: 10.1.0.78"
} = 1
$ cni ADD host-local c6 '{"cniVersion":"0.4.0","name":"l2","runtimeConfig":{"ipRanges":[[{"subnet":"10.9.0.0/24"}]]},"ipam":{"type":"host-local"}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "4",
            "address": "10.9.0.3/24",
            "gateway": "10.9.0.1"
        }
    ],
    "dns": {}
} = 0
$ cni DEL host-local c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[]}}'
{
    "code": 999,
    "msg": "no IP ranges specified"
} = 1
$ cni DEL host-local c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16"}]]}}'
 = 0
$ cni DEL static c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"static"}}'
 = 0
$ cni ADD static c9 '{"cniVersion":"0.4.0","name":"l2"}'
{
    "code": 999,
    "msg": "IPAM config missing 'ipam' key"
} = 1
$ cni ADD static c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"static","addresses":[{"address":"1.2.3.4/24","gateway":"9.9.9.9"},{"address":"fe80::1/64"}],"routes":[{"dst":"::/0","gw":"fe80::2"}]}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "4",
            "address": "1.2.3.4/24",
            "gateway": "9.9.9.9"
        },
        {
            "version": "6",
            "address": "fe80::1/64"
        }
    ],
    "routes": [
        {
            "dst": "::/0",
            "gw": "fe80::2"
        }
    ],
    "dns": {}
} = 0
$ cni ADD static c9 '{"cniVersion":"0.2.0","name":"l2","ipam":{"type":"static","addresses":[{"address":"1.2.3.4/24","gateway":"9.9.9.9"},{"address":"fe80::1/64"}],"routes":[{"dst":"::/0","gw":"fe80::2"}]}}'
{
    "cniVersion": "0.2.0",
    "ip4": {
        "ip": "1.2.3.4/24",
        "gateway": "9.9.9.9"
    },
    "ip6": {
        "ip": "fe80::1/64",
        "routes": [
            {
                "dst": "::/0",
                "gw": "fe80::2"
            }
        ]
    },
    "dns": {}
} = 0
$ cni ADD static c9 '{"cniVersion":"0.2.0","name":"l2","ipam":{"type":"static","addresses":[{"address":"1.2.3.4/24"},{"address":"1.2.3.5/24"}]}}'
{
    "code": 999,
    "msg": "CNI version 0.2.0 does not support more than 1 address per family"
} = 1
$ cni ADD static c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"static","addresses":[{"address":"1.2.3.4/244"}]}}'
{
    "code": 999,
    "msg": "the 'address' field is expected to be in CIDR notation, got: '1.2.3.4/244'"
} = 1
$ cni ADD static c9 '{"cniVersion":"0.4.0","name":"l2","ipam":{"type":"static","addresses":[{"address":"x"}]}}'
{
    "code": 999,
    "msg": "the 'address' field is expected to be in CIDR notation, got: 'x'"
} = 1
$ cni CHECK static c9 '{"cniVersion":"0.4.0","name":"l2","prevResult":{"ips":[{"version":"4","address":"1.2.3.4/24"}]},"ipam":{"type":"static","addresses":[{"address":"1.2.3.5/24"}]}}'
 = 0
$ cni CHECK static c9 '{"cniVersion":"0.4.0","name":"l2","prevResult":{"ips":[{"version":"4","address":"1.2.3.5/24"}]},"ipam":{"type":"static","addresses":[{"address":"1.2.3.5/24"}]}}'
 = 0
$ cni ADD vlan c1 '{"cniVersion":"0.4.0","name":"l2","vlanId":5}'
{
    "code": 999,
    "msg": "\"master\" field is required. It specifies the host interface name to create the VLAN for."
} = 1
$ cni ADD vlan c1 '{"cniVersion":"0.4.0","name":"l2","master":"lo","vlanId":-5}'
{
    "code": 999,
    "msg": "invalid VLAN ID -5 (must be between 0 and 4095 inclusive)"
} = 1
$ cni ADD vlan c1 '{"cniVersion":"0.4.0","name":"l2","master":"lo","mtu":70000,"vlanId":5}'
{
    "code": 999,
    "msg": "invalid MTU 70000, must be [0, master MTU(65536)]"
} = 1
$ cni ADD firewall c1 '{"cniVersion":"0.4.0","name":"l2","backend":"foo","prevResult":{"ips":[{"version":"4","address":"1.2.3.4/24"}]}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "4",
            "address": "1.2.3.4/24"
        }
    ],
    "dns": {}
} = 0
$ cni ADD firewall c1 '{"cniVersion":"0.4.0","name":"l2","backend":"firewalld","prevResult":{"ips":[{"version":"4","address":"1.2.3.4/24"}]}}'
{
    "code": 999,
    "msg": "dial unix /var/run/dbus/system_bus_socket: connect: no such file or directory"
} = 1
$ cni ADD firewall c1 '{"cniVersion":"0.4.0","name":"l2","ingressPolicy":"same-bridge","prevResult":{"interfaces":[{"name":"cni0"},{"name":"eth0","sandbox":"/x"}],"ips":[{"version":"4","interface":1,"address":"1.2.3.4/24"}]}}'
{
    "cniVersion": "0.4.0",
    "interfaces": [
        {
            "name": "cni0"
        },
        {
            "name": "eth0",
            "sandbox": "/x"
        }
    ],
    "ips": [
        {
            "version": "4",
            "interface": 1,
            "address": "1.2.3.4/24"
        }
    ],
    "dns": {}
} = 0
$ cni ADD firewall c1 '{"cniVersion":"0.3.1","name":"l2","prevResult":{"ips":[{"version":"6","address":"fd00::4/64"}]}}'
{
    "code": 1,
    "msg": "incompatible CNI versions",
    "details": "config is \"0.3.1\", plugin supports [\"0.4.0\" \"1.0.0\"]"
} = 1
$ cni CHECK firewall c1 '{"cniVersion":"0.4.0","name":"l2","prevResult":{"ips":[{"version":"4","address":"1.2.3.9/24"}]}}'
{
    "code": 999,
    "msg": "expected rule [-d 1.2.3.9/32 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT] not found"
} = 1
$ iptables-save | grep -v "^#"; ip6tables-save
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:CNI-ADMIN - [0:0]
:CNI-FORWARD - [0:0]
:CNI-ISOLATION-STAGE-1 - [0:0]
:CNI-ISOLATION-STAGE-2 - [0:0]
-A FORWARD -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j CNI-ISOLATION-STAGE-1
-A FORWARD -m comment --comment "CNI firewall plugin rules" -j CNI-FORWARD
-A CNI-FORWARD -m comment --comment "CNI firewall plugin admin overrides" -j CNI-ADMIN
-A CNI-FORWARD -d 1.2.3.4/32 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A CNI-FORWARD -s 1.2.3.4/32 -j ACCEPT
-A CNI-ISOLATION-STAGE-1 -i cni0 ! -o cni0 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j CNI-ISOLATION-STAGE-2
-A CNI-ISOLATION-STAGE-1 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j RETURN
-A CNI-ISOLATION-STAGE-2 -o cni0 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j DROP
-A CNI-ISOLATION-STAGE-2 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j RETURN
COMMIT
$ cni CHECK firewall c1 '{"cniVersion":"0.4.0","name":"l2"}'
{
    "code": 999,
    "msg": "missing prevResult from earlier plugin"
} = 1
$ cni DEL firewall c1 '{"cniVersion":"0.4.0","name":"l2"}'
 = 0
$ cni DEL portmap c1 '{"cniVersion":"0.4.0","name":"l2","runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":80,"protocol":"tcp"}]}}'
 = 0
$ cni CHECK portmap c1 '{"cniVersion":"0.4.0","name":"l2","runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":80,"protocol":"tcp"}]}}'
{
    "code": 999,
    "msg": "Required prevResult missing"
} = 1
$ cni ADD portmap c1 '{"cniVersion":"0.4.0","name":"l2","prevResult":{"ips":[{"version":"4","address":"1.2.3.9/24"}]},"runtimeConfig":{"portMappings":[{"hostPort":0,"containerPort":80,"protocol":"tcp"}]}}'
{
    "code": 999,
    "msg": "failed to parse config: Invalid host port number: 0"
} = 1
$ cni ADD portmap c1 '{"cniVersion":"0.4.0","name":"l2","prevResult":{"ips":[{"version":"4","address":"1.2.3.9/24"}]},"runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":-1,"protocol":"tcp"}]}}'
{
    "code": 999,
    "msg": "failed to parse config: Invalid container port number: -1"
} = 1
$ cni ADD portmap c1 '{"cniVersion":"0.4.0","name":"l2","snat":false,"masqAll":true,"markMasqBit":40,"prevResult":{"ips":[{"version":"4","address":"1.2.3.9/24"}]},"runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":1,"protocol":"tcp"}]}}'
{
    "code": 999,
    "msg": "failed to parse config: MasqMarkBit must be between 0 and 31"
} = 1
$ cni ADD portmap c1 '{"cniVersion":"0.4.0","name":"l2","masqAll":true,"markMasqBit":4,"prevResult":{"ips":[{"version":"6","address":"fd00::9/64"}]},"runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":1,"protocol":"tcp"}]}}'
{
    "cniVersion": "0.4.0",
    "ips": [
        {
            "version": "6",
            "address": "fd00::9/64"
        }
    ],
    "dns": {}
} = 0
$ cni ADD portmap c1 '{"cniVersion":"0.4.0","name":"l3","externalSetMarkChain":"KUBE-MARK-MASQ","prevResult":{"ips":[{"version":"4","address":"10.0.0.9/24"}]},"runtimeConfig":{"portMappings":[{"hostPort":80,"containerPort":1,"protocol":"tcp"}]}}'
{
    "code": 999,
    "msg": "unable to setup DNAT: running [/usr/sbin/iptables -t nat -C CNI-DN-97cbd3d18f6e13a19dde5 -p tcp --dport 80 -s 10.0.0.9/24 -j KUBE-MARK-MASQ --wait]: exit status 2: iptables v1.8.9 (nf_tables): Chain 'KUBE-MARK-MASQ' does not exist\nTry `iptables -h' or 'iptables --help' for more information.\n"
} = 1
$ ip6tables-save; iptables-save | grep -v "^#"
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Thu Nov 26 01:24:09 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-DN-2311e845db94f6a86a015 - [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
:CNI-HOSTPORT-MASQ - [0:0]
:CNI-HOSTPORT-SETMARK - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A POSTROUTING -m comment --comment "CNI portfwd requiring masquerade" -j CNI-HOSTPORT-MASQ
-A CNI-DN-2311e845db94f6a86a015 -s fd00::/64 -p tcp -m tcp --dport 80 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-2311e845db94f6a86a015 -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::9]:1
-A CNI-HOSTPORT-DNAT -p tcp -m comment --comment "dnat name: \"l2\" id: \"c1\"" -m multiport --dports 80 -j CNI-DN-2311e845db94f6a86a015
-A CNI-HOSTPORT-MASQ -m mark --mark 0x10/0x10 -j MASQUERADE
-A CNI-HOSTPORT-SETMARK -m comment --comment "CNI portfwd masquerade mark" -j MARK --set-xmark 0x10/0x10
COMMIT
\# Completed on Thu Nov 26 01:24:09 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:CNI-ADMIN - [0:0]
:CNI-FORWARD - [0:0]
:CNI-ISOLATION-STAGE-1 - [0:0]
:CNI-ISOLATION-STAGE-2 - [0:0]
-A FORWARD -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j CNI-ISOLATION-STAGE-1
-A FORWARD -m comment --comment "CNI firewall plugin rules" -j CNI-FORWARD
-A CNI-FORWARD -m comment --comment "CNI firewall plugin admin overrides" -j CNI-ADMIN
-A CNI-FORWARD -d 1.2.3.4/32 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A CNI-FORWARD -s 1.2.3.4/32 -j ACCEPT
-A CNI-ISOLATION-STAGE-1 -i cni0 ! -o cni0 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j CNI-ISOLATION-STAGE-2
-A CNI-ISOLATION-STAGE-1 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j RETURN
-A CNI-ISOLATION-STAGE-2 -o cni0 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j DROP
-A CNI-ISOLATION-STAGE-2 -m comment --comment "CNI firewall plugin rules (ingressPolicy: same-bridge)" -j RETURN
COMMIT
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-DN-97cbd3d18f6e13a19dde5 - [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
COMMIT
