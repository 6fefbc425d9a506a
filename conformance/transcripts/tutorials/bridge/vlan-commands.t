# What bridge vlan prints and refuses. Recorded on a kernel with CONFIG_BRIDGE_VLAN_FILTERING.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge; for i in 0 1; do ip link add v$i type veth peer name p$i; ip link set v$i master br0; done; ip link set br0 type bridge vlan_filtering 1
$ bridge vlan
port              vlan-id  
br0               1 PVID Egress Untagged
v0                1 PVID Egress Untagged
v1                1 PVID Egress Untagged
$ bridge vlan add vid 10 dev v0 pvid untagged
$ bridge vlan add vid 20-24 dev v1
$ bridge vlan add vid 40 dev br0 self
$ bridge vlan add vid 41 dev br0
RTNETLINK answers: Operation not supported
[255]
$ bridge vlan add vid 41 dev v0 self
RTNETLINK answers: Operation not supported
[255]
$ bridge vlan add vid 41 dev p0
RTNETLINK answers: Operation not supported
[255]
$ bridge vlan
port              vlan-id  
br0               1 PVID Egress Untagged
                  40
v0                1 Egress Untagged
                  10 PVID Egress Untagged
v1                1 PVID Egress Untagged
                  20
                  21
                  22
                  23
                  24
$ bridge -compressvlans vlan
port              vlan-id  
br0               1 PVID Egress Untagged
                  40
v0                1 Egress Untagged
                  10 PVID Egress Untagged
v1                1 PVID Egress Untagged
                  20-24
$ bridge -d vlan
port              vlan-id  
br0               1 PVID Egress Untagged
                    state forwarding mcast_router 1 
                  40
                    state forwarding mcast_router 1 
v0                1 Egress Untagged
                    state forwarding mcast_router 1 
                  10 PVID Egress Untagged
                    state forwarding mcast_router 1 
v1                1 PVID Egress Untagged
                    state forwarding mcast_router 1 
                  20-24
                    state forwarding mcast_router 1 
$ bridge -s vlan show dev v0
port              vlan-id
v0                1 Egress Untagged
                    RX: 0 bytes 0 packets
                    TX: 0 bytes 0 packets
                  10 PVID Egress Untagged
                    RX: 0 bytes 0 packets
                    TX: 0 bytes 0 packets
$ bridge -j vlan show
[{"ifname":"br0","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"]},{"vlan":40}]},{"ifname":"v0","vlans":[{"vlan":1,"flags":["Egress Untagged"]},{"vlan":10,"flags":["PVID","Egress Untagged"]}]},{"ifname":"v1","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"]},{"vlan":20},{"vlan":21},{"vlan":22},{"vlan":23},{"vlan":24}]}]
$ bridge -j -compressvlans vlan show dev v1
[{"ifname":"v1","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"]},{"vlan":20,"vlanEnd":24,"flags":[]}]}]
$ bridge -d -j vlan show dev v1
[{"ifname":"v1","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"],"state":"forwarding","mcast_router":1},{"vlan":20,"vlanEnd":24,"state":"forwarding","mcast_router":1}]}]
$ bridge vlan show vid 22
port              vlan-id  
v1                22
$ bridge vlan show dev nosuch
Cannot find device "nosuch"
[255]
$ bridge vlan del vid 22 dev v1; bridge -compressvlans vlan show dev v1
port              vlan-id  
v1                1 PVID Egress Untagged
                  20-21
                  23-24
$ bridge vlan del vid 22 dev v1
$ bridge vlan add vid 10 dev v0; bridge vlan show dev v0
port              vlan-id  
v0                1 Egress Untagged
                  10
$ bridge vlan add vid 5-3 dev v0
Invalid VLAN range "5-3"
[255]
$ bridge vlan add vid 0 dev v0
Error: bridge: Vlan id is invalid.
[255]
$ bridge vlan add vid 4095 dev v0
Error: bridge: Vlan id is invalid.
[255]
$ bridge vlan add vid 4096 dev v0
Invalid VLAN ID "4096"
[255]
$ bridge vlan add vid 50-60 dev v0 pvid
pvid cannot be configured for a vlan range
[255]
$ bridge vlan set vid 10 dev v0 state blocking; bridge -d vlan show dev v0
port              vlan-id  
v0                1 Egress Untagged
                    state forwarding mcast_router 1 
                  10
                    state blocking mcast_router 1 
$ bridge vlan set vid 10 dev v0 state foo
Error: invalid STP state
[255]
$ bridge vlan set vid 99 dev v0 state 3
Error: bridge: Vlan range start doesn't exist, can't process options.
[255]
$ ip link set br0 type bridge vlan_default_pvid 100; bridge vlan
port              vlan-id  
br0               40
                  100 PVID Egress Untagged
v0                1 Egress Untagged
                  10
v1                20
                  21
                  23
                  24
                  100 PVID Egress Untagged
$ ip link set br0 type bridge vlan_default_pvid 0; bridge vlan
port              vlan-id  
br0               40
v0                1 Egress Untagged
                  10
v1                20
                  21
                  23
                  24
$ ip link set br0 type bridge vlan_protocol 802.1ad; ip -d link show br0 | grep -o 'vlan_[a-z_]* [^ ]*'
vlan_filtering 1
vlan_protocol 802.1ad
vlan_default_pvid 0
vlan_stats_enabled 0
vlan_stats_per_port 0
vlan_snooping 0
$ ip link set br0 type bridge vlan_protocol foo
Error: argument "foo" is wrong: invalid vlan_protocol
[255]
$ ip link set br0 type bridge vlan_stats_per_port 1
RTNETLINK answers: Device or resource busy
[2]
$ ip link set v0 nomaster; bridge vlan
port              vlan-id  
br0               40
v1                20
                  21
                  23
                  24
$ bridge fdb add 02:00:00:00:00:01 dev v1 vlan 20 master static
$ bridge fdb add 02:00:00:00:00:01 dev v1 vlan 99 master
RTNETLINK answers: Invalid argument
[255]
$ bridge fdb show dev v1 vlan 20 | grep 02:00
02:00:00:00:00:01 vlan 20 master br0 static
$ bridge fdb get 02:00:00:00:00:01 br br0 vlan 20
02:00:00:00:00:01 dev v1 vlan 20 master br0 static
$ bridge fdb get 02:00:00:00:00:01 br br0 vlan 21
Error: Fdb entry not found.
[254]
$ bridge fdb del 02:00:00:00:00:01 dev v1 vlan 20 master
$ cat /sys/class/net/br0/bridge/vlan_filtering /sys/class/net/br0/bridge/default_pvid /sys/class/net/br0/bridge/vlan_protocol
1
0
0x88a8
