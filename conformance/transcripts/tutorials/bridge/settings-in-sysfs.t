# Every setting of a bridge and a port, by ip and by files.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 address 02:00:00:00:00:b0 type bridge; ip link add v0 type veth peer name p0; ip link set v0 master br0
$ for f in ageing_time forward_delay hello_time max_age stp_state priority group_addr group_fwd_mask multicast_snooping multicast_querier multicast_igmp_version multicast_query_interval multicast_startup_query_interval nf_call_iptables no_linklocal_learn root_id root_port topology_change hash_max; do echo $f $(cat /sys/class/net/br0/bridge/$f); done
ageing_time 30000
forward_delay 1500
hello_time 200
max_age 2000
stp_state 0
priority 32768
group_addr 01:80:c2:00:00:00
group_fwd_mask 0x0
multicast_snooping 1
multicast_querier 0
multicast_igmp_version 2
multicast_query_interval 12500
multicast_startup_query_interval 3124
nf_call_iptables 0
no_linklocal_learn 0
root_id 8000.0200000000b0
root_port 0
topology_change 0
hash_max 4096
$ for f in path_cost priority hairpin_mode bpdu_guard root_block learning unicast_flood multicast_flood broadcast_flood isolated neigh_suppress proxyarp multicast_router multicast_fast_leave group_fwd_mask port_id port_no state designated_port; do echo $f $(cat /sys/class/net/v0/brport/$f); done
path_cost 2
priority 32
hairpin_mode 0
bpdu_guard 0
root_block 0
learning 1
unicast_flood 1
multicast_flood 1
broadcast_flood 1
isolated 0
neigh_suppress 0
proxyarp 0
multicast_router 1
multicast_fast_leave 0
group_fwd_mask 0x0
port_id 0x8001
port_no 0x1
state 0
designated_port 32769
$ ip link set br0 type bridge mcast_querier 1 mcast_igmp_version 3 mcast_query_interval 1000 mcast_last_member_count 5 nf_call_iptables 1 no_linklocal_learn 1 group_fwd_mask 0x4000 mcast_router 2 mcast_hash_max 512
$ ip -d link show br0 | grep -o 'mcast_[a-z_]* [0-9]*\|group_[a-z_]* [^ ]*\|nf_call_[a-z0-9]* [01]\|no_linklocal_learn [01]'
group_fwd_mask 0x4000
group_address 01:80:c2:00:00:00
mcast_snooping 1
no_linklocal_learn 1
mcast_vlan_snooping 0
mcast_router 2
mcast_query_use_ifaddr 0
mcast_querier 1
mcast_hash_elasticity 16
mcast_hash_max 512
mcast_last_member_count 5
mcast_startup_query_count 2
mcast_last_member_interval 100
mcast_membership_interval 26000
mcast_querier_interval 25500
mcast_query_interval 1000
mcast_query_response_interval 1000
mcast_startup_query_interval 3124
mcast_stats_enabled 0
mcast_igmp_version 3
mcast_mld_version 1
nf_call_iptables 1
nf_call_ip6tables 0
nf_call_arptables 0
$ echo 2 > /sys/class/net/br0/bridge/multicast_igmp_version; echo 50 > /sys/class/net/br0/bridge/multicast_last_member_interval; cat /sys/class/net/br0/bridge/multicast_igmp_version /sys/class/net/br0/bridge/multicast_last_member_interval
2
50
$ echo 1 > /sys/class/net/br0/bridge/multicast_igmp_version
bash: echo: write error: Invalid argument
[1]
$ echo 1 > /sys/class/net/v0/brport/hairpin_mode; echo 7 > /sys/class/net/v0/brport/path_cost; bridge -d link show dev v0
4: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 7 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
$ ip link set v0 type bridge_slave proxy_arp on mcast_router 0 group_fwd_mask 0x4000 locked on mcast_to_unicast on
$ ip -d link show v0 | grep -o 'proxy_arp on\|mcast_router [0-9]\|group_fwd_mask[a-z_]* [^ ]*\|locked [a-z]*\|mcast_to_unicast [a-z]*'
proxy_arp on
mcast_router 0
mcast_to_unicast on
group_fwd_mask 0x4000
group_fwd_mask_str lldp
locked on
$ ip link set v0 type bridge_slave state 9
RTNETLINK answers: Invalid argument
[2]
$ ip link set v0 type bridge_slave cost 0
RTNETLINK answers: Numerical result out of range
[2]
$ ip link set v0 type bridge_slave priority 99
RTNETLINK answers: Numerical result out of range
[2]
$ ip link set br0 type bridge mcast_igmp_version 1
RTNETLINK answers: Invalid argument
[2]
$ ip link set br0 type bridge group_fwd_mask 1
RTNETLINK answers: Invalid argument
[2]
$ ip link set br0 type bridge forward_delay 1
$ ip link set br0 type bridge stp_state 1; ip link set br0 type bridge forward_delay 1
RTNETLINK answers: Numerical result out of range
[2]
$ ip link set br0 type bridge hello_time 1
RTNETLINK answers: Numerical result out of range
[2]
$ ip link set br0 type bridge max_age 1
RTNETLINK answers: Numerical result out of range
[2]
$ ip link set br0 type bridge mcast_querier x
Error: argument "x" is wrong: invalid mcast_querier
[255]
$ ip link set br0 type bridge group_address 01:80:c2:00:00:05; ip -d link show br0 | grep -o 'group_address [^ ]*'
group_address 01:80:c2:00:00:05
$ ip link set br0 type bridge group_address 01:80:c2:00:00:01
RTNETLINK answers: Invalid argument
[2]
$ ip link set br0 type bridge group_address 01:80:c2:00:01:00
RTNETLINK answers: Invalid argument
[2]
$ ls /sys/class/net/v0/brport
backup_port
bpdu_guard
bridge
broadcast_flood
change_ack
config_pending
designated_bridge
designated_cost
designated_port
designated_root
flush
forward_delay_timer
group_fwd_mask
hairpin_mode
hold_timer
isolated
learning
message_age_timer
multicast_fast_leave
multicast_flood
multicast_router
multicast_to_unicast
neigh_suppress
path_cost
port_id
port_no
priority
proxyarp
proxyarp_wifi
root_block
state
unicast_flood
$ cat /sys/class/net/br0/bridge/nosuch
cat: /sys/class/net/br0/bridge/nosuch: No such file or directory
[1]
